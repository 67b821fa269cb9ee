/**
 * A day of a calendar, written `YYYY-MM-DD`. It is no instant: it begins at different moments in different
 * places, so whoever makes an instant of it must say where. Days compare as texts. A plain text is no Day,
 * and neither is an instant.
 */
export type Day = `${number}-${number}-${number}`;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** The day as a count of days, which has no time zone in it; undefined for what names no day. */
function countOf(text: string): number | undefined {
  const [, year, month, day] = form.exec(text) ?? [];
  if (year === undefined) return undefined;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return written(at) === text ? at / dayMs : undefined;
}

function written(utc: number): string {
  const at = new Date(utc);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/** Whether a text names a day that exists. */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && countOf(text) !== undefined;
}

/** The day that a text names; a text that names none is a fault of the caller. */
export function dayOf(text: string): Day {
  if (!isDay(text)) throw new RangeError(`no day: ${text}`);
  return text;
}

/** The day so many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return written(((countOf(day) ?? NaN) + days) * dayMs) as Day;
}

/** The same day so many months later; where that month is too short, its last day, as PostgreSQL has it. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(first + (Math.min(date, lastDate) - 1) * dayMs) as Day;
}

/** How many days lie between: 1 from today to tomorrow, negative into the past. */
export function daysBetween(from: Day, to: Day): number {
  return (countOf(to) ?? NaN) - (countOf(from) ?? NaN);
}

/**
 * A day's parts for a formatter that is told to read them in UTC: the one way to write a day in words without
 * a time zone.
 */
export function partsOfDay(day: Day): { readonly at: number; readonly timeZone: 'UTC' } {
  return { at: (countOf(day) ?? NaN) * dayMs, timeZone: 'UTC' };
}
