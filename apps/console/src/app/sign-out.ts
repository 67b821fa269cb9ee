import { useState } from 'react';
import { actingSeat } from '../api/acting-seat.js';
import { answered, api, Refused } from '../api/api.js';
import { signedIn } from '../api/me.js';
import { useAction } from '../api/use-action.js';

/**
 * Whether something would be lost if the page were left now. It is asked as the browser asks before a page is
 * closed, so that a person with unsaved words is asked once. An action that is still held before it is sent is
 * given up by it.
 */
export const wouldLoseSomething = (): boolean =>
  !dispatchEvent(new Event('beforeunload', { cancelable: true }));

/**
 * Ends the session after every action that was taken before; then the page begins again, and nothing that was
 * read or waited outlives it.
 */
export function useSignOut() {
  const [isLeaving, setLeaving] = useState(false);
  const action = useAction(
    (_: null) =>
      answered<unknown>(api.DELETE('/api/v1/session')).catch((error: unknown) => {
        // It had ended before.
        if (!(error instanceof Refused) || error.problem.status !== 401) throw error;
      }),
    {
      onDone: () => {
        actingSeat.set(undefined);
        signedIn.forget();
        // It was asked already.
        addEventListener(
          'beforeunload',
          (event) => {
            event.stopImmediatePropagation();
          },
          { capture: true },
        );
        location.assign('/');
      },
      onRefused: () => {
        setLeaving(false);
      },
    },
  );
  return {
    /** From the press on: whoever walks away while the server does not answer leaves nothing to read. */
    isLeaving,
    signOut: (): void => {
      setLeaving(true);
      action.do(null);
    },
  };
}
