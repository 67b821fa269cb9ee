import { useIntl } from 'react-intl';
import { useNow } from './clock.js';
import './due.css';
import { Icon } from './icons/icon.js';
import { useKitWords } from './words.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface DueProps {
  /** When it is due: an instant, or a day `YYYY-MM-DD`, which is due until its end where the reader is. */
  readonly at: string;
  /** Writes the date as well, where there is room. */
  readonly full?: boolean | undefined;
  /** Only the relative words, where a label stands before. */
  readonly plain?: boolean | undefined;
}

/** A clock: when something is due, as one says it, the date as title. Overdue is told by a word and a sign, not by colour alone. */
export function Due({ at, full = false, plain = false }: DueProps) {
  const intl = useIntl();
  const word = useKitWords();
  const now = useNow();
  const isDay = at.length === 10;
  const due = isDay ? new Date(`${at}T23:59:59`) : new Date(at);
  const isOverdue = due.getTime() < now;
  const when = relative(due.getTime() - now, isDay, new Date(now), due, (count, unit) =>
    intl.formatRelativeTime(count, unit, { numeric: 'auto' }),
  );
  const absolute = intl.formatDate(
    due,
    isDay
      ? { weekday: 'short', day: 'numeric', month: 'short' }
      : { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  );
  return (
    <time
      className="due"
      dateTime={at}
      title={absolute}
      data-overdue={isOverdue || undefined}
      data-soon={(!isOverdue && due.getTime() - now < day) || undefined}
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
function relative(away: number, isDay: boolean, now: Date, due: Date, say: Say): string {
  if (isDay || Math.abs(away) >= 2 * day)
    return say(Math.round((startOfDay(due) - startOfDay(now)) / day), 'day');
  if (Math.abs(away) < 1.5 * hour) return say(Math.round(away / minute), 'minute');
  return say(Math.round(away / hour), 'hour');
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
