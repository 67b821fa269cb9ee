import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { answered, api, Refused } from '../../api/api.js';
import { meKey, signedIn, type Me } from '../../api/me.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Page, Stack } from '../../kit/layout.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextField } from '../../kit/text-field.js';
import { Both, bothOf } from './both.js';
import { SecondFactor } from './second-factor.js';

export interface SignInProps {
  readonly title?: ReactNode;
  readonly lead?: ReactNode;
  readonly onSignedIn?: (me: Me) => void;
}

/** The door, in both languages side by side: name and password, then a code where an authenticator is set up. */
export function SignIn({
  title = <Both id="signIn.title" />,
  lead = <Both id="signIn.lead" />,
  onSignedIn,
}: SignInProps) {
  const queries = useQueryClient();
  const [challenge, setChallenge] = useState<string>();
  const [error, setError] = useState<unknown>();
  const enter = async (): Promise<void> => {
    const me = await answered(api.GET('/api/v1/me'));
    signedIn.note();
    if (onSignedIn === undefined) queries.setQueryData(meKey, me);
    else onSignedIn(me);
  };
  const tried = async (step: () => Promise<void>): Promise<void> => {
    setError(undefined);
    await step().catch(setError);
  };
  return (
    <main className="door">
      <Page width="narrow">
        <PageHeader title={title} lead={lead} />
        <Panel>
          <Stack>
            {error instanceof Refused && <ProblemNotice problem={error.problem} />}
            {error !== undefined && !(error instanceof Refused) && (
              <Notice tone="warning" says="assertive">
                <Both id="signIn.unreached" />
              </Notice>
            )}
            {challenge === undefined ? (
              <Password
                onGiven={(signInName, password) =>
                  tried(async () => {
                    const { next, challenge: given } = await answered(
                      api.POST('/api/v1/session', { body: { signInName, password } }),
                    );
                    if (next === 'secondFactor' && given !== null) setChallenge(given);
                    else await enter();
                  })
                }
              />
            ) : (
              <SecondFactor
                onAgain={() => {
                  setChallenge(undefined);
                }}
                onGiven={(proof) =>
                  tried(async () => {
                    await answered(
                      api.POST('/api/v1/session/second-factor', { body: { challenge, ...proof } }),
                    );
                    await enter();
                  })
                }
              />
            )}
          </Stack>
        </Panel>
        {onSignedIn === undefined && (
          <p>
            <Link to="/join">
              <Both id="signIn.invited" />
            </Link>
          </p>
        )}
      </Page>
    </main>
  );
}

function Password({
  onGiven,
}: {
  readonly onGiven: (signInName: string, password: string) => Promise<void>;
}) {
  const [signInName, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const needed = (value: string): string | undefined =>
    isTried && value === '' ? bothOf('signIn.needed') : undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (signInName === '' || password === '') return;
    setPending(true);
    await onGiven(signInName, password);
    setPending(false);
    setPassword('');
    setTried(false);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <TextField
          label={<Both id="signIn.name" />}
          value={signInName}
          onChange={setName}
          error={needed(signInName)}
          autoComplete="username"
          spellCheck={false}
          autoFocus
        />
        <TextField
          label={<Both id="signIn.password" />}
          value={password}
          onChange={setPassword}
          error={needed(password)}
          type="password"
          autoComplete="current-password"
        />
        <ButtonRow>
          <Button variant="primary" type="submit" pending={isPending}>
            <Both id="signIn.go" />
          </Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}
