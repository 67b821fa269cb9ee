import { useState } from 'react';
import type { Schema } from '#api-client';
import { answered, api, Refused } from '../../api/api.js';
import { Button } from '../../kit/button.js';
import { Notice } from '../../kit/notice.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Both } from './both.js';

/** Six digits on the invitee's screen, for somebody who stands beside and types them on a device of their own. */
export function Digits({ token }: { readonly token: string }) {
  const [shown, setShown] = useState<Schema<'DigitsResponse'>>();
  const [error, setError] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const show = async (): Promise<void> => {
    setPending(true);
    setError(undefined);
    try {
      setShown(await answered(api.POST('/api/v1/joining/digits', { body: { token } })));
    } catch (reason) {
      setError(reason);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button
        pending={isPending}
        onPress={() => {
          void show();
        }}
      >
        <Both id="joining.digits" />
      </Button>
      {shown !== undefined && (
        <Notice tone="info" says="polite" title={shown.digits}>
          <Both id="joining.digits.hint" />
        </Notice>
      )}
      {error instanceof Refused && <ProblemNotice problem={error.problem} />}
    </>
  );
}
