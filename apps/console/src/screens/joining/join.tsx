import { useState } from 'react';
import { answered, api } from '../../api/api.js';
import { TextField } from '../../kit/text-field.js';
import { Both, bothOf } from './both.js';
import { ComingIn } from './coming-in.js';
import { Digits } from './digits.js';

const wellFormed = /^[\w-]{43}$/;

/**
 * Comes in with an invitation or after a reset: its code, the privacy officer's where there is one, and a
 * password of one's own.
 */
export function Join() {
  const [token, setToken] = useState('');
  const [code, setCode] = useState('');
  const given = token.trim();
  const isReady = wellFormed.test(given);
  return (
    <ComingIn
      title={<Both id="joining.title" />}
      lead={<Both id="joining.lead" />}
      action={<Both id="joining.go" />}
      done={<Both id="joining.done" />}
      isReady={isReady}
      more={isReady && <Digits token={given} />}
      onSend={(password) =>
        answered(
          api.POST('/api/v1/joining', {
            body: { token: given, password, ...(code.trim() !== '' && { code: code.trim() }) },
          }),
        )
      }
      fields={(isTried) => (
        <>
          <TextField
            label={<Both id="joining.token" />}
            hint={<Both id="joining.token.hint" />}
            value={token}
            onChange={setToken}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            error={
              isTried && !isReady
                ? bothOf(given === '' ? 'joining.needed' : 'joining.token.wrong')
                : undefined
            }
          />
          <TextField
            label={<Both id="joining.officer" />}
            hint={<Both id="joining.officer.hint" />}
            value={code}
            onChange={setCode}
            width={32}
            autoComplete="off"
            spellCheck={false}
          />
        </>
      )}
    />
  );
}
