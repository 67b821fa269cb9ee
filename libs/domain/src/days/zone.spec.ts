import { expect, test } from '@jest/globals';
import { dayOf } from './day.js';
import { instantIn, partsIn } from './zone.js';

test.each([
  ['America/Toronto', '2026-11-26', '10:00', '2026-11-26T15:00:00.000Z'],
  ['America/Toronto', '2026-07-02', '10:00', '2026-07-02T14:00:00.000Z'],
  // An hour after the clocks go back, and one before.
  ['America/Toronto', '2026-11-01', '03:30', '2026-11-01T08:30:00.000Z'],
  ['America/Winnipeg', '2026-03-08', '01:30', '2026-03-08T07:30:00.000Z'],
  ['America/St_Johns', '2026-11-26', '00:15', '2026-11-26T03:45:00.000Z'],
])('in %s on %s at %s it is %s', (zone, day, time, instant) => {
  expect(instantIn(zone, dayOf(day), time).toISOString()).toBe(instant);
  expect(partsIn(zone, Date.parse(instant))).toEqual({ day, time });
});

test.each([
  // Not there: the clock goes forward over it.
  ['America/Toronto', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
  ['America/Santiago', '2026-09-06', '00:00', '2026-09-06T04:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['Asia/Beirut', '2026-03-29', '00:00', '2026-03-28T22:00:00.000Z'],
  // There twice: the second time.
  ['America/Toronto', '2026-11-01', '01:30', '2026-11-01T06:30:00.000Z'],
  ['America/Havana', '2026-11-01', '00:30', '2026-11-01T05:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T01:30:00.000Z'],
])('where the clock changes, %s has %s %s at %s', (zone, day, time, instant) => {
  expect(instantIn(zone, dayOf(day), time).toISOString()).toBe(instant);
});
