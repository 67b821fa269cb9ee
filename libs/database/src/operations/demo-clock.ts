import type { Session } from '../door/session.js';

/** Moves the demo's clock forwards and returns the domain's new time. P0002 where this is no demo. */
export async function advanceDemoClock(session: Session, minutes: number): Promise<Date> {
  return (await session.one<{ now: Date }>('select sec.advance_demo_clock($1) as now', [minutes])).now;
}
