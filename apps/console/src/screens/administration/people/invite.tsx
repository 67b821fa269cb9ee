import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { RadioGroup } from '../../../kit/radio-group.js';
import { Select } from '../../../kit/select.js';
import { TextField } from '../../../kit/text-field.js';
import { invitationsKey, useEveryAgency, usersKey } from '../queries.js';
import { Token } from './token.js';

type Input = Schema<'CreateUserRequest'>;
const none = 'none';

/** Invites somebody: the token goes to the person, the code comes from their agency's privacy officer. */
export function Invite() {
  const { formatMessage } = useIntl();
  const agencies = useEveryAgency();
  const [signInName, setSignIn] = useState('');
  const [displayName, setName] = useState('');
  const [language, setLanguage] = useState<'en' | 'fr'>('en');
  const [agency, setAgency] = useState<string>(none);
  const [mail, setMail] = useState('');
  const [made, setMade] = useState<{ token: string | null; who: string }>();
  const invite = useAction(
    (body: Input, once) => ask(() => api.POST('/api/v1/users', { params: { header: once }, body })),
    {
      changes: [usersKey, invitationsKey],
      onDone: ({ token }, { displayName: who }) => {
        setMade({ token, who });
        setSignIn('');
        setName('');
        setMail('');
      },
    },
  );
  const send = (): void => {
    setMade(undefined);
    invite.do({
      signInName,
      displayName,
      language,
      agencyId: agency === none ? null : agency,
      ...(mail.trim() !== '' && { mailAddress: mail.trim() }),
    });
  };
  return (
    <Panel title={formatMessage({ id: 'office.invite' })}>
      <TextField
        label={formatMessage({ id: 'office.displayName' })}
        value={displayName}
        onChange={setName}
        width={32}
        autoComplete="off"
      />
      <TextField
        label={formatMessage({ id: 'office.signInName' })}
        hint={formatMessage({ id: 'office.signInName.hint' })}
        value={signInName}
        onChange={setSignIn}
        width={20}
        autoComplete="off"
        spellCheck={false}
      />
      <RadioGroup
        label={formatMessage({ id: 'office.language' })}
        look="segments"
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'en', label: formatMessage({ id: 'office.language.en' }) },
          { value: 'fr', label: formatMessage({ id: 'office.language.fr' }) },
        ]}
      />
      <Select
        label={formatMessage({ id: 'office.agency' })}
        hint={formatMessage({ id: 'office.invite.agency' })}
        value={agency}
        onChange={setAgency}
        options={[
          { value: none, label: formatMessage({ id: 'office.invite.none' }) },
          ...agencies.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField
        label={formatMessage({ id: 'office.mail' })}
        hint={formatMessage({ id: 'office.mail.hint' })}
        optional
        type="email"
        value={mail}
        onChange={setMail}
        width={32}
        autoComplete="off"
      />
      {invite.error instanceof Refused && <ProblemNotice problem={invite.error.problem} />}
      {made !== undefined && <Token {...made} />}
      <div>
        <Button
          variant="primary"
          icon="send"
          pending={invite.pending}
          disabled={signInName.trim().length < 2 || displayName.trim() === ''}
          onPress={send}
        >
          {formatMessage({ id: 'office.invite.go' })}
        </Button>
      </div>
    </Panel>
  );
}
