import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { HeldAction } from '../../../kit/held-action.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';
import { openingsKey, type Opening } from '../queries.js';

export interface OpeningLineProps {
  readonly row: Opening;
  readonly isRead?: boolean | undefined;
  /** For who asked, while it can be read. */
  readonly onRead?: (() => void) | undefined;
}

/** One request to open what is concluded, with what this person can do about it. */
export function OpeningLine({ row, isRead, onRead }: OpeningLineProps) {
  const { formatMessage, formatDate } = useIntl();
  const toast = useToast();
  const { id, number, agency, mine, waits, readable } = row;
  const state = readable
    ? 'readable'
    : waits
      ? mine
        ? 'waits'
        : 'yours'
      : row.approvedAt === null
        ? 'lapsed'
        : 'over';
  const approve = useAction(
    (_: null, once) =>
      ask(() => api.POST('/api/v1/openings/{id}/approve', { params: { path: { id }, header: once } })),
    {
      changes: [openingsKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'openings.one.approved' }, { number }) });
      },
    },
  );
  const until = formatDate(new Date(Date.parse(row.approvedAt ?? row.askedAt) + halfHourMs), {
    timeStyle: 'short',
  });
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          <strong className="number">{number}</strong> <span className="text-quiet">{row.table}</span>
        </span>
        <p>
          {formatMessage(
            { id: 'openings.one.line' },
            {
              agency,
              mine: mine ? 'yes' : 'no',
              day: formatDate(row.askedAt, { dateStyle: 'medium', timeStyle: 'short' }),
              reason: formatMessage({ id: `privacy.reason.${row.purpose}` }),
            },
          )}
        </p>
        <Badge
          tone={readable ? 'success' : waits ? 'warning' : 'neutral'}
          icon={readable ? 'key' : waits ? 'clock' : 'lock'}
        >
          {formatMessage({ id: `openings.one.${state}` }, { until })}
        </Badge>
      </div>
      {readable && onRead !== undefined && (
        <Button
          icon="eye"
          pressed={isRead}
          label={formatMessage({ id: 'openings.one.read.of' }, { number })}
          onPress={onRead}
        >
          {formatMessage({ id: 'openings.one.read' })}
        </Button>
      )}
      {state === 'yours' && (
        <HeldAction
          icon="key"
          pending={approve.pending}
          effect={formatMessage({ id: 'openings.one.effect' }, { agency, number })}
          onSend={() => {
            approve.do(null);
          }}
        >
          {formatMessage({ id: 'openings.one.approve' })}
        </HeldAction>
      )}
      {approve.error instanceof Refused && (
        <div className="office-whole">
          <ProblemNotice problem={approve.error.problem} />
        </div>
      )}
    </li>
  );
}

const halfHourMs = 30 * 60_000;
