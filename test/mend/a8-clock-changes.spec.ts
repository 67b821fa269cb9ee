import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, instantIn, type Day } from '#domain/days';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';

/*
 * A day and a time of a table are one instant, for the screen that asks and for the database that plans. Found:
 * on the day on which clocks go forward, the screen was an hour early west of UTC, and in a zone that changes
 * at midnight the day began on the day before.
 */
let world: EmptyWorld;
beforeAll(async () => {
  world = await createEmptyWorld();
});
afterAll(async () => {
  await world.close();
});

async function byDatabase(zone: string, day: Day, time: string): Promise<string> {
  const [row] = await world.database.plant<{ at: Date }>(
    'select ($1::date + $2::time) at time zone $3 as at',
    [day, time, zone],
  );
  return row!.at.toISOString();
}

const changing: readonly (readonly [zone: string, day: string])[] = [
  ['America/Toronto', '2026-03-08'],
  ['America/Toronto', '2026-11-01'],
  ['America/St_Johns', '2027-03-14'],
  ['America/Santiago', '2026-09-06'],
  ['America/Havana', '2026-11-01'],
  ['Atlantic/Azores', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Asia/Beirut', '2026-03-29'],
  ['Africa/Cairo', '2026-04-24'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Auckland', '2026-09-27'],
];

it.each(changing)('is one where clocks change: %s on %s', async (zone, day) => {
  for (let minute = 0; minute < 4 * 60; minute += 15) {
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    expect([time, instantIn(zone, dayOf(day), time).toISOString()]).toEqual([
      time,
      await byDatabase(zone, dayOf(day), time),
    ]);
  }
});

it('is one in every zone, on every day, at every time', async () => {
  const known = new Set(
    (await world.database.plant<{ name: string }>('select name from pg_timezone_names')).map(
      ({ name }) => name,
    ),
  );
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && known.has(zone));
  const two = (n: number): string => String(n).padStart(2, '0');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...zones),
      // Near one of the days on which many zones change, or anywhere in these years.
      fc.oneof(
        fc
          .tuple(
            fc.constantFrom('2026-03-08', '2026-03-29', '2026-09-06', '2026-10-25', '2026-11-01'),
            fc.integer({ min: -1, max: 1 }),
          )
          .map(([day, by]) => addDays(dayOf(day), by)),
        fc.integer({ min: 0, max: 1000 }).map((days) => addDays(dayOf('2025-06-01'), days)),
      ),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      async (zone, day, hour, minute) => {
        const time = `${two(hour)}:${two(minute)}`;
        expect([zone, day, time, instantIn(zone, day, time).toISOString()]).toEqual([
          zone,
          day,
          time,
          await byDatabase(zone, day, time),
        ]);
      },
    ),
    { numRuns: 300 },
  );
});
