import type { Data } from '../door/data.js';

/** What one round of the clock did. */
export interface ClockRound { readonly returned: number; readonly minimised: number; readonly sealed: number; readonly destroyed: number; readonly forgotten: number }

const works = {
  returned: 'select app.return_unanswered() as n', minimised: 'select app.minimise_exits() as n', sealed: 'select stats.seal_due() as n',
  destroyed: 'select app.destroy_due() as n',
  forgotten: 'select sec.forget_expired() as n',
} as const;

/**
 * One round of the clock's work, each piece in a transaction of its own, so that one that fails holds up no other.
 * @returns undefined when another process is at it
 * @throws the first piece's error, after all were tried
 */
export async function workOfTheClock(data: Data): Promise<ClockRound | undefined> {
  const done = { returned: 0, minimised: 0, sealed: 0, destroyed: 0, forgotten: 0 };
  const failures: unknown[] = [];
  for (const [name, sql] of Object.entries(works)) {
    try {
      const mine = await data.asJob('', async (queries) => {
        const turn = await queries.one<{ mine: boolean }>('select pg_try_advisory_xact_lock(7190217402) as mine');
        if (turn.mine) done[name as keyof ClockRound] = (await queries.one<{ n: number }>(sql)).n;
        return turn.mine;
      });
      if (!mine) return undefined;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
}
