import { allReads, type Queries } from '#database/door';
import type { Planted } from './planted.js';
import type { Job } from './jobs.js';
import type { Question } from './statements.js';

type Statement = ReturnType<typeof allReads>[number];

/** Every statement of queries.sql, by its name. */
export function statements(): ReadonlyMap<string, Statement> {
  return new Map(allReads().map((read) => [read.name, read]));
}

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: Readonly<Record<string, number>> }];
}

async function explained(session: Queries, sql: string, parameters: readonly unknown[]): Promise<number> {
  const {
    'QUERY PLAN': [{ Plan: plan }],
  } = await session.one<Explained & Record<string, unknown>>(
    `explain (analyze, buffers, timing off, format json) ${sql}`,
    parameters,
  );
  return (
    ['Hit', 'Read']
      .flatMap((how) => ['Shared', 'Local'].map((where) => plan[`${where} ${how} Blocks`] ?? 0))
      .reduce((a, b) => a + b, 0) +
    (plan['Temp Read Blocks'] ?? 0) +
    (plan['Temp Written Blocks'] ?? 0)
  );
}

/**
 * So often a connection plans a function's statements for their parameters; from then on it may keep one plan
 * for all.
 */
const plannedEachTime = 5;

/**
 * A connection of another database that makes or drops many tables empties every connection's caches of the
 * catalogue; what is read to fill them again (some 2,600 buffers) is none of a statement's work. So each is
 * measured this often, and the least counts: a plan that reads more reads it every time.
 */
const measuredTimes = 3;

/**
 * How many buffers a statement takes for one question, all that its functions read and its policies ask
 * included: planned for the question, or by the plan that a connection keeps, whichever takes more. The first
 * time does not count: it fills the catalogue's caches.
 */
export async function buffersOf(
  { world }: Planted,
  { sql, first }: Statement,
  { as, parameters }: Question,
): Promise<number> {
  return world.data.as(world.actors[as].key, '', async (session) => {
    if (first !== undefined) await session.rows(first);
    const leastAfter = async (uncounted: number): Promise<number> => {
      const taken: number[] = [];
      for (let n = 0; n < uncounted + measuredTimes; n++)
        taken.push(await explained(session, sql, parameters));
      return Math.min(...taken.slice(uncounted));
    };
    await session.rows('set local plan_cache_mode = force_custom_plan');
    const planned = await leastAfter(1);
    await session.rows('set local plan_cache_mode = auto');
    return Math.max(planned, await leastAfter(plannedEachTime));
  });
}

/**
 * How many buffers one run of a job takes, in all its transactions with their commits. The first run does not
 * count, and of the others the least counts, as for a statement. What is read by other connections meanwhile
 * is counted with it, so there are more runs.
 */
export async function buffersOfJob({ world }: Planted, { due, run }: Job): Promise<number> {
  await due?.();
  await run();
  const counted: number[] = [];
  for (let n = 0; n < measuredTimes + 1; n++) {
    await due?.();
    const before = await taken(world);
    await run();
    counted.push((await taken(world)) - before);
  }
  return Math.min(...counted);
}

async function taken(world: Planted['world']): Promise<number> {
  // A connection tells its counts when it is idle for a while, or when it is told to.
  await world.data.asJob('', (queries) => queries.rows('select pg_stat_force_next_flush()'));
  const [row] = await world.database.plant<{ buffers: number }>(
    `select sum(coalesce(i.hits, 0) + coalesce(i.reads, 0))::float8 as buffers from pg_stat_activity a, pg_stat_get_backend_io(a.pid) i
    where a.datname = current_database() and a.usename = 'job' and i.object in ('relation', 'temp relation')`,
  );
  return row!.buffers;
}
