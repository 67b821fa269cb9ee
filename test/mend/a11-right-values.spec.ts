import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayIn } from '#domain/days';
import { takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

/*
 * Values that cannot be right are refused. Given: a birth date after today, the zone EST.
 */
describe('values', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => {
    await world.close();
  });
  const invalid = (field: string) => ({
    status: 400,
    body: expect.objectContaining({ fields: [expect.objectContaining({ field })] }) as unknown,
  });
  const table = (timeZone: string, n = 0) =>
    world.actors.administrator.post('/tables', {
      name: `Zone ${timeZone.replaceAll(/[^A-Za-z]/g, ' ')} ${n}`.replaceAll(/ +/g, ' '),
      region: 'East',
      timeZone,
      meetingWeekday: 4,
    });

  it.each(['EST', 'EST5EDT', 'MST', 'Etc/GMT+5', 'America/Nowhere', 'GMT-5', '+05:00', 'Foo/Bar5'])(
    'refuse the zone %s',
    async (zone) => {
      expect((await table(zone)).status).toBe(400);
    },
  );

  it('take any zone of the list that PostgreSQL knows too, and keep it', async () => {
    const known = new Set(
      (await world.database.plant<{ name: string }>('select name from pg_timezone_names')).map(
        ({ name }) => name,
      ),
    );
    const both = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && known.has(zone));
    expect(both.length).toBeGreaterThan(300);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...both), fc.nat(1_000_000), async (zone, n) => {
        expect([zone, (await table(zone, n)).status]).toEqual([zone, 201]);
      }),
      { numRuns: 15 },
    );
  });

  it('refuse a period that ends before it begins, a last day that is no such, and a weekday on which the table does not meet', async () => {
    const { administrator } = world.actors;
    const today = dayIn('America/Toronto', Date.now());
    const term = (n: number, content: object) =>
      administrator.post('/codebook/changes', {
        kind: 'add',
        list: 'serviceType',
        code: `period${n}`,
        content: { labelEn: `Period ${n}`, labelFr: `Période ${n}`, ...content },
      });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: 1, max: 900 }),
        async (start, days) => {
          const activeFrom = addDays(today, start);
          const before = { activeFrom, activeTo: addDays(activeFrom, -days) };
          expect(await term((n += 1), before)).toMatchObject(invalid('content.activeTo'));
          // It is retired by a change of its own: a last day in a new term would be dropped without a word.
          expect(await term((n += 1), { activeFrom, activeTo: addDays(activeFrom, days) })).toMatchObject(
            invalid('content.activeTo'),
          );
        },
      ),
      { numRuns: 10, examples: [[60, 365]] },
    );
    const retire = (activeTo: string) =>
      administrator.post('/codebook/changes', {
        kind: 'retire',
        list: 'serviceType',
        code: 'recreation',
        content: { activeTo },
      });
    expect(await retire('2099-12-31')).toMatchObject(invalid('content.activeTo'));
    expect((await retire(addDays(today, 400))).status).toBe(201);

    const weekday = fc.integer({ min: 1, max: 7 });
    await fc.assert(
      fc.asyncProperty(
        weekday,
        fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }),
        async (meets, days) => {
          const answer = await administrator.post('/tables', {
            name: `Weekdays ${(n += 1)}`,
            region: 'East',
            timeZone: 'America/Toronto',
            meetingWeekday: meets,
            meetingDays: days,
          });
          if (days.includes(meets)) expect(answer.status).toBe(201);
          else expect(answer).toMatchObject(invalid('meetingWeekday'));
        },
      ),
      { numRuns: 15, examples: [[1, [2, 3]]] },
    );
  });

  it('refuse a birth date after today at the table, and take today’s', async () => {
    const { police } = world.actors;
    const story = await takeTo(world, 'deidentified');
    const today = dayIn('America/Toronto', Date.now());
    const person = (birthDate: string) => ({ identity: { familyName: 'Doe', givenNames: 'Ada', birthDate } });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20_000 }), async (days) => {
        const answer = await police.post(`/situations/${story.id}/tier3`, person(addDays(today, days)));
        expect(answer).toMatchObject(invalid('identity.birthDate'));
      }),
      { numRuns: 5 },
    );
    expect((await police.post(`/situations/${story.id}/tier3`, person('2026-02-30'))).status).toBe(400);
    // Nobody lives a hundred and thirty years; who is older than most is taken.
    const old = await police.post(`/situations/${story.id}/tier3`, person(addDays(today, -131 * 366)));
    expect(old).toMatchObject(invalid('identity.birthDate'));
    const rows = (await police.get(`/situations/${story.id}/tier3`)).body as {
      rows: { id: string; version: number }[];
    };
    const row = rows.rows[0]!;
    const correct = (birthDate: string) =>
      police.put(`/situations/${story.id}/tier3/${row.id}`, person(birthDate), { ifMatch: row.version });
    expect(await correct(addDays(today, 1))).toMatchObject(invalid('identity.birthDate'));
    expect((await correct(today)).status).toBeLessThan(300);
  });
});
