import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, askTagged, ifMatch, type Tagged } from '../../api/api.js';
import { profileKey, useProfile, type MailPreferences, type Profile } from '../../api/profile.js';
import { useEdit } from '../../api/use-edit.js';
import { Conflict } from '../../shared/conflict.js';
import { useLanguage } from '../../session/language.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Switch } from '../../kit/switch.js';
import { TextField } from '../../kit/text-field.js';
import { useToast } from '../../kit/toasts.js';

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether and when emails may come. */
export function MailPreferencesForm() {
  const { formatMessage } = useIntl();
  const { data: profile } = useProfile();
  return (
    <Panel title={formatMessage({ id: 'profile.emails' })}>
      {profile !== undefined && <Preferences profile={profile} />}
    </Panel>
  );
}

function Preferences({ profile }: { readonly profile: Tagged<Profile> }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { language } = useLanguage();
  const { mail } = profile.data;
  const [from, setFrom] = useState(mail.quietFrom);
  const [until, setUntil] = useState(mail.quietUntil);
  const [wanted, setWanted] = useState(mail.wanted);
  // As it was when writing began: what is read meanwhile is not what was written on.
  const [before, setBefore] = useState<MailPreferences>(mail);
  const show = (theirs: MailPreferences): void => {
    setBefore(theirs);
    setFrom(theirs.quietFrom);
    setUntil(theirs.quietUntil);
    setWanted(theirs.wanted);
  };
  const save = useEdit<MailPreferences, Profile, Tagged<Profile>>({
    tag: profile.tag,
    read: () => askTagged(() => api.GET('/api/v1/me/profile')),
    save: (preferences, tag) =>
      askTagged(() =>
        api.PATCH('/api/v1/me/profile', {
          params: { header: ifMatch(tag) },
          body: { language, mail: preferences },
        }),
      ),
    tagAfter: ({ tag }) => tag,
    isUntouched: ({ mail: now }) =>
      (['wanted', 'quietFrom', 'quietUntil'] as const).every((name) => now[name] === before[name]),
    isSaved: ({ mail: now }, sent) =>
      (['wanted', 'quietFrom', 'quietUntil'] as const).every((name) => now[name] === sent[name]),
    onRefused: () => {
      setWanted(before.wanted);
    },
    changes: [profileKey],
    onTheirs: (theirs) => {
      show(theirs.mail);
    },
    onDone: ({ data }) => {
      show(data.mail);
      toast({ message: formatMessage({ id: 'profile.emails.saved' }) });
    },
  });
  const { overtaken } = save;
  const yesOrNo = (yes: boolean): string =>
    formatMessage({ id: yes ? 'profile.emails.yes' : 'profile.emails.no' });
  const fault = (value: string): string | undefined =>
    timeOfDay.test(value) ? undefined : formatMessage({ id: 'profile.emails.time' });
  const canSave = timeOfDay.test(from) && timeOfDay.test(until);
  return (
    <Stack>
      {save.problem !== undefined && <ProblemNotice problem={save.problem} />}
      <Switch
        checked={wanted}
        hint={formatMessage({ id: 'profile.emails.hint' })}
        onChange={(yes) => {
          setWanted(yes);
          save.do({
            wanted: yes,
            quietFrom: canSave ? from : mail.quietFrom,
            quietUntil: canSave ? until : mail.quietUntil,
          });
        }}
      >
        {formatMessage({ id: 'profile.emails.wanted' })}
      </Switch>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) save.do({ wanted, quietFrom: from, quietUntil: until });
        }}
      >
        <Stack>
          <div className="quiet-hours">
            <TextField
              label={formatMessage({ id: 'profile.emails.from' })}
              value={from}
              onChange={setFrom}
              error={fault(from)}
              width={8}
              inputMode="numeric"
              autoComplete="off"
            />
            <TextField
              label={formatMessage({ id: 'profile.emails.until' })}
              value={until}
              onChange={setUntil}
              error={fault(until)}
              width={8}
              inputMode="numeric"
              autoComplete="off"
            />
          </div>
          <ButtonRow>
            <Button type="submit" pending={save.pending}>
              {formatMessage({ id: 'profile.emails.save' })}
            </Button>
          </ButtonRow>
        </Stack>
      </form>
      {overtaken !== undefined && (
        <Conflict
          isOpen
          onMine={save.keepMine}
          onTheirs={save.takeTheirs}
          onLater={save.settleLater}
          fields={[
            {
              label: formatMessage({ id: 'profile.emails.wanted' }),
              mine: yesOrNo(overtaken.mine.wanted),
              theirs: yesOrNo(overtaken.theirs.mail.wanted),
            },
            {
              label: formatMessage({ id: 'profile.emails.from' }),
              mine: overtaken.mine.quietFrom,
              theirs: overtaken.theirs.mail.quietFrom,
            },
            {
              label: formatMessage({ id: 'profile.emails.until' }),
              mine: overtaken.mine.quietUntil,
              theirs: overtaken.theirs.mail.quietUntil,
            },
          ]}
        />
      )}
    </Stack>
  );
}
