import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { useTableZone } from './when.js';

/**
 * The audit's latest checkpoint as paper keeps it: whoever has the sheet can show later that the audit was
 * not written again.
 */
export function PrintedCheckpoint({
  checkpoint,
}: {
  readonly checkpoint: Schema<'AgendaCheckpoint'> | null;
}) {
  const { formatMessage, formatDate } = useIntl();
  const timeZone = useTableZone();
  if (checkpoint === null) return null;
  const at = formatDate(checkpoint.madeAt, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  return (
    <p className="print-only">
      {formatMessage(
        { id: 'meeting.checkpoint' },
        { number: checkpoint.number, at, short: checkpoint.short },
      )}
    </p>
  );
}
