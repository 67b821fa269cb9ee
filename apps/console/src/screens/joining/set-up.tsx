import { useState } from 'react';
import { answered, api } from '../../api/api.js';
import { RadioGroup } from '../../kit/radio-group.js';
import { TextField } from '../../kit/text-field.js';
import { browserLanguage, type Language } from '../../words/words.js';
import { Both, bothOf } from './both.js';
import { ComingIn } from './coming-in.js';

const wellFormed = /^[a-z0-9][a-z0-9._-]{1,62}$/;

/** The first administrator of an installation, by the one-time code that the server shows on its own output. */
export function SetUp() {
  const [code, setCode] = useState('');
  const [signInName, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [language, setLanguage] = useState<Language>(browserLanguage);
  const isName = wellFormed.test(signInName.trim());
  const needed = (isTried: boolean, value: string): string | undefined =>
    isTried && value.trim() === '' ? bothOf('joining.needed') : undefined;
  return (
    <ComingIn
      title={<Both id="setUp.title" />}
      lead={<Both id="setUp.lead" />}
      action={<Both id="setUp.go" />}
      done={<Both id="setUp.done" />}
      isReady={code.trim() !== '' && isName && displayName.trim() !== ''}
      onSend={(password) =>
        answered(
          api.POST('/api/v1/set-up', {
            body: {
              code: code.trim(),
              signInName: signInName.trim(),
              displayName: displayName.trim(),
              language,
              password,
            },
          }),
        )
      }
      fields={(isTried) => (
        <>
          <TextField
            label={<Both id="setUp.code" />}
            value={code}
            onChange={setCode}
            error={needed(isTried, code)}
            width={32}
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
          <TextField
            label={<Both id="setUp.name" />}
            hint={<Both id="setUp.name.hint" />}
            value={signInName}
            onChange={setName}
            autoComplete="username"
            spellCheck={false}
            error={
              isTried && !isName
                ? bothOf(signInName.trim() === '' ? 'joining.needed' : 'setUp.name.wrong')
                : undefined
            }
          />
          <TextField
            label={<Both id="setUp.displayName" />}
            value={displayName}
            onChange={setDisplayName}
            error={needed(isTried, displayName)}
            autoComplete="name"
            maxLength={120}
          />
          <RadioGroup
            label={<Both id="setUp.language" />}
            look="segments"
            value={language}
            onChange={setLanguage}
            options={[
              { value: 'en', label: <span lang="en">English</span> },
              { value: 'fr', label: <span lang="fr">Français</span> },
            ]}
          />
        </>
      )}
    />
  );
}
