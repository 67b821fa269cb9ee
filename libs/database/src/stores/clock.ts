import type { Data } from '../door/data.js';
import { sealTables } from './sealing.js';

/** The pieces of the clock's work, in the order of a round: unanswered assignments return, exits are minimised, concluded ones sealed and destroyed, refusals appended to the audit, what is over forgotten, the audit's months made and removed, the weekly digest written. */
const works = {
  returned: 'select app.return_unanswered() as n',
  minimised: 'select app.minimise_exits() as n',
  sealed: sealTables,
  destroyed: 'select app.destroy_due() as n',
  refused: 'select sec.append_refusals() as n',
  forgotten: 'select sec.forget_expired() as n',
  months: 'select sec.keep_months() as n',
  digested: 'select app.write_digests() as n',
} as const;

export type ClockPiece = keyof typeof works;
export const clockPieces = Object.keys(works) as readonly ClockPiece[];

/** What one round of the clock did. */
export type ClockRound = Readonly<Record<ClockPiece, number>>;

const firstLock = 7_190_217_410;

/**
 * One piece of the clock's work. Of several that come at once each waits for the one before it and then finds little to do.
 * @returns how many were returned, minimised, …; of sealing how many tables, never how many situations
 */
export async function pieceOfTheClock(data: Data, piece: ClockPiece): Promise<number> {
  const work = works[piece];
  if (typeof work !== 'string') return work(data);
  return data.asJob('', async (queries) => {
    await queries.rows('select pg_advisory_xact_lock($1)', [firstLock + clockPieces.indexOf(piece)]);
    return (await queries.one<{ n: number }>(work)).n;
  });
}

/**
 * One round of all of it, at once: for a demo whose clock was moved. Everywhere else the job queue calls the pieces.
 * @throws the first piece's error, after all were tried
 */
export async function workOfTheClock(data: Data): Promise<ClockRound> {
  const done: Record<ClockPiece, number> = {
    returned: 0,
    minimised: 0,
    sealed: 0,
    destroyed: 0,
    refused: 0,
    forgotten: 0,
    months: 0,
    digested: 0,
  };
  const failures: unknown[] = [];
  for (const piece of clockPieces) {
    try {
      done[piece] = await pieceOfTheClock(data, piece);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
}

/** The wall clock of the database: one for all processes, and not moved by a demo. */
export async function databaseTime(data: Data): Promise<Date> {
  return data.asJob(
    '',
    async (queries) => (await queries.one<{ now: Date }>('select clock_timestamp() as now')).now,
  );
}
