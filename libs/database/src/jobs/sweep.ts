import type { Data } from '../door/data.js';
import { runEnds, type Run } from './due.js';

/** How many rows of each table one transaction removes. */
const together = 2_000;

/**
 * Calls a function that removes some of what is over, each time in a transaction of its own, until there is
 * nothing left or the run is over.
 */
export async function sweep(data: Data, sql: string, isOver = runEnds()): Promise<Run> {
  let done = 0;
  for (let n = 1; n > 0 && !isOver(); done += n)
    n = await data.asJob('', async (queries) =>
      Number((await queries.one<{ n: string }>(sql, sql.includes('$1') ? [together] : [])).n),
    );
  return { done, failures: [] };
}

/** One run after the other; a failed one holds up none. @throws the first error, after all were tried */
export async function inTurn(...runs: readonly (() => Promise<Run>)[]): Promise<Run> {
  const errors: unknown[] = [];
  const failures: string[] = [];
  let done = 0;
  for (const run of runs) {
    try {
      const one = await run();
      done += one.done;
      failures.push(...one.failures);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  return { done, failures };
}
