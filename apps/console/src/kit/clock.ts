import { createContext, useContext, useEffect, useReducer } from 'react';

/** What time it is, in milliseconds. The shell may give the server's domain time; a test gives a standing clock. */
export const ClockContext = createContext<() => number>(Date.now);

/** The time, renewed as often as asked, so that "in 19 hours" stays true on a screen left open. */
export function useNow(everyMs = 30_000): number {
  const clock = useContext(ClockContext);
  const [, renew] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const timer = setInterval(renew, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return clock();
}
