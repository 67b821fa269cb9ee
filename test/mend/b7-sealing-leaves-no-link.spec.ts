import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runScheduledJobs } from '#database/jobs';
import { draft, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const plant = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  world.database.plant<T>(sql, values);

/** The chain of administration, whose events name no situation. */
const administration = '00000000-0000-0000-0000-000000000000';

/**
 * Every transaction id that a row of these schemas has: of the one that wrote it, and of the one that changed
 * or locked it last.
 */
async function transactionIds(schemas: readonly string[]): Promise<Map<string, string>> {
  const tables = await plant<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any ($1) order by 1`,
    [schemas],
  );
  const found = new Map<string, string>();
  for (const { name } of tables)
    for (const { id } of await plant<{ id: string }>(
      `select v.id from ${name} x cross join lateral (values (x.xmin::text), (x.xmax::text)) v (id)
        ${/^audit[.](event|head)/.test(name) ? `where x.chain <> '${administration}'` : ''} group by 1`,
    ))
      if (id !== '0') found.set(id, name);
  return found;
}

/** What joins statistics with a situation or with an event by a transaction id, over every row of both sides. */
async function joins(): Promise<string[]> {
  const statistics = await transactionIds(['stats']);
  const living = await transactionIds(['app', 'audit', 'queue']);
  return [...statistics].flatMap(([id, name]) =>
    living.has(id) ? [`${name} and ${living.get(id)} through ${id}`] : [],
  );
}

interface Written {
  readonly sex: string | null;
  readonly status: string;
  readonly by: string;
  readonly locked: string;
  readonly command: string;
}
const records = (): Promise<Written[]> =>
  plant<Written>(`select r.sex, r.status, r.xmin::text as by, r.xmax::text as locked, r.cmin::text as command
    from stats.sealed_record r order by r.ctid`);
const unsealed = async (): Promise<number> =>
  (
    await plant<{ n: number }>(
      'select count(*)::int as n from app.workflow w where w.left_at is not null and w.sealed_at is null',
    )
  )[0]!.n;
const step = (name: string): Promise<unknown> =>
  world.data.asJob('', (queries) => queries.rows(`select ${name}($1)`, [world.tables.harbour]));
const steps = ['app.begin_sealing', 'stats.write_records', 'app.finish_sealing'];

/** Past the correction window and a Sunday; nobody's seat ends meanwhile. */
async function later(): Promise<void> {
  await world.ahead('45 days');
  await plant(`update sec.seat set ends_at = sec.domain_now() + interval '300 days'`);
}

describe('sealing', () => {
  it('of the only situation of a week leaves no transaction id and no lock that joins it with its record', async () => {
    await takeTo(world, 'concluded');
    await later();
    await runScheduledJobs(world.data);
    expect(await unsealed()).toBe(0);
    expect(await records()).toHaveLength(1);
    expect(await joins()).toEqual([]);
  });

  it('of one more in a later week writes all records again: one transaction, one command, nothing locked', async () => {
    const [first] = await records();
    await takeTo(world, 'concluded', { ...draft, sex: 'male' });
    await later();
    await runScheduledJobs(world.data);
    const now = await records();
    expect(now.map(({ sex }) => sex).sort()).toEqual(['female', 'male']);
    expect(new Set(now.map(({ by }) => by)).size).toBe(1);
    expect(now[0]!.by).not.toBe(first!.by);
    expect(new Set(now.map(({ command }) => command)).size).toBe(1);
    expect(new Set(now.map(({ locked }) => locked))).toEqual(new Set(['0']));
    expect(await joins()).toEqual([]);
  });

  it('of the only exit of a week leaves none either, and its sector is gone', async () => {
    await takeTo(world, 'rejected');
    await later();
    await runScheduledJobs(world.data);
    expect((await records()).map(({ status }) => status).sort()).toEqual([
      'concluded',
      'concluded',
      'rejected',
    ]);
    expect(await plant('select x.situation_id from app.exit_sector x')).toEqual([]);
    expect(await joins()).toEqual([]);
  });

  it('tells neither its event nor its job how many there were: none, one and two look alike', async () => {
    const told: number[] = [];
    for (const many of [0, 1, 2]) {
      for (let n = 0; n < many; n += 1) await takeTo(world, 'concluded');
      await later();
      told.push((await runScheduledJobs(world.data)).sealed);
    }
    expect(new Set(told).size).toBe(1);
    const events = await plant<{ detail: string; fields: string[] }>(
      `select e.detail, e.fields from audit.event e where e.action = 'table.seal' and e.chain = $1`,
      [world.tables.harbour],
    );
    expect(events).toHaveLength(6);
    expect(new Set(events.map(({ detail, fields }) => `${detail} ${fields.join()}`))).toEqual(
      new Set(['{} ']),
    );
  });

  it('refuses two steps in one transaction, and a step before its turn', async () => {
    await later();
    await expect(
      world.data.asJob('', async (queries) => {
        await queries.rows('select app.begin_sealing($1)', [world.tables.harbour]);
        await queries.rows('select stats.write_records($1)', [world.tables.harbour]);
      }),
    ).rejects.toMatchObject({ code: '25001' });
    await step(steps[0]!);
    await expect(step(steps[2]!)).rejects.toMatchObject({ code: '55000' });
    await runScheduledJobs(world.data);
    expect(await joins()).toEqual([]);
  });

  it('reopens nothing from its first step on, also when the correction window is made longer meanwhile', async () => {
    const story = await takeTo(world, 'concluded', { ...draft, sex: 'unknown' });
    await later();
    await step(steps[0]!);
    const { administrator, deputy } = world.actors;
    const table = await administrator.get(`/tables/${world.tables.harbour}`);
    body(
      await administrator.patch(
        `/tables/${world.tables.harbour}`,
        { correctionDays: 90 },
        { ifMatch: String(table.headers['etag']) },
      ),
    );
    const refused = await deputy.post(`/situations/${story.id}/moves/reopen`, {}, { ifMatch: story.version });
    expect(refused.status).toBe(409);
    await runScheduledJobs(world.data);
    expect((await records()).filter(({ sex }) => sex === 'unknown')).toHaveLength(1);
    expect(await unsealed()).toBe(0);
    await plant('update sec.situation_table set correction_days = 30');
  });

  it('the program that looks for joins finds one that is planted', async () => {
    await plant(
      `do $$ begin update stats.sealed_record set sex = sex; perform from app.situation s for share; end $$`,
    );
    expect((await joins()).length).toBeGreaterThan(0);
    await plant('update stats.sealed_record set sex = sex');
  });

  it('lets nobody find the week of a record by its place', async () => {
    await plant(`update stats.sealed_record set sex = 'female'`);
    // Were rows only added, the newest would be the last one each time.
    let last = 0;
    for (let round = 0; round < 6; round += 1) {
      await takeTo(world, 'concluded', { ...draft, sex: 'male' });
      await later();
      await runScheduledJobs(world.data);
      const now = await records();
      if (now.at(-1)?.sex === 'male') last += 1;
      expect(now.filter(({ sex }) => sex === 'male')).toHaveLength(1);
      await plant(`update stats.sealed_record set sex = 'female' where sex = 'male'`);
    }
    expect(last).toBeLessThan(6);
  });

  it('cut off anywhere, any number of times, by several at once, doubles nothing, loses nothing and leaves no join', async () => {
    const story = (which: 'concluded' | 'rejected'): Promise<Story> => takeTo(world, which);
    // The test before changed rows by hand; a week without anything to seal leaves them as they are.
    await plant('update stats.sealed_record set sex = sex');
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            exits: fc.array(fc.constantFrom('concluded' as const, 'rejected' as const), { maxLength: 2 }),
            cut: fc.array(fc.constantFrom(0, 1, 2, 3), { maxLength: 2 }),
            atOnce: fc.integer({ min: 1, max: 3 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        async (weeks) => {
          for (const { exits, cut, atOnce } of weeks) {
            const before = (await records()).length;
            for (const which of exits) await story(which);
            await later();
            // A process that is killed after its first, second or third step.
            for (const many of cut) for (const name of steps.slice(0, many)) await step(name);
            await Promise.all(Array.from({ length: atOnce }, () => runScheduledJobs(world.data)));
            const now = await records();
            expect(now).toHaveLength(before + exits.length);
            expect(await unsealed()).toBe(0);
            expect(new Set(now.map(({ by }) => by)).size).toBe(1);
            expect(await joins()).toEqual([]);
          }
        },
      ),
      { numRuns: 5 },
    );
  });
});
