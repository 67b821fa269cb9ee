import { useIntl, type IntlShape } from 'react-intl';
import { dayIn, partsOfDay, type Day } from '#domain/days';
import { useNow } from './clock.js';

type DayOptions = Omit<NonNullable<Parameters<IntlShape['formatDate']>[1]>, 'timeZone' | 'timeStyle'>;

/** Writes days in the reader's language. A day never becomes an instant on the way, so no time zone can move it. */
export function useFormatDay(): (day: Day, options?: DayOptions) => string {
  const { formatDate } = useIntl();
  return (day, options = { dateStyle: 'long' }) => {
    const { at, timeZone } = partsOfDay(day);
    return formatDate(at, { ...options, timeZone });
  };
}

/** The zone whose days and hours the page shows: the table's, and the browser's where the seat is at no table. */
export function useZone(): string {
  return useIntl().timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Today on the calendar of the page's zone. */
export function useToday(): Day {
  return dayIn(useZone(), useNow(60_000));
}
