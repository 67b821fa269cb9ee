import { useMemo, type ReactNode } from 'react';
import { ClockContext } from '../kit/clock.js';

/**
 * The server's time for everything that counts down: a wrong clock of the device, or a demo ahead of the
 * wall, changes nothing.
 */
export function DomainClock({
  now,
  readAt,
  children,
}: {
  readonly now: string;
  readonly readAt: number;
  readonly children: ReactNode;
}) {
  const clock = useMemo(() => {
    const ahead = Date.parse(now) - readAt;
    return () => Date.now() + ahead;
  }, [now, readAt]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}
