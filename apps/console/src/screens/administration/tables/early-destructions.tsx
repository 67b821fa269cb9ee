import { useIntl } from 'react-intl';
import { useFormatDay } from '../../../kit/days.js';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { atLeast, usePages } from '../../../api/use-pages.js';
import { HeldAction } from '../../../kit/held-action.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';

const waitingKey = ['administration', 'early-destructions'] as const;

/**
 * What a privacy officer asks to destroy before its time; a coordinator is the second person. Not there while
 * nothing waits.
 */
export function EarlyDestructions() {
  const { formatMessage } = useIntl();
  const { rows = [], more } = usePages<Schema<'EarlyDestruction'>>(waitingKey, (after) =>
    ask(() => api.GET('/api/v1/early-destructions', { params: { query: { limit: 50, ...after } } })),
  );
  if (rows.length === 0) return null;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: 'office.early' }, { count: atLeast(rows.length, more.hasMore) })}
    >
      <ul className="office-list">
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      <MoreButton {...more} />
    </Panel>
  );
}

function Line({ row }: { readonly row: Schema<'EarlyDestruction'> }) {
  const { formatMessage, formatDate } = useIntl();
  const formatDay = useFormatDay();
  const toast = useToast();
  const { id, number, agency } = row;
  const approve = useAction(
    (_: null, once) =>
      ask(() =>
        api.POST('/api/v1/early-destructions/{id}/approve', { params: { path: { id }, header: once } }),
      ),
    {
      changes: [waitingKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'office.early.done' }, { number }) });
      },
    },
  );
  return (
    <li className="office-line">
      <div className="office-words">
        <strong>{number}</strong>
        <p>
          {formatMessage(
            { id: 'office.early.line' },
            {
              agency,
              day: formatDate(row.askedAt, { dateStyle: 'long' }),
              how: formatMessage({ id: `privacy.consent.${row.consent}` }),
              consented: formatDay(row.consentedOn),
            },
          )}
        </p>
      </div>
      <HeldAction
        danger
        icon="remove"
        pending={approve.pending}
        effect={formatMessage({ id: 'office.early.effect' }, { number })}
        onSend={() => {
          approve.do(null);
        }}
      >
        {formatMessage({ id: 'office.early.go' })}
      </HeldAction>
      {approve.error instanceof Refused && (
        <div className="office-whole">
          <ProblemNotice problem={approve.error.problem} />
        </div>
      )}
    </li>
  );
}
