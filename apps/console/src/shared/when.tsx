import { useIntl } from 'react-intl';
import { useSeat } from '../api/me.js';
import type { Meeting } from '../api/meetings.js';
import { Badge } from '../kit/badge.js';
import { useZone } from '../kit/days.js';

/** The clock of the table, wherever the reader is. */
export function useTableZone(): string {
  const zone = useZone();
  return useSeat()?.timeZone ?? zone;
}

/** Says when a meeting is, as the table's clock has it. */
export function useWhen(): (at: string) => string {
  const { formatDate } = useIntl();
  const timeZone = useTableZone();
  return (at) =>
    formatDate(at, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    });
}

export function MeetingWhen({ at }: { readonly at: string }) {
  const when = useWhen();
  return <time dateTime={at}>{when(at)}</time>;
}

const tones = {
  scheduled: 'neutral',
  open: 'success',
  closed: 'neutral',
  calledOff: 'warning',
  skipped: 'warning',
} as const;

export function MeetingState({ state }: { readonly state: Meeting['state'] }) {
  const { formatMessage } = useIntl();
  return <Badge tone={tones[state]}>{formatMessage({ id: `meeting.state.${state}` })}</Badge>;
}
