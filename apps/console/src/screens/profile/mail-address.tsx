import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { profileKey, useProfile } from '../../api/profile.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextField } from '../../kit/text-field.js';
import { useToast } from '../../kit/toasts.js';

/** The one address that emails go to; a new one counts once its code was typed. */
export function MailAddress() {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { data: profile } = useProfile();
  const [address, setAddress] = useState('');
  const propose = useAction(
    (given: string) => ask(() => api.PUT('/api/v1/me/mail-address', { body: { address: given } })),
    {
      changes: [profileKey],
      onDone: () => {
        setAddress('');
      },
    },
  );
  const forget = useAction(() => ask(() => api.DELETE('/api/v1/me/mail-address')), {
    changes: [profileKey],
    onDone: () => {
      toast({ message: formatMessage({ id: 'profile.mail.forgotten' }) });
    },
  });
  const mail = profile?.data.mail;
  const failed = propose.error ?? forget.error;
  return (
    <Panel title={formatMessage({ id: 'profile.mail' })}>
      <p>{formatMessage({ id: 'profile.mail.lead' })}</p>
      {failed instanceof Refused && <ProblemNotice problem={failed.problem} />}
      {mail !== undefined && (
        <p>
          {mail.address === null ? (
            formatMessage({ id: 'profile.mail.none' })
          ) : (
            <strong>{mail.address}</strong>
          )}
        </p>
      )}
      {mail !== undefined && mail.pendingAddress !== null && <Confirmation address={mail.pendingAddress} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') propose.do(address.trim());
        }}
      >
        <Stack>
          <TextField
            label={formatMessage({ id: 'profile.mail.new' })}
            type="email"
            autoComplete="email"
            value={address}
            onChange={setAddress}
            width={32}
          />
          <ButtonRow>
            <Button type="submit" pending={propose.pending}>
              {formatMessage({ id: 'profile.mail.send' })}
            </Button>
            {mail !== undefined && mail.address !== null && (
              <Button
                variant="quiet"
                pending={forget.pending}
                onPress={() => {
                  forget.do(undefined);
                }}
              >
                {formatMessage({ id: 'profile.mail.forget' })}
              </Button>
            )}
          </ButtonRow>
        </Stack>
      </form>
    </Panel>
  );
}

function Confirmation({ address }: { readonly address: string }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const [code, setCode] = useState('');
  const confirm = useAction(
    (given: string) => ask(() => api.POST('/api/v1/me/mail-address/confirmation', { body: { code: given } })),
    {
      changes: [profileKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'profile.mail.confirmed' }) });
      },
    },
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') confirm.do(code.trim());
      }}
    >
      <Stack>
        {confirm.error instanceof Refused && <ProblemNotice problem={confirm.error.problem} />}
        <TextField
          label={formatMessage({ id: 'profile.mail.code' })}
          hint={formatMessage({ id: 'profile.mail.pending' }, { address })}
          value={code}
          onChange={setCode}
          width={12}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <ButtonRow>
          <Button variant="primary" type="submit" pending={confirm.pending}>
            {formatMessage({ id: 'profile.mail.confirm' })}
          </Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}
