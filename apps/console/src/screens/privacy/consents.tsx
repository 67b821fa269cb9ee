import { useIntl } from 'react-intl';
import { useFormatDay } from '../../kit/days.js';
import { Badge } from '../../kit/badge.js';
import { EmptyState } from '../../kit/empty-state.js';
import { Loading } from '../../kit/loading.js';
import { MoreButton } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Table } from '../../kit/table.js';
import { useConsents } from './queries.js';

/**
 * What the agency noted of consent in what is still at work: given or not, and when notice is due. What was
 * said stands elsewhere.
 */
export function Consents() {
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  const { rows, problem, more } = useConsents();
  return (
    <Panel>
      <p>{formatMessage({ id: 'privacy.consents.lead' })}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        problem === undefined && <Loading lines={3} />
      ) : (
        <Table
          caption={formatMessage({ id: 'privacy.consents' })}
          stacks
          rows={rows.map((row, place) => ({ ...row, place }))}
          rowKey={({ place }) => String(place)}
          empty={<EmptyState icon="hand" title={formatMessage({ id: 'privacy.consents.none' })} />}
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
              id: 'given',
              label: formatMessage({ id: 'privacy.consents' }),
              cell: ({ given }) => (
                <Badge tone={given ? 'success' : 'warning'} icon={given ? 'check' : 'close'}>
                  {formatMessage({ id: given ? 'privacy.consents.given' : 'privacy.consents.notGiven' })}
                </Badge>
              ),
            },
            {
              id: 'due',
              label: formatMessage({ id: 'privacy.consents.due' }),
              cell: ({ dueOn }) => (dueOn === null ? '–' : formatDay(dueOn)),
            },
          ]}
        />
      )}
      <MoreButton {...more} />
    </Panel>
  );
}
