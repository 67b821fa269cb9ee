import { Injectable } from '@nestjs/common';
import { FairTurns, type TurnPlace } from '#edge';

/**
 * How many tries of one source and account, of one source, and in all may wait at a time; one more, and one
 * of them gives way.
 */
const room = { part: 60, group: 400, all: 2_000 };

/**
 * The lanes in which work is done that somebody can ask for who has proved nothing yet. Each has places of
 * its own: strangers can fill neither the connections to the database nor the threads that hash passwords,
 * and each waits behind their own crowd.
 */
@Injectable()
export class Lanes {
  private readonly intake = new FairTurns({ atOnce: 1, ...room });
  private readonly lookups = new FairTurns({ atOnce: 2, ...room });
  private readonly open = new FairTurns({ atOnce: 2, ...room });
  private readonly known = new FairTurns({ atOnce: 1, ...room });

  /** The database is asked about a try before it is judged: short. */
  take<T>(place: TurnPlace, work: () => Promise<T>): Promise<T> {
    return this.intake.take(place, 0, work);
  }

  /** The database is asked whose token that is, by somebody whom this process does not know yet: short. */
  lookUp<T>(place: TurnPlace, work: () => Promise<T>): Promise<T> {
    return this.lookups.take(place, 0, work);
  }

  /** A try is judged that anybody could have made. @param pauseMs what the throttle says */
  judge<T>(place: TurnPlace, pauseMs: number, work: () => Promise<T>, isGone?: () => boolean): Promise<T> {
    return this.open.take(place, pauseMs, work, isGone);
  }

  /** A try is judged of somebody who came with a device or a session of their own. @param whose that one */
  judgeKnown<T>(whose: string, work: () => Promise<T>): Promise<T> {
    return this.known.take({ group: whose, part: '' }, 0, work);
  }
}
