import { counted } from '#domain/text';
import type { Data } from '../door/data.js';
import { runEnds, workThrough, type Run } from './due.js';
import { sealTables } from './sealing.js';
import { inTurn, sweep } from './sweep.js';

type Work = (data: Data, isOver: () => boolean) => Promise<Run>;

/**
 * The pieces of the scheduled work, in the order of a round: unanswered assignments return, exits are
 * minimised, what hangs on seats that lapsed is handed over, concluded ones sealed and destroyed,
 * refusals appended to the audit, what is over forgotten, the audit's months made and removed, the weekly
 * digest written.
 */
const works = {
  returned: (data, isOver) => workThrough(data, 'returned', isOver),
  minimised: (data, isOver) => workThrough(data, 'minimised', isOver),
  handedOver: (data, isOver) =>
    inTurn(
      () => workThrough(data, 'lapsed', isOver),
      () => workThrough(data, 'keptseat', isOver),
      () => workThrough(data, 'vacancies', isOver),
      () => workThrough(data, 'tasks', isOver),
    ),
  sealed: sealTables,
  destroyed: (data, isOver) =>
    inTurn(
      () => workThrough(data, 'destroyed', isOver),
      () => workThrough(data, 'youth', isOver),
    ),
  refused: (data, isOver) => workThrough(data, 'refused', isOver),
  forgotten: (data, isOver) =>
    inTurn(
      () => sweep(data, 'select sec.forget_expired($1) as n', isOver),
      () => sweep(data, 'select sec.expire_receipts() as n', isOver),
    ),
  months: (data, isOver) => sweep(data, 'select sec.keep_months() as n', isOver),
  digested: (data, isOver) =>
    inTurn(
      () => workThrough(data, 'digested', isOver),
      () => sweep(data, 'select app.post_digests($1) as n', isOver),
    ),
} satisfies Record<string, Work>;

export type ScheduledJob = keyof typeof works;
export const scheduledJobs = Object.keys(works) as readonly ScheduledJob[];

/** What one round of the scheduled work did. */
export type ScheduledRound = Readonly<Record<ScheduledJob, number>>;

/**
 * Rows of scheduled work failed: they are noted, tried again and named on the health page, and nothing else
 * waited for them.
 */
export class RowsFailed extends Error {
  override readonly name = 'RowsFailed';

  /** @param code of the first of them */
  constructor(
    readonly code: string,
    readonly count: number,
    readonly done: number,
  ) {
    super(`${counted(count, 'row')} of scheduled work failed`);
  }
}

/**
 * One run of one piece. It may run beside another in any process.
 * @returns how many were returned, minimised, …; of sealing how many tables, never how many situations
 * @throws RowsFailed after all of it was tried
 */
export async function runScheduledJob(data: Data, piece: ScheduledJob): Promise<number> {
  const { done, failures } = await works[piece](data, runEnds());
  const [first] = failures;
  if (first !== undefined) throw new RowsFailed(first, failures.length, done);
  return done;
}

/**
 * One round of all of it, at once: for a demo whose clock was moved. Everywhere else the job queue calls the pieces.
 * @throws the first piece's error, after all were tried
 */
export async function runScheduledJobs(data: Data): Promise<ScheduledRound> {
  const done = Object.fromEntries(scheduledJobs.map((piece) => [piece, 0])) as Record<ScheduledJob, number>;
  const errors: unknown[] = [];
  for (const piece of scheduledJobs) {
    try {
      done[piece] = await runScheduledJob(data, piece);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  return done;
}

/** The wall clock of the database: one for all processes, and not moved by a demo. */
export async function databaseTime(data: Data): Promise<Date> {
  return data.asJob(
    '',
    async (queries) => (await queries.one<{ now: Date }>('select clock_timestamp() as now')).now,
  );
}
