import { useState } from 'react';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { TextField } from '../../kit/text-field.js';
import { Both } from './both.js';

export interface SecondFactorProps {
  readonly onGiven: (proof: { code: string } | { recoveryCode: string }) => Promise<void>;
  readonly onAgain: () => void;
}

/** The code of the authenticator, or a recovery code where it is lost. */
export function SecondFactor({ onGiven, onAgain }: SecondFactorProps) {
  const [isRecovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const submit = async (): Promise<void> => {
    await onGiven(isRecovery ? { recoveryCode: code.trim() } : { code: code.replaceAll(/\s/g, '') });
    setCode('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        {isRecovery ? (
          <TextField
            key="recovery"
            label={<Both id="signIn.recovery" />}
            value={code}
            onChange={setCode}
            width={32}
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
        ) : (
          <TextField
            key="code"
            label={<Both id="signIn.code" />}
            hint={<Both id="signIn.code.hint" />}
            value={code}
            onChange={setCode}
            width={8}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
          />
        )}
        <ButtonRow>
          <Button variant="primary" type="submit">
            <Both id="signIn.finish" />
          </Button>
          <Button
            variant="quiet"
            onPress={() => {
              setRecovery(!isRecovery);
              setCode('');
            }}
          >
            <Both id={isRecovery ? 'signIn.useCode' : 'signIn.useRecovery'} />
          </Button>
          <Button variant="quiet" onPress={onAgain}>
            <Both id="signIn.back" />
          </Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}
