import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runScheduledJob, RowsFailed, type ScheduledJob } from '#database/jobs';
import { events, plantDue, plantSituations, type Place, type PlantedKind } from '../size/due-rows.js';
import { createWorld, type World } from '../world/world.js';

let world: World;
let places: Readonly<Record<'harbour' | 'valley', Place>>;
beforeAll(async () => {
  world = await createWorld();
  const { database, tables, agency, actors } = world;
  places = {
    harbour: { database, table: tables.harbour, agency: agency.police, user: actors.police.userId },
    valley: { database, table: tables.valley, agency: agency.valleyPolice, user: actors.valley.userId },
  };
});
afterAll(async () => {
  await world.close();
});

const plant = <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  world.database.plant<T & Record<string, unknown>>(sql, parameters);

const pieceOf: Readonly<Record<PlantedKind, ScheduledJob>> = {
  destroyed: 'destroyed',
  minimised: 'minimised',
  returned: 'returned',
  youth: 'destroyed',
};
/** A table that the work of each kind changes once for each situation, in which a fault can be planted. */
const changed: Readonly<Record<PlantedKind, string>> = {
  destroyed: 'app.tier2_text',
  minimised: 'app.tier2_text',
  returned: 'app.assignment',
  youth: 'app.youth_item',
};

/** From now on nothing of these situations can be changed there. */
async function poison(table: string, situations: readonly string[]): Promise<void> {
  await plant(
    `create function app.poisoned() returns trigger language plpgsql as $$ begin
      if old.situation_id = any ('{${situations.join(',')}}'::uuid[]) then raise exception 'poisoned' using errcode = '22012'; end if;
      return coalesce(new, old); end $$`,
  );
  await plant(
    `create trigger a_poisoned before update or delete on ${table} for each row execute function app.poisoned()`,
  );
}
async function heal(): Promise<void> {
  await plant('drop function if exists app.poisoned() cascade');
}
afterEach(async () => {
  await heal();
  await plant('delete from sec.stuck');
});

/** One run; rows that fail are told by an error after all was tried. */
async function run(kind: PlantedKind): Promise<number> {
  return runScheduledJob(world.data, pieceOf[kind]).catch((error: unknown) => {
    if (error instanceof RowsFailed) return -error.count;
    throw error;
  });
}

/** How often the event of a kind stands in the audit for each of these situations. */
async function happened(kind: PlantedKind, situations: readonly string[]): Promise<number[]> {
  const rows = await plant<{ id: string; n: number }>(
    `select x.id, count(e.*)::int as n from unnest($1::uuid[]) x(id)
    left join audit.event e on e.object_id = x.id and e.action = $2 group by x.id`,
    [situations, events[kind]],
  );
  return situations.map((id) => rows.find((row) => row.id === id)!.n);
}

