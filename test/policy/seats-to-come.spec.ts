import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personas } from '#domain/visibility';
import { shippedSchema } from '#database/migration';
import { cloneDatabase, type TestDatabase } from '#testing';

/*
 * Personas of later versions have seats without a table. The tables take them as soon as the one function that
 * says which seats there can be has a line more; until then nobody can make one, not even with SQL as a superuser.
 */
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [table, agency, user, other] = [id(1), id(2), id(3), id(4)];

/** With a table, an agency, an employer: all eight. */
const shapes = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => [n & 1, n & 2, n & 4].map((bit) => bit > 0));
type Shape = (typeof shapes)[number];
const today: Readonly<Record<string, readonly Shape[]>> = {
  rep: [[true, true, false]],
  coordinator: [[true, false, true]],
  auditor: [[false, false, false]],
  administrator: [[false, false, false]],
  privacy: [[false, true, false]],
};

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
  await database.plant(`
    insert into sec.agency (id, name, sector) values ('${agency}', 'Fire', 'justice');
    insert into sec.situation_table (id, name, region) values ('${table}', 'Birch', 'North');
    insert into sec.table_agency (table_id, agency_id) values ('${table}', '${agency}');
    insert into sec.app_user (id, sign_in_name, display_name) values ('${user}', 'rita', 'Rita'), ('${other}', 'sam', 'Sam')`);
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  await database.plant('begin');
});
afterEach(async () => {
  await database.plant('rollback');
});

const inserts = {
  seat: 'insert into sec.seat (user_id, persona, table_id, agency_id, employer_agency_id) values ($1, $2, $3, $4, $5)',
  offer: `insert into sec.seat_offer (user_id, persona, table_id, agency_id, employer_agency_id, ends_at, offered_by)
    values ($1, $2, $3, $4, $5, now() + interval '1 year', '${other}')`,
} as const;

/** Whether the row is taken; it is taken back again. */
async function taken(into: keyof typeof inserts, persona: string, shape: Shape): Promise<boolean> {
  const values = [table, agency, agency].map((value, i) => (shape[i] === true ? value : null));
  await database.plant('savepoint tried');
  try {
    await database.plant(inserts[into], [user, persona, ...values]);
    return true;
  } catch (error) {
    // The check of the shape, text that no database holds, or the rule about a rep's agency at its table, asked first.
    const { code, message } = error as { code: string; message: string };
    expect(['23514', '22021', 'seat.agencyWithoutAccount']).toContain(code === 'P0001' ? message : code);
    return false;
  } finally {
    await database.plant('rollback to savepoint tried');
  }
}
const takenShapes = async (into: keyof typeof inserts, persona: string): Promise<Shape[]> => {
  const found: Shape[] = [];
  for (const shape of shapes) if (await taken(into, persona, shape)) found.push(shape);
  return found;
};

describe.each(['seat', 'offer'] as const)('a %s', (into) => {
  it.each(personas)('of the persona %s has its one shape, and the projector none', async (persona) => {
    expect(await takenShapes(into, persona)).toEqual(today[persona] ?? []);
  });

  it.each(['planner', 'adviser'])('of the persona %s cannot be made yet, in any shape', async (persona) => {
    expect(await takenShapes(into, persona)).toEqual([]);
  });

  it('of any other persona cannot be made either', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 20 }),
          fc.constantFrom(...personas).map((name) => `${name} `),
          fc.constantFrom(...personas).map((name) => name.toUpperCase()),
        ),
        fc.constantFrom(...shapes),
        async (persona, shape) => {
          fc.pre(!(persona in today));
          expect(await taken(into, persona, shape)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a planner without a table is taken once the function has its line, with or without an agency', async () => {
    const file = join(shippedSchema.definitions, 'sec', 'functions', 'seat_fits.sql');
    const sql = readFileSync(file, 'utf8');
    const more = sql.replace(
      `('privacy', false, true, false)`,
      `('privacy', false, true, false), ('planner', false, true, false), ('planner', false, false, false)`,
    );
    expect(more).not.toBe(sql);
    await database.plant(more);
    expect(await takenShapes(into, 'planner')).toEqual([
      [false, false, false],
      [false, true, false],
    ]);
    expect(await takenShapes(into, 'rep')).toEqual(today['rep']);
  });
});

it('an open offer of the same seat is made once, also without table and agency', async () => {
  await database.plant(inserts.offer, [user, 'auditor', null, null, null]);
  await expect(database.plant(inserts.offer, [user, 'auditor', null, null, null])).rejects.toMatchObject({
    code: '23505',
  });
});
