import type { Day } from './day.js';

/** How far the clock of a time zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(timeZone: string, at: number): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const dayMs = 86_400_000;

/**
 * The instant at which it is that day and time `HH:MM` or `HH:MM:SS` there. Where a clock is put forward over
 * it, as much after it; where a clock is put back and has it twice, the second time: as PostgreSQL reads it,
 * which keeps the same days.
 */
export function instantIn(timeZone: string, day: Day, time: string): Date {
  const wanted = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  // No zone is a day ahead or behind, and none changes its clock twice in two days.
  const after = offsetAt(timeZone, wanted + dayMs);
  const isAfter = offsetAt(timeZone, wanted - after) === after;
  return new Date(wanted - (isAfter ? after : offsetAt(timeZone, wanted - dayMs)));
}

/** The day and the time `HH:MM` there at an instant. */
export function partsIn(timeZone: string, at: number): { readonly day: Day; readonly time: string } {
  const there = new Date(at + offsetAt(timeZone, at)).toISOString();
  const [day = '', time = ''] = there.split('T');
  return { day: day as Day, time: time.slice(0, 5) };
}

/** The day there at an instant. */
export function dayIn(timeZone: string, at: number): Day {
  return partsIn(timeZone, at).day;
}
