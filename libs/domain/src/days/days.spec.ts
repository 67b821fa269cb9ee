import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayIn,
  dayOf,
  daysBetween,
  instantIn,
  isDay,
  partsIn,
  partsOfDay,
} from './index.js';

const days = fc.integer({ min: -40_000, max: 40_000 }).map((n) => addDays(dayOf('2026-11-04'), n));
const zones = fc.constantFrom(
  ...[
    'America/Toronto',
    'America/Winnipeg',
    'America/St_Johns',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'UTC',
  ],
);

describe('a day', () => {
  it.each(['2024-02-29', '2026-12-31', '1900-01-01'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '', ' 2026-01-01', '0000-00-00'])(
    'is not %s',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => dayOf(text)).toThrow(RangeError);
    },
  );

  it('counts forwards and back, whatever the zone of this process', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(isDay(addDays(day, n))).toBe(true);
        expect(day < addDays(day, n)).toBe(n > 0);
      }),
    );
  });

  it('takes the last day of a month that is too short', () => {
    expect(addMonths(dayOf('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(dayOf('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonths(dayOf('2026-11-04'), 14)).toBe('2028-01-04');
  });

  it('is written by a formatter as itself', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { at, timeZone } = partsOfDay(day);
        expect(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)).toBe(day);
      }),
    );
  });
});

describe('a time zone', () => {
  it('has a day and a time that name the instant again', () => {
    const minutes = fc.integer({ min: 0, max: 40_000_000 }).map((n) => n * 60_000);
    fc.assert(
      fc.property(zones, minutes, (zone, at) => {
        const { day, time } = partsIn(zone, at);
        expect(dayIn(zone, at)).toBe(day);
        // In the hour that comes twice a year the first of the two may be meant.
        const again = instantIn(zone, day, time).getTime();
        expect([at, at - 3_600_000, at + 3_600_000]).toContain(again);
        expect(partsIn(zone, again)).toEqual({ day, time });
      }),
    );
  });
});
