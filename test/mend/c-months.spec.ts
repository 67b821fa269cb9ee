import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runScheduledJobs } from '#database/jobs';
import { takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const plant = <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  world.database.plant<T & Record<string, unknown>>(sql, parameters);

const monthsOf = async (table: string): Promise<string[]> =>
  (
    await plant<{ name: string }>(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass order by 1`,
      [table],
    )
  ).map(({ name }) => name);

/** Appends events of given months to a chain, in that order, as commits would. */
async function append(chain: string, months: readonly number[]): Promise<void> {
  for (const month of months)
    await plant(
      `insert into audit.pending (chain, at_us, action, object_type, fields, outcome, detail)
      values ($1, (extract(epoch from timestamptz '2024-01-15 12:00+00' + make_interval(months => $2)) * 1000000)::bigint, 'meeting.note', 'meeting', '{}', 'allow', '{}')`,
      [chain, month],
    );
}

describe('the audit by month', () => {
  it('keeps an event and a first read in the partition of their month', async () => {
    await takeTo(world, 'deidentified');
    const now = (
      await plant<{ m: string }>(`select to_char(clock_timestamp() at time zone 'UTC', '_YYYY_MM') as m`)
    )[0]!.m;
    const places = await plant<{ place: string }>(
      `select distinct e.tableoid::regclass::text as place from audit.event e union select distinct r.tableoid::regclass::text from audit.first_read r`,
    );
    expect(places.map(({ place }) => place).sort()).toEqual([`audit.event${now}`, `audit.first_read${now}`]);
  });

  it('makes a month by its first event where the job did not make it, protected as the others are', async () => {
    const chain = randomUUID();
    expect(await monthsOf('audit.event')).not.toContain('event_2031_03');
    await append(chain, [86]);
    expect(await monthsOf('audit.event')).toContain('event_2031_03');
    const [made] = await plant<object>(
      `select c.relrowsecurity and c.relforcerowsecurity as forced, c.relacl::text as acl,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies, (select count(*)::int from pg_trigger t where t.tgrelid = c.oid) as triggers
      from pg_class c where c.oid = 'audit.event_2031_03'::regclass`,
    );
    expect(made).toEqual({ forced: true, acl: null, policies: 1, triggers: 1 });
    await expect(plant('delete from audit.event_2031_03')).rejects.toMatchObject({ code: '42501' });
    await expect(plant('truncate audit.event_2031_03')).rejects.toMatchObject({ code: '42501' });
  });

  it('made by two transactions at once, is made once and loses no event', async () => {
    const chains = Array.from({ length: 6 }, () => randomUUID());
    const { Client } = await import('pg');
    const clients = await Promise.all(
      chains.map(async () => {
        const client = new Client({ connectionString: world.database.url('postgres') });
        await client.connect();
        return client;
      }),
    );
    await Promise.all(
      clients.map((client, i) =>
        client.query(
          `insert into audit.pending (chain, at_us, action, fields, outcome, detail)
          values ($1, (extract(epoch from timestamptz '2033-07-01 00:00+00') * 1000000)::bigint, 'test.written', '{}', 'allow', '{}')`,
          [chains[i]],
        ),
      ),
    );
    for (const client of clients) await client.end();
    expect(
      (await plant('select from audit.event_2033_07 e where e.chain = any ($1::uuid[])', [chains])).length,
    ).toBe(chains.length);
  });

  it('removes first reads that no session can need, and months of them that are over, and keeps every event', async () => {
    await plant(`select audit.make_month('first_read', timestamptz '2025-02-10 00:00+00')`);
    await plant(
      `insert into audit.first_read (session_id, seat_id, situation_id, at, month) select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '2025-02-10', '2025-02-01' from generate_series(1, 20)`,
    );
    const [kept] = await plant<{ id: string }>(
      `insert into audit.first_read (session_id, seat_id, situation_id) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid()) returning session_id as id`,
    );
    await plant(
      `insert into audit.first_read (session_id, seat_id, situation_id, at) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), clock_timestamp() - interval '25 hours')`,
    );
    const events = await plant('select from audit.event');
    expect((await runScheduledJobs(world.data)).months).toBeGreaterThanOrEqual(22);
    expect(await monthsOf('audit.first_read')).not.toContain('first_read_2025_02');
    expect(
      await plant(`select from audit.first_read where at < clock_timestamp() - interval '1 day'`),
    ).toEqual([]);
    expect((await plant('select from audit.first_read where session_id = $1', [kept!.id])).length).toBe(1);
    expect((await plant('select from audit.event')).length).toBeGreaterThanOrEqual(events.length);
    expect((await runScheduledJobs(world.data)).months).toBe(0);
  });

  // The table’s own clock may be set back: then the order of numbers is not the order of months.
  it('is one whole chain for any order of months, and a stream hears of every event after its place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        async (months, from) => {
          const [{ id: chain, seq }] = (await plant<{ id: string; seq: number }>(
            `select h.chain as id, h.seq::int as seq from audit.head h where h.chain = $1`,
            [world.tables.harbour],
          )) as [{ id: string; seq: number }];
          await append(chain, months);
          const after = seq + (from % months.length);
          const heard = await world.data.as(world.actors.coordinator.key, randomUUID(), (session) =>
            session.rows<{ seq: string }>('select c.seq from app.changed_since($1, $2) c', [
              after,
              seq + months.length,
            ]),
          );
          // Changes are gathered by what changed: the last number stands for all of them.
          expect(heard.map((row) => Number(row.seq))).toEqual([seq + months.length]);
          const [inOrder] = await plant<{ broken: string | null; parts: number }>(
            `select audit.first_broken($1) as broken, (select count(*)::int from audit.event e where e.chain = $1 and e.seq > $2) as parts`,
            [chain, seq],
          );
          expect(inOrder).toEqual({ broken: null, parts: months.length });
        },
      ),
      { numRuns: 25 },
    );
  });
});
