import { useIntl } from 'react-intl';

/** Monday is 1, Sunday is 7 (ISO). */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Weekday = (typeof weekdays)[number];

/** A weekday's name in the person's language. */
export function useWeekdayName(): (weekday: number) => string {
  const { formatDate } = useIntl();
  return (weekday) =>
    formatDate(new Date(Date.UTC(2024, 0, weekday, 12)), { weekday: 'long', timeZone: 'UTC' });
}
