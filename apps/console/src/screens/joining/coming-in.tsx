import { createLink } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Refused, Unreached } from '../../api/api.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Button } from '../../kit/button.js';
import { Page, Stack } from '../../kit/layout.js';
import { LinkButton } from '../../kit/link-button.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import { PasswordField } from '../../kit/password-field.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Both, bothOf } from './both.js';
import { passwordFaults, type PasswordFault } from '../../shared/new-password.js';

const Go = createLink(LinkButton);

export interface ComingInProps {
  readonly title: ReactNode;
  readonly lead: ReactNode;
  readonly action: ReactNode;
  readonly done: ReactNode;
  /** The fields before the password; `isTried` once somebody wanted to go on. */
  readonly fields: (isTried: boolean) => ReactNode;
  readonly isReady: boolean;
  /** What can be done besides, after the form. */
  readonly more?: ReactNode;
  readonly onSend: (password: string) => Promise<unknown>;
}

const faultWords = {
  needed: 'joining.needed',
  short: 'joining.password.short',
  differs: 'joining.again.differs',
} as const satisfies Record<PasswordFault, string>;

/** A form that ends with a password of one's own and leads to the door. */
export function ComingIn({ title, lead, action, done, fields, isReady, more, onSend }: ComingInProps) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [isDone, setDone] = useState(false);
  const [error, setError] = useState<unknown>();
  const faults = passwordFaults(password, again);
  const said = (fault: PasswordFault | undefined): string | undefined =>
    isTried && fault !== undefined ? bothOf(faultWords[fault]) : undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    setError(undefined);
    if (!isReady || Object.keys(faults).length > 0) return;
    setPending(true);
    try {
      await onSend(password);
      setPassword('');
      setAgain('');
      setDone(true);
    } catch (reason) {
      setError(reason);
    } finally {
      setPending(false);
    }
  };
  return (
    <main className="door">
      <Page width="narrow">
        <PageHeader title={title} lead={lead} />
        <Panel>
          {isDone ? (
            <Notice
              tone="success"
              says="polite"
              action={
                <Go to="/" variant="primary">
                  <Both id="joining.signIn" />
                </Go>
              }
            >
              {done}
            </Notice>
          ) : (
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void submit();
              }}
            >
              <Stack>
                {error instanceof Refused && <ProblemNotice problem={error.problem} />}
                {error instanceof Unreached && (
                  <Notice tone="warning" says="assertive">
                    <Both id="joining.unreached" />
                  </Notice>
                )}
                {fields(isTried)}
                <PasswordField
                  label={<Both id="joining.password" />}
                  hint={<Both id="joining.password.hint" />}
                  value={password}
                  onChange={setPassword}
                  error={said(faults.password)}
                  autoComplete="new-password"
                />
                <PasswordField
                  label={<Both id="joining.again" />}
                  value={again}
                  onChange={setAgain}
                  error={said(faults.again)}
                  autoComplete="new-password"
                />
                <ButtonRow>
                  <Button variant="primary" type="submit" pending={isPending}>
                    {action}
                  </Button>
                </ButtonRow>
              </Stack>
            </form>
          )}
        </Panel>
        {!isDone && more}
        {!isDone && (
          <p>
            <Go to="/" variant="quiet" size="small">
              <Both id="joining.signIn" />
            </Go>
          </p>
        )}
      </Page>
    </main>
  );
}
