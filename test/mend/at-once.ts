import { Client } from 'pg';
import type { TestDatabase } from '#testing';

/** How long a request that takes no lock is given to be done; one that waits is seen long before. */
const settled = 1_500;

/**
 * Two requests that overlap in a known order: while rows are held that both must lock, the first is sent,
 * then the second; then the rows are let go. Without a lock in common both go on from the same state.
 * @param hold SQL that locks what both need
 */
export async function overlapping<A, B>(
  database: TestDatabase,
  hold: readonly [sql: string, parameters: readonly unknown[]],
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const holder = new Client({ connectionString: database.url('postgres') });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(hold[0], [...hold[1]]);
    const one = first();
    await waiting(database, 1);
    const two = second();
    await waiting(database, 2);
    await holder.query('commit');
    return await Promise.all([one, two]);
  } finally {
    await holder.end();
  }
}

async function waiting(database: TestDatabase, count: number): Promise<void> {
  const until = Date.now() + settled;
  while (Date.now() < until) {
    const [row] = await database.plant<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (row!.n >= count) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}