describe('a row that cannot be done', () => {
  it.each(Object.keys(events) as PlantedKind[])(
    'of work that is %s: stops no other, is parked after three tries, and is done when it is tried again',
    async (kind) => {
      // The poisoned one is the oldest: whoever goes through in order meets it first.
      const [bad] = (await plantDue(places.harbour, kind, 1)) as [string];
      const others = [
        ...(await plantDue(places.harbour, kind, 3)),
        ...(await plantDue(places.valley, kind, 2)),
      ];
      await poison(changed[kind], [bad]);
      expect(await run(kind)).toBe(-1);
      expect(await happened(kind, [bad, ...others])).toEqual([0, 1, 1, 1, 1, 1]);
      // Not again within the minute.
      expect(await run(kind)).toBe(0);
      for (let n = 0; n < 2; n += 1) {
        await world.ahead('1 minute');
        expect(await run(kind)).toBe(-1);
      }
      await world.ahead('1 hour');
      expect(await run(kind)).toBe(0);
      const stuck = await plant<{ id: string }>(
        `select k.id, k.kind, k.tries, k.code, k.label, k.parked_at is not null as parked from sec.stuck k`,
      );
      expect(stuck).toEqual([{ id: stuck[0]!.id, kind, tries: 3, code: '22012', label: null, parked: true }]);
      // The number is the table's own: its coordinators are told it, unless that it is there at all is not for them.
      const told = await plant(
        `select u.display_name as who from sec.notice n join sec.app_user u on u.id = n.user_id
        where n.code = 'situation.parked' and n.occasion = $1 and n.number ~ '^2024-' order by 1`,
        [stuck[0]!.id],
      );
      expect(told).toEqual(kind === 'youth' ? [] : [{ who: 'coordinator' }, { who: 'deputy' }]);
      await heal();
      expect(await run(kind)).toBe(0);
      await world.data.as(world.actors.administrator.key, '', (session) =>
        session.rows('select sec.try_again($1)', [stuck[0]!.id]),
      );
      expect(await run(kind)).toBe(1);
      expect(await happened(kind, [bad, ...others])).toEqual([1, 1, 1, 1, 1, 1]);
      expect(await plant('select from sec.stuck')).toEqual([]);
    },
    60_000,
  );

  it('whose outcome record cannot be written holds up its table for two minutes, no other table at all, and is then parked', async () => {
    const bad: string[] = [];
    const all: string[] = [];
    for (const place of [places.harbour, places.valley]) {
      const ids = await plantSituations(place, 'concluded', 3);
      await plant(
        `insert into app.workflow (table_id, situation_id, brought_at, left_at) select $1, x.id, sec.domain_now() - interval '60 days', sec.domain_now() - interval '50 days' from unnest($2::uuid[]) x(id)`,
        [place.table, ids],
      );
      await plant(
        `insert into app.conclusion (table_id, situation_id, reason, told, concluded_on, seal_after, destroy_after) select $1, x.id, 'connected.engaged', 'yes',
        (sec.domain_now() - interval '50 days')::date, (sec.domain_now() - interval '20 days')::date, (sec.domain_now() + interval '300 days')::date from unnest($2::uuid[]) x(id)`,
        [place.table, ids],
      );
      if (place === places.harbour) bad.push(ids[0]!);
      all.push(...ids);
    }
    // Its kind of situation is not there: no record can be made of it.
    await plant('delete from app.tier2 where situation_id = $1', [bad[0]]);
    const sealed = async (): Promise<boolean[]> => {
      const rows = await plant<{ id: string; done: boolean }>(
        'select w.situation_id as id, w.sealed_at is not null as done from app.workflow w where w.situation_id = any ($1::uuid[])',
        [all],
      );
      return all.map((id) => rows.find((row) => row.id === id)!.done);
    };
    await world.ahead('8 days');
    const seal = (): Promise<number> => runScheduledJob(world.data, 'sealed').catch(() => -1);
    expect(await seal()).toBe(-1);
    expect(await sealed()).toEqual([false, false, false, true, true, true]);
    await world.ahead('1 minute');
    expect(await seal()).toBe(-1);
    await world.ahead('1 minute');
    expect(await seal()).toBe(-1);
    expect(await sealed()).toEqual([false, true, true, true, true, true]);
    expect(
      await plant('select k.kind, k.object_id, k.tries from sec.stuck k where k.parked_at is not null'),
    ).toEqual([{ kind: 'sealed', object_id: bad[0], tries: 3 }]);
    expect(await plant(`select from stats.sealed_record r where r.status = 'concluded'`)).toHaveLength(5);
    // Mended and tried again, it is sealed with the next week’s.
    await plant(
      `insert into app.tier2 (table_id, situation_id, type, age_band, sex, risk_factors) values ($1, $2, 'person', '12-17', 'female', '{alcohol.alcohol-abuse-by-person}')`,
      [places.harbour.table, bad[0]],
    );
    await plant('delete from sec.stuck');
    await world.ahead('8 days');
    expect(await seal()).toBe(2);
    expect(await sealed()).toEqual([true, true, true, true, true, true]);
  }, 60_000);
});

describe('whatever is due', () => {
  it('happens exactly once, for any mix over two tables, runs beside each other, and connections cut at any moment', async () => {
    const kinds = Object.keys(events) as PlantedKind[];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            kind: fc.constantFrom(...kinds),
            place: fc.constantFrom('harbour' as const, 'valley' as const),
            n: fc.integer({ min: 1, max: 70 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
        fc.boolean(),
        async (mix, cuts, beside) => {
          const planted: [PlantedKind, string[]][] = [];
          for (const { kind, place, n } of mix) planted.push([kind, await plantDue(places[place], kind, n)]);
          const all = (): Promise<unknown> =>
            Promise.allSettled(kinds.flatMap((kind) => (beside ? [run(kind), run(kind)] : [run(kind)])));
          for (const after of cuts) {
            const running = all();
            await pause(after);
            await plant(
              `select pg_terminate_backend(a.pid) from pg_stat_activity a where a.datname = current_database() and a.application_name = 'situation-table job'`,
            );
            await running;
          }
          // A cut that struck a row’s own try counts as none of its tries; what is left is done by the next run.
          await all();
          await all();
          for (const [kind, ids] of planted) expect(await happened(kind, ids)).toEqual(ids.map(() => 1));
          expect(await plant('select from sec.stuck')).toEqual([]);
          expect(await plant('select audit.first_broken($1) as at', [world.tables.harbour])).toEqual([
            { at: null },
          ]);
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);
});
