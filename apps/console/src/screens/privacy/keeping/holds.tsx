import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../../kit/days.js';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { AlertDialog } from '../../../kit/alert-dialog.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { keepingKey, useHolds, type Hold } from '../queries.js';

/** What the agency holds beyond its time, and when each hold is looked at again. */
export function Holds() {
  const { formatMessage } = useIntl();
  const { rows, problem, more } = useHolds();
  return (
    <Panel title={formatMessage({ id: 'privacy.holds' })}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        <Loading lines={2} />
      ) : rows.length === 0 ? (
        <EmptyState icon="lock" title={formatMessage({ id: 'privacy.holds.none' })} />
      ) : (
        <ul className="office-list">
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </ul>
      )}
      <MoreButton {...more} />
    </Panel>
  );
}

function Line({ row }: { readonly row: Hold }) {
  const { formatMessage, formatDate } = useIntl();
  const formatDay = useFormatDay();
  const [isAsking, setAsking] = useState(false);
  const lift = useAction(
    (_: null, once) =>
      ask(() =>
        api.POST('/api/v1/privacy/holds/{id}/lift', { params: { path: { id: row.id }, header: once } }),
      ),
    {
      changes: [keepingKey],
      onRefused: () => {
        setAsking(false);
      },
    },
  );
  const reason = formatMessage({ id: `privacy.reason.${row.reason}` });
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          <strong>{row.number}</strong> <span className="text-quiet">{row.table}</span>
        </span>
        <p>
          {row.liftedAt === null
            ? formatMessage(
                { id: 'privacy.hold.line' },
                {
                  reason,
                  since: formatDate(row.setAt, { dateStyle: 'long' }),
                  review: formatDay(row.reviewOn),
                },
              )
            : formatMessage(
                { id: 'privacy.hold.lifted' },
                { reason, day: formatDate(row.liftedAt, { dateStyle: 'long' }) },
              )}
        </p>
        {row.reviewDue && (
          <Badge tone="warning" icon="clock">
            {formatMessage({ id: 'privacy.reviewDue' })}
          </Badge>
        )}
      </div>
      {row.liftedAt === null && (
        <Button
          size="small"
          label={formatMessage({ id: 'privacy.lift.of' }, { number: row.number })}
          onPress={() => {
            setAsking(true);
          }}
        >
          {formatMessage({ id: 'privacy.lift' })}
        </Button>
      )}
      <AlertDialog
        danger
        title={formatMessage({ id: 'privacy.lift.ask' }, { number: row.number })}
        confirmLabel={formatMessage({ id: 'privacy.lift' })}
        isOpen={isAsking}
        pending={lift.pending}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          lift.do(null);
        }}
      >
        <p>{formatMessage({ id: 'privacy.lift.effect' })}</p>
      </AlertDialog>
      {lift.error instanceof Refused && (
        <div className="office-whole">
          <ProblemNotice problem={lift.error.problem} />
        </div>
      )}
    </li>
  );
}
