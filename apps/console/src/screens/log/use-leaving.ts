import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/**
 * Asks before another page of the console is opened while something here would be lost by it.
 * @returns what answers the question, while it is asked: true leaves, false stays
 */
export function useLeaving(wouldLose: () => Promise<boolean>): ((leaves: boolean) => void) | undefined {
  const { history } = useRouter();
  const [answer, setAnswer] = useState<(leaves: boolean) => void>();
  useEffect(
    () =>
      history.block({
        // The browser's own question is asked by the draft.
        enableBeforeUnload: false,
        blockerFn: async ({ currentLocation, nextLocation }) => {
          if (currentLocation.pathname === nextLocation.pathname || !(await wouldLose())) return false;
          const leaves = await new Promise<boolean>((resolve) => {
            setAnswer(() => resolve);
          });
          setAnswer(undefined);
          return !leaves;
        },
      }),
    [history, wouldLose],
  );
  return answer;
}
