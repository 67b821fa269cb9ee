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
