import { useIntl } from 'react-intl';
import type { AgendaEntry } from '../api/meetings.js';
import { useTerms } from './terms.js';

/** What the table decided on an entry, in words; empty while it has decided nothing. */
export function useDecided({
  decisions,
  noted,
  reason,
}: Pick<AgendaEntry, 'decisions' | 'reason'> & { readonly noted?: AgendaEntry['noted'] }): string {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const all = [...new Set([...decisions, ...(noted == null ? [] : [noted])])];
  const words = all.map((decision) => formatMessage({ id: `meeting.decision.${decision}` })).join(', ');
  const list = all.includes('rejected')
    ? 'rejectionReason'
    : all.includes('returned')
      ? 'returnReason'
      : all.includes('withdrawn')
        ? 'withdrawalReason'
        : 'conclusionReason';
  return reason === null || words === '' ? words : `${words} (${termOf(list, reason)})`;
}
