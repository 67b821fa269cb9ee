import { useIntl } from 'react-intl';
import { useTerms } from '../../shared/terms.js';
import { Badge, FilterBadge } from '../../kit/badge.js';
import { EmptyState } from '../../kit/empty-state.js';
import { Loading } from '../../kit/loading.js';
import { MoreButton } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Table } from '../../kit/table.js';
import { useLedger } from './queries.js';

/** What the agency gave to others and was given, on which basis, and whether it can still be read. */
export function Ledger() {
  const { formatMessage, formatDate } = useIntl();
  const termOf = useTerms();
  const { rows, problem, more } = useLedger();
  const day = (at: string): string => formatDate(at, { dateStyle: 'medium' });
  return (
    <Panel>
      <p>{formatMessage({ id: 'privacy.ledger.lead' })}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        problem === undefined && <Loading lines={6} />
      ) : (
        <Table
          caption={formatMessage({ id: 'privacy.ledger' })}
          stacks
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="shield" title={formatMessage({ id: 'privacy.ledger.none' })} />}
          columns={[
            {
              id: 'number',
              label: formatMessage({ id: 'privacy.situation' }),
              rowHeader: true,
              cell: ({ number, table }) => (
                <>
                  {number} <span className="text-small text-quiet">{table}</span>
                </>
              ),
            },
            {
              id: 'filter',
              label: formatMessage({ id: 'privacy.what' }),
              cell: ({ tier }) => (
                <FilterBadge filter={tier === 4 ? 4 : 3}>
                  {formatMessage({ id: `privacy.filter.${tier === 4 ? 4 : 3}` })}
                </FilterBadge>
              ),
            },
            {
              id: 'way',
              label: formatMessage({ id: 'privacy.way' }),
              cell: ({ given, agency }) =>
                formatMessage({ id: given ? 'privacy.given' : 'privacy.received' }, { agency }),
            },
            {
              id: 'basis',
              label: formatMessage({ id: 'privacy.basis' }),
              cell: ({ basis }) => termOf('legalBasis', basis),
            },
            {
              id: 'from',
              label: formatMessage({ id: 'privacy.from' }),
              cell: ({ grantedAt }) => day(grantedAt),
            },
            {
              id: 'state',
              label: formatMessage({ id: 'privacy.state' }),
              cell: ({ revokedAt, revokedBecause }) =>
                revokedAt === null ? (
                  <Badge tone="warning" icon="eye">
                    {formatMessage({ id: 'privacy.open' })}
                  </Badge>
                ) : (
                  formatMessage(
                    { id: 'privacy.ended' },
                    { day: day(revokedAt), because: revokedBecause ?? '' },
                  )
                ),
            },
          ]}
        />
      )}
      <MoreButton {...more} shown={rows?.length} />
    </Panel>
  );
}
