import { useIntl } from 'react-intl';
import { addDays, dayIn, daysBetween, instantIn, isDay } from '#domain/days';
import { useNow } from './clock.js';
import { useFormatDay, useZone } from './days.js';
import './due.css';
import { Icon } from './icons/icon.js';
import { useKitWords } from './words.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface DueProps {
  /**
   * When it is due: an instant, or a day `YYYY-MM-DD`, which is due until its end at the table, wherever the
   * reader is.
   */
  readonly at: string;
  /** Writes the date as well, where there is room. */
  readonly full?: boolean | undefined;
  /** Only the relative words, where a label stands before. */
  readonly plain?: boolean | undefined;
}

/**
 * A clock: when something is due, as one says it, the date as title. Overdue is told by a word and a sign,
 * not by colour alone.
 */
export function Due({ at, full = false, plain = false }: DueProps) {
  const intl = useIntl();
  const word = useKitWords();
  const now = useNow();
  const zone = useZone();
  const formatDay = useFormatDay();
  const isWhole = isDay(at);
  const end = isWhole ? instantIn(zone, addDays(at, 1), '00:00').getTime() : Date.parse(at);
  const isOverdue = end <= now;
  const days = daysBetween(dayIn(zone, now), isWhole ? at : dayIn(zone, end));
  const when = relative(end - now, days, isWhole, (count, unit) =>
    intl.formatRelativeTime(count, unit, { numeric: 'auto' }),
  );
  const absolute = isWhole
    ? formatDay(at, { weekday: 'short', day: 'numeric', month: 'short' })
    : intl.formatDate(end, {
        timeZone: zone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: 'numeric',
        minute: '2-digit',
      });
  return (
    <time
      className="due"
      dateTime={at}
      title={absolute}
      data-overdue={isOverdue || undefined}
      data-soon={(!isOverdue && end - now < day) || undefined}
    >
      <Icon name={isOverdue ? 'warning' : 'clock'} />
      <span>
        {isOverdue ? word('kit.overdue', { when }) : plain ? when : word('kit.due', { when })}
        {full && <span className="due-absolute"> · {absolute}</span>}
      </span>
    </time>
  );
}

type Say = (count: number, unit: 'minute' | 'hour' | 'day') => string;

/** Minutes below an hour and a half, hours below two days, else calendar days; whole days always in calendar days. */
function relative(away: number, days: number, isWhole: boolean, say: Say): string {
  if (isWhole || Math.abs(away) >= 2 * day) return say(days, 'day');
  if (Math.abs(away) < 1.5 * hour) return say(Math.round(away / minute), 'minute');
  return say(Math.round(away / hour), 'hour');
}
