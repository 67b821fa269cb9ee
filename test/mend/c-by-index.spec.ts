import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runScheduledJob } from '#database/jobs';
import { body, createWorld, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

interface Meeting {
  readonly id: string;
  readonly state: string;
}
const states = ['scheduled', 'calledOff', 'open', 'closed'] as const;

/** All pages of the table's meetings, a few at a time. */
async function meetings(state: string | undefined, limit: number): Promise<Meeting[]> {
  const found: Meeting[] = [];
  let next: string | null = '';
  while (next !== null) {
    const query = new URLSearchParams({
      limit: String(limit),
      ...(state !== undefined && { state }),
      ...(next !== '' && { after: next }),
    });
    const page: { rows: Meeting[]; next: string | null } = body(
      await world.actors.school.get(`/meetings?${query.toString()}`),
    );
    found.push(...page.rows);
    next = page.next;
  }
  return found;
}

async function plantMeetings(drawn: readonly (typeof states)[number][]): Promise<void> {
  for (const from of ['meeting_card', 'meeting'])
    await world.database.plant(`delete from app.${from} where table_id = $1`, [world.tables.harbour]);
  await world.database.plant(
    `insert into app.meeting (table_id, kind, scheduled_for, opened_at, closed_at, called_off_at)
     select $1, 'emergency', x.at, case when x.state in ('open', 'closed') then x.at end,
       case x.state when 'closed' then x.at + interval '1 hour' end, case x.state when 'calledOff' then x.at end
     from (select d.state, date_trunc('hour', sec.domain_now()) - d.n / 2 * interval '1 day' as at
       from unnest($2::text[]) with ordinality d (state, n)) x`,
    [world.tables.harbour, drawn],
  );
}

describe('a page that is read by an index of its own', () => {
  it('has, for each state of a meeting, what the whole list has of it, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('scheduled' as const, 'calledOff' as const, 'closed' as const), {
          minLength: 5,
          maxLength: 40,
        }),
        fc.boolean(),
        fc.integer({ min: 2, max: 9 }),
        async (drawn, isOpen, limit) => {
          await plantMeetings(isOpen ? [...drawn, 'open'] : drawn);
          const all = await meetings(undefined, 50);
          expect(all).toHaveLength(drawn.length + Number(isOpen));
          for (const state of states)
            expect(await meetings(state, limit)).toEqual(all.filter((meeting) => meeting.state === state));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('shows an officer the vacancies of the tables where the agency sits, and of no other, page by page', async () => {
    const { database, tables, agency, actors } = world;
    await database.plant(
      `insert into app.task (table_id, kind, subject_id, receivers, agency_id, opened_at)
       select t.id, 'coordinatorMissing', gen_random_uuid(), '{privacy}'::text[], null::uuid, sec.domain_now() - n * interval '1 day'
       from unnest(array[$1, $2]::uuid[]) t (id), generate_series(1, 7) n
       union all select $1, 'officerMissing', gen_random_uuid(), '{privacy}', a.id, sec.domain_now() - n * interval '36 hours'
       from unnest(array[$3, $4]::uuid[]) a (id), generate_series(1, 4) n`,
      [tables.harbour, tables.valley, agency.police, agency.school],
    );
    const due = await database.plant<{ id: string }>(
      `select k.id from app.task k where k.closed_at is null and k.table_id = $1 and (k.agency_id is null or k.agency_id = $2)
       and 'privacy' = any (k.receivers) order by k.opened_at, k.id`,
      [tables.harbour, agency.police],
    );
    expect(due.length).toBeGreaterThanOrEqual(11);
    for (const limit of [2, 3, 50]) {
      const found: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: { rows: { id: string }[]; next: string | null } = body(
          await actors.policeOfficer.get(
            `/tasks?limit=${limit}${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`,
          ),
        );
        found.push(...page.rows.map(({ id }) => id));
        next = page.next;
      }
      expect(found).toEqual(due.map(({ id }) => id));
    }
  });
});

describe('tables that are due', () => {
  it('are all sealed, however many pages they are, and none twice', async () => {
    const { database, data, tables } = world;
    await database.plant(
      `insert into sec.situation_table (name, region, region_code)
       select 'Table ' || n, t.region, t.region_code from sec.situation_table t, generate_series(1, 230) n where t.id = $1`,
      [tables.harbour],
    );
    const [count] = await database.plant<{ due: number }>(
      'select count(*)::int as due from app.sealing g where g.next_at <= sec.domain_now()',
    );
    expect(count!.due).toBeGreaterThan(230);
    // A run ends after a while, and the next goes on where it was.
    let sealed = 0;
    for (let now = -1; now !== 0; sealed += now) now = await runScheduledJob(data, 'sealed');
    expect(sealed).toBe(count!.due);
  });

  it('hear of a changed list of holidays once; one that was ended is passed over, and not looked at again', async () => {
    const { database } = world;
    const untold = async (): Promise<number> =>
      (
        await database.plant<{ n: number }>('select count(*)::int as n from sec.holidays_to_tell($1, 1000)', [
          [],
        ])
      )[0]!.n;
    await database.plant('update sec.situation_table set ended_at = sec.domain_now() where name = $1', [
      'Table 1',
    ]);
    await database.plant('update sec.holiday_list set version = holiday_list.version + 1');
    expect(await untold()).toBeGreaterThan(230);
    await database.plant('select sec.tell_of_holidays(p.table_id) from sec.meeting_plan p');
    expect(await untold()).toBe(0);
  });
});

describe('whatever the statistics say of a table', () => {
  it('each SQL table takes a situation table for as large as the largest, so that its rows are found by their own index', async () => {
    const found = await world.database.plant<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'table_id'
       where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attoptions is distinct from array['n_distinct=20']`,
    );
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it('no policy reads all situations of a table to look one up: each question whether there is one is asked row by row', async () => {
    const policies = await world.database.plant<{ name: string; asked: string }>(
      `select policyname || ' on ' || tablename as name, coalesce(qual, '') || ' ' || coalesce(with_check, '') as asked
       from pg_policies where schemaname = 'app'`,
    );
    const times = (word: RegExp, text: string): number => text.match(word)?.length ?? 0;
    const asking = policies.filter(({ asked }) => asked.includes('EXISTS ('));
    expect(asking.length).toBeGreaterThan(50);
    expect(
      asking
        .filter(({ asked }) => times(/EXISTS \(/g, asked) !== times(/OFFSET 0/g, asked))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});
