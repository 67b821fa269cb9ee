import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draft, move, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

/*
 * A label of fixed width names two things as soon as the count outgrows it, and uniqueness of another column
 * does not notice.
 * Given: sequences 100, 1000 and 1001 of a year were all 2026-100.
 */
let world: World;
let year: number;
beforeAll(async () => {
  world = await createWorld();
  const [now] = await world.database.plant<{ year: number }>(
    `select extract(year from sec.domain_now() at time zone 'America/Toronto')::integer as year`,
  );
  year = now?.year ?? 0;
});
afterAll(async () => {
  await world.close();
});

interface Row {
  id: string;
  number: string;
}

/** The next number at a table is count + 1. */
async function countTo(count: number): Promise<void> {
  await world.database.plant(
    `insert into app.number_counter (table_id, year, last) values ($1, $2, $3)
     on conflict on constraint number_counter_pkey do update set last = excluded.last`,
    [world.tables.harbour, year, count],
  );
}

/** Logs a situation and brings it, as the nth of the year. */
async function bringAs(count: number): Promise<Story> {
  await countTo(count - 1);
  const { police } = world.actors;
  const { id } = body<Row>(await police.post('/screenings', draft));
  const brought = body<Row & { version: number }>(
    await police.post(`/screenings/${id}/bring-to-table`, { ownMeansExhausted: true }, { ifMatch: 1 }),
  );
  return { world, ...brought, screeningId: id };
}

const numbers = async (query: string): Promise<string[]> =>
  body<{ rows: Row[] }>(await world.actors.police.get(`/situations?${query}`)).rows.map(
    ({ number }) => number,
  );

it('gives the 100th, 1000th and 1001st situation of a year a number each', async () => {
  const stories = [];
  for (const count of [7, 100, 999, 1000, 1001, 12_345_678]) stories.push(await bringAs(count));
  expect(stories.map(({ number }) => number)).toEqual(
    ['007', '100', '999', '1000', '1001', '12345678'].map((count) => `${year}-${count}`),
  );
});

it('sorts and pages by count, not by text', async () => {
  const newestFirst = ['12345678', '1001', '1000', '999', '100', '007'].map((count) => `${year}-${count}`);
  expect(await numbers('')).toEqual(newestFirst);
  expect(await numbers('sort=oldest')).toEqual([...newestFirst].reverse());
  const paged: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: { rows: Row[]; next: string | null } = body(
      await world.actors.police.get(`/situations?limit=2${after && `&after=${encodeURIComponent(after)}`}`),
    );
    paged.push(...page.rows.map(({ number }) => number));
    after = page.next;
  }
  expect(paged).toEqual(newestFirst);
});

it('finds a long number, and by the short one that one too', async () => {
  expect(await numbers(`number=${year}-12345678`)).toEqual([`${year}-12345678`]);
  expect(await numbers(`number=${year}-1000`)).toEqual([`${year}-1000`]);
  expect(await numbers(`number=${year}-100`)).toEqual([`${year}-1001`, `${year}-1000`, `${year}-100`]);
});

it('joins a situation that is sent back to the one that its number names', async () => {
  const story = await bringAs(1002);
  await move(story, 'deputy', 'send-back', { reason: 'joined', joined: `${year}-1000` });
  const [joined] = await world.database.plant<{ number: string }>(
    `select s.number from app.exit e join app.situation s on s.table_id = e.table_id and s.id = e.joined_id
      where e.situation_id = $1`,
    [story.id],
  );
  expect(joined?.number).toBe(`${year}-1000`);
});

it('lists the consents of an agency by count', async () => {
  const counts = [1000, 999];
  for (const count of counts)
    await world.database.plant(
      `insert into app.consent (table_id, situation_id, agency_id, state, due_on)
       select s.table_id, s.id, $2, 'refused', '2027-01-05' from app.situation s where s.number = $1`,
      [`${year}-${count}`, world.agency.police],
    );
  await world.database.plant(`update app.situation set stage = 'limited' where number = any ($1)`, [
    counts.map((count) => `${year}-${count}`),
  ]);
  const { rows } = body<{ rows: Row[] }>(await world.actors.policeOfficer.get('/privacy/consents'));
  expect(rows.map(({ number }) => number)).toEqual([`${year}-999`, `${year}-1000`]);
});

it('never gives two situations of a table one number, nor one that no search finds', async () => {
  const used = new Set((await numbers('stage=all&limit=50')).map((number) => Number(number.slice(5))));
  const count = fc.oneof(
    fc.integer({ min: 1, max: 2_000_000_000 }),
    // Each with its neighbours at another width: 12, 120, 1200, 12000.
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(1, 10, 100, 1000, 10_000))
      .map(([n, by]) => n * by),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(count, { minLength: 2, maxLength: 4 }).map((found) => found.filter((n) => !used.has(n))),
      async (counts) => {
        for (const n of counts) {
          used.add(n);
          const { number, id } = await bringAs(n);
          expect(number).toMatch(new RegExp(`^${year}-0{0,2}${n}$`));
          const found = body<{ rows: Row[] }>(
            await world.actors.police.get(`/situations?sort=oldest&number=${number}`),
          ).rows.filter((row) => row.number === number);
          expect(found.map((row) => row.id)).toEqual([id]);
        }
      },
    ),
    { numRuns: 15 },
  );
});

it('lets the database refuse a second situation with a number that is in use', async () => {
  const again = world.database.plant(
    `insert into app.situation (table_id, year, sequence, stage, opened_month)
     values ($1, $2, 100, 'deidentified', '2026-01-01')`,
    [world.tables.harbour, year],
  );
  await expect(again).rejects.toMatchObject({ code: '23505' });
  const [unique] = await world.database.plant<{ def: string }>(
    `select pg_get_constraintdef(c.oid) as def from pg_constraint c
      where c.conname = 'situation_number' and c.conrelid = 'app.situation'::regclass`,
  );
  expect(unique?.def).toBe('UNIQUE (table_id, number)');
});
