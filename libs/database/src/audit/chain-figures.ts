import type { Queries } from '../door/session.js';

/**
 * All audit chains together: how many events, and how many seconds ago the newest was written; null while
 * there is none. For the job login.
 */
export async function chainFigures(
  job: Queries,
): Promise<{ readonly events: number; readonly newestAge: number | null }> {
  const row = await job.one<{ events: string; newest_age: number | null }>(
    'select f.events, f.newest_age from sec.chain_figures() f',
  );
  return { events: Number(row.events), newestAge: row.newest_age };
}
