import { useIntl } from 'react-intl';
import { EmptyState } from '../../../kit/empty-state.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Table } from '../../../kit/table.js';
import { useChains, useEvents, useRefusals, type AdministrationEvent } from './queries.js';

/** What was done or refused in words, from `noun.verb` or the word of a route; what has none stands as it is. */
function useActName() {
  const { formatMessage, messages } = useIntl();
  return (code: string): string => {
    const [noun = '', verb = ''] = code.split(/[.:]/);
    const [of, act] = [`audit.of.${noun}`, `audit.act.${verb}`];
    return of in messages && act in messages
      ? formatMessage(
          { id: 'audit.said' },
          { of: formatMessage({ id: of }), act: formatMessage({ id: act }) },
        )
      : code;
  };
}

/** How far each chain is, to compare with a checkpoint that is kept elsewhere. */
export function Chains() {
  const { formatMessage, formatNumber } = useIntl();
  const { rows, problem, more } = useChains();
  return (
    <Panel title={formatMessage({ id: 'office.chains' })}>
      <p>{formatMessage({ id: 'office.chains.lead' })}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        problem === undefined && <Loading lines={3} />
      ) : (
        <Table
          caption={formatMessage({ id: 'office.chains' })}
          hideCaption
          stacks
          rows={rows}
          rowKey={({ chain }) => chain}
          columns={[
            {
              id: 'of',
              label: formatMessage({ id: 'office.chain.of' }),
              rowHeader: true,
              cell: ({ tableName }) => tableName ?? formatMessage({ id: 'app.nav.administration' }),
            },
            {
              id: 'seq',
              label: formatMessage({ id: 'office.chain.events' }),
              align: 'end',
              cell: ({ seq }) => formatNumber(seq),
            },
            {
              id: 'hash',
              label: formatMessage({ id: 'office.chain.hash' }),
              cell: ({ hash }) => (hash === '' ? '–' : <code className="office-hash">{hash}</code>),
            },
          ]}
        />
      )}
      <MoreButton {...more} />
    </Panel>
  );
}

/** Failed sign-ins and refused routes by the minute; a source is a pseudonym. */
export function Refusals() {
  const { formatMessage, formatDate, formatNumber } = useIntl();
  const nameOf = useActName();
  const { rows, problem, more } = useRefusals();
  return (
    <Panel title={formatMessage({ id: 'office.refusals' })}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        problem === undefined && <Loading lines={3} />
      ) : (
        <Table
          caption={formatMessage({ id: 'office.refusals' })}
          hideCaption
          stacks
          rows={rows.map((row, place) => ({ ...row, place }))}
          rowKey={({ place }) => String(place)}
          empty={<EmptyState icon="shield" title={formatMessage({ id: 'office.refusals.none' })} />}
          columns={[
            {
              id: 'at',
              label: formatMessage({ id: 'office.at' }),
              rowHeader: true,
              cell: ({ minute }) => formatDate(minute, { dateStyle: 'medium', timeStyle: 'short' }),
            },
            { id: 'code', label: formatMessage({ id: 'office.code' }), cell: ({ code }) => nameOf(code) },
            {
              id: 'source',
              label: formatMessage({ id: 'office.source' }),
              cell: ({ source }) => (source === '' ? '–' : <code>{source}</code>),
            },
            {
              id: 'times',
              label: formatMessage({ id: 'office.times' }),
              align: 'end',
              cell: ({ times }) => formatNumber(times),
            },
          ]}
        />
      )}
      <MoreButton {...more} shown={rows?.length} />
    </Panel>
  );
}

/**
 * What was done in administration, the latest first.
 * @param whoOf who did it, as far as this seat may know
 */
export function Events({ whoOf }: { readonly whoOf: (event: AdministrationEvent) => string }) {
  const { formatMessage, formatDate } = useIntl();
  const nameOf = useActName();
  const { rows, problem, more } = useEvents();
  return (
    <Panel title={formatMessage({ id: 'office.events' })}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        problem === undefined && <Loading lines={4} />
      ) : (
        <Table
          caption={formatMessage({ id: 'office.events' })}
          hideCaption
          stacks
          rows={rows}
          rowKey={({ seq }) => String(seq)}
          empty={<EmptyState icon="agenda" title={formatMessage({ id: 'office.events.none' })} />}
          columns={[
            {
              id: 'at',
              label: formatMessage({ id: 'office.at' }),
              rowHeader: true,
              cell: ({ at }) => formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' }),
            },
            { id: 'who', label: formatMessage({ id: 'seats.who' }), cell: whoOf },
            {
              id: 'action',
              label: formatMessage({ id: 'office.action' }),
              cell: ({ action }) => nameOf(action),
            },
            {
              id: 'outcome',
              label: formatMessage({ id: 'office.outcome' }),
              cell: ({ outcome }) => formatMessage({ id: 'office.outcome.is' }, { outcome }),
            },
          ]}
        />
      )}
      <MoreButton {...more} shown={rows?.length} />
    </Panel>
  );
}
