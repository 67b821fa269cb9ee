import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { isDay } from '#domain/days';
import { useFormatDay } from './days.js';
import { Icon, type IconName } from './icons/icon.js';
import './timeline.css';

interface TimelineEntry {
  readonly id: string;
  /** An instant, or a day `YYYY-MM-DD`. */
  readonly at: string;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly icon?: IconName | undefined;
  readonly tone?: 'normal' | 'warning' | undefined;
}

export interface TimelineProps {
  readonly label: string;
  readonly entries: readonly TimelineEntry[];
}

/** What happened, one after the other, as given. */
export function Timeline({ label, entries }: TimelineProps) {
  const intl = useIntl();
  const formatDay = useFormatDay();
  const said = (at: string): string =>
    isDay(at)
      ? formatDay(at, { day: 'numeric', month: 'short', year: 'numeric' })
      : intl.formatDate(at, {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
        });
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className="timeline-entry" data-tone={entry.tone}>
          <span className="timeline-mark">
            <Icon name={entry.icon ?? 'check'} />
          </span>
          <div className="timeline-words">
            <p className="timeline-title">{entry.title}</p>
            <time className="text-small text-quiet" dateTime={entry.at}>
              {said(entry.at)}
            </time>
            {entry.children !== undefined && <div>{entry.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
