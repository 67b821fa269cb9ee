import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { dayOf } from '#domain/days';
import { useFormatDay } from '../../../kit/days.js';
import type { Schema } from '#api-client';
import { Refused } from '../../../api/api.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Table } from '../../../kit/table.js';
import { useAuditCounts, useCounts } from '../queries.js';

interface Month {
  readonly month: string;
  read: number;
  changed: number;
  refused: number;
}

/**
 * Events by month, without a name: what was looked at, what was changed, what was refused. The newest month first.
 * While there is more to come, the last month is not whole and is left out.
 */
function byMonth(counts: readonly Schema<'AuditCount'>[], hasMore: boolean): readonly Month[] {
  const months = new Map<string, Month>();
  for (const { month, action, outcome, events } of counts) {
    const sum = months.get(month) ?? { month, read: 0, changed: 0, refused: 0 };
    sum[outcome !== 'allow' ? 'refused' : /\.(open|list|read|card)$/.test(action) ? 'read' : 'changed'] +=
      events;
    months.set(month, sum);
  }
  const sorted = [...months.values()].sort((one, other) => other.month.localeCompare(one.month));
  return hasMore && sorted.length > 1 ? sorted.slice(0, -1) : sorted;
}

/** Counts alone: what the agency has in situations, and how much was done at its tables. */
export function Figures() {
  const { formatMessage, formatNumber } = useIntl();
  const formatDay = useFormatDay();
  const { data: counts, error } = useCounts();
  const { rows: events, problem: failed, more } = useAuditCounts();
  const months = useMemo(() => byMonth(events ?? [], more.hasMore), [events, more.hasMore]);
  const problem = error instanceof Refused ? error.problem : failed;
  const atLeast = (count: number): string =>
    formatMessage({ id: 'reviews.figures.atLeast' }, { count, shown: formatNumber(count) });
  return (
    <Panel title={formatMessage({ id: 'reviews.figures' })}>
      <p>{formatMessage({ id: 'reviews.figures.lead' })}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {counts === undefined || events === undefined ? (
        problem === undefined && <Loading lines={4} />
      ) : (
        <>
          <dl className="office-facts">
            {counts.flatMap(({ what, rows }) => [
              <dt key={what}>{formatMessage({ id: 'reviews.figures.what' }, { what })}</dt>,
              <dd key={`${what} is`}>{atLeast(rows)}</dd>,
            ])}
          </dl>
          <Table
            caption={formatMessage({ id: 'reviews.figures.months' })}
            stacks
            rows={months}
            rowKey={({ month }) => month}
            columns={[
              {
                id: 'month',
                label: formatMessage({ id: 'reviews.figures.month' }),
                rowHeader: true,
                cell: ({ month }) => formatDay(dayOf(`${month}-01`), { month: 'long', year: 'numeric' }),
              },
              ...(['read', 'changed', 'refused'] as const).map((what) => ({
                id: what,
                label: formatMessage({ id: `reviews.figures.${what}` }),
                align: 'end' as const,
                cell: (row: Month) => atLeast(row[what]),
              })),
            ]}
          />
          <MoreButton {...more} />
        </>
      )}
    </Panel>
  );
}
