import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { atLeast } from '../../../api/use-pages.js';
import { Button } from '../../../kit/button.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { keepingKey, useHoldRequests, type HoldRequest } from '../queries.js';
import { HoldForm } from './hold-form.js';

/** What representatives of the agency ask to keep; not there while nobody asks. */
export function HoldRequests() {
  const { formatMessage } = useIntl();
  const { rows = [], more } = useHoldRequests();
  if (rows.length === 0) return null;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: 'privacy.requests' }, { count: atLeast(rows.length, more.hasMore) })}
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

function Line({ row }: { readonly row: HoldRequest }) {
  const { formatMessage, formatDate } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const refuse = useAction(
    (_: null, once) =>
      ask(() =>
        api.POST('/api/v1/privacy/hold-requests/{id}/refuse', {
          params: { path: { id: row.id }, header: once },
        }),
      ),
    { changes: [keepingKey] },
  );
  return (
    <li className="office-line">
      <div className="office-words">
        <strong>{row.number}</strong>
        <p>
          {formatMessage(
            { id: 'privacy.request.line' },
            {
              who: row.askedBy,
              reason: formatMessage({ id: `privacy.reason.${row.reason}` }),
              day: formatDate(row.askedAt, { dateStyle: 'long' }),
            },
          )}
        </p>
      </div>
      <div className="button-row">
        <Button
          variant="primary"
          icon="lock"
          pressed={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {formatMessage({ id: 'privacy.hold' })}
        </Button>
        <Button
          pending={refuse.pending}
          onPress={() => {
            refuse.do(null);
          }}
        >
          {formatMessage({ id: 'privacy.request.refuse' })}
        </Button>
      </div>
      {isOpen && (
        <HoldForm
          situation={row.situationId}
          number={row.number}
          reason={row.reason}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
      {refuse.error instanceof Refused && (
        <div className="office-whole">
          <ProblemNotice problem={refuse.error.problem} />
        </div>
      )}
    </li>
  );
}
