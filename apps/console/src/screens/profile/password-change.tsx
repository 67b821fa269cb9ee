import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { PasswordField } from '../../kit/password-field.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { useToast } from '../../kit/toasts.js';
import { passwordFaults, type PasswordFault } from '../../shared/new-password.js';
import { sessionsKey } from './queries.js';

/** A new password; every other session of the account ends with the old one. */
export function PasswordChange() {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const faults = passwordFaults(chosen, again);
  const change = useAction(
    (body: { password: string; newPassword: string }) => ask(() => api.PUT('/api/v1/me/password', { body })),
    {
      changes: [sessionsKey],
      onDone: () => {
        setPassword('');
        setChosen('');
        setAgain('');
        setTried(false);
        // Passwords do not stay in the memory of what was sent.
        change.forget();
        toast({ message: formatMessage({ id: 'profile.password.done' }) });
      },
    },
  );
  const said = (fault: PasswordFault | undefined): string | undefined =>
    isTried && fault !== undefined ? formatMessage({ id: `profile.password.${fault}` }) : undefined;
  const submit = (): void => {
    setTried(true);
    if (password !== '' && Object.keys(faults).length === 0) change.do({ password, newPassword: chosen });
  };
  return (
    <Panel title={formatMessage({ id: 'profile.password' })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          {change.error instanceof Refused && <ProblemNotice problem={change.error.problem} />}
          <PasswordField
            label={formatMessage({ id: 'profile.password.now' })}
            value={password}
            onChange={setPassword}
            error={said(password === '' ? 'needed' : undefined)}
            autoComplete="current-password"
          />
          <PasswordField
            label={formatMessage({ id: 'profile.password.new' })}
            hint={formatMessage({ id: 'profile.password.hint' })}
            value={chosen}
            onChange={setChosen}
            error={said(faults.password)}
            autoComplete="new-password"
          />
          <PasswordField
            label={formatMessage({ id: 'profile.password.again' })}
            value={again}
            onChange={setAgain}
            error={said(faults.again)}
            autoComplete="new-password"
          />
          <ButtonRow>
            <Button type="submit" pending={change.pending}>
              {formatMessage({ id: 'profile.password.go' })}
            </Button>
          </ButtonRow>
        </Stack>
      </form>
    </Panel>
  );
}
