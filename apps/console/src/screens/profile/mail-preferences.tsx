import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import { changeProfile, useProfile, type MailPreferences } from '../../api/profile.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Switch } from '../../kit/switch.js';
import { TextField } from '../../kit/text-field.js';
import { useToast } from '../../kit/toasts.js';

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether and when letters may come. */
export function MailPreferencesForm() {
  const { formatMessage } = useIntl();
  const { data: profile } = useProfile();
  return (
    <Panel title={formatMessage({ id: 'profile.letters' })}>
      {profile !== undefined && <Preferences key={profile.tag} mail={profile.data.mail} />}
    </Panel>
  );
}

function Preferences({ mail }: { readonly mail: MailPreferences }) {
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  const toast = useToast();
  const [from, setFrom] = useState(mail.quietFrom);
  const [until, setUntil] = useState(mail.quietUntil);
  const save = useAction((preferences: MailPreferences) => changeProfile(queries, { mail: preferences }), {
    onDone: () => { toast({ message: formatMessage({ id: 'profile.letters.saved' }) }); },
  });
  const fault = (value: string): string | undefined => (timeOfDay.test(value) ? undefined : formatMessage({ id: 'profile.letters.time' }));
  const canSave = timeOfDay.test(from) && timeOfDay.test(until);
  return (
    <Stack>
      {save.error instanceof Refused && <ProblemNotice problem={save.error.problem} />}
      <Switch checked={mail.wanted} hint={formatMessage({ id: 'profile.letters.hint' })} onChange={(wanted) => { save.do({ wanted, quietFrom: mail.quietFrom, quietUntil: mail.quietUntil }); }}>{formatMessage({ id: 'profile.letters.wanted' })}</Switch>
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (canSave) save.do({ wanted: mail.wanted, quietFrom: from, quietUntil: until }); }}>
        <Stack>
          <div className="quiet-hours">
            <TextField label={formatMessage({ id: 'profile.letters.from' })} value={from} onChange={setFrom} error={fault(from)} width={8} inputMode="numeric" autoComplete="off" />
            <TextField label={formatMessage({ id: 'profile.letters.until' })} value={until} onChange={setUntil} error={fault(until)} width={8} inputMode="numeric" autoComplete="off" />
          </div>
          <ButtonRow><Button type="submit" pending={save.pending}>{formatMessage({ id: 'profile.letters.save' })}</Button></ButtonRow>
        </Stack>
      </form>
    </Stack>
  );
}
