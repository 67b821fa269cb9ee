import { useQuery } from '@tanstack/react-query';
import { Fragment, lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { tableSettingNames } from '#domain/vocabulary';
import { useFormatDay } from '../../../kit/days.js';
import { api, askTagged, Refused } from '../../../api/api.js';
import { useSeat } from '../../../api/me.js';
import { useTerms } from '../../../shared/terms.js';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { Disclosure } from '../../../kit/disclosure.js';
import { Loading } from '../../../kit/loading.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Table } from '../../../kit/table.js';
import { tablesKey, type SituationTable } from '../queries.js';
import { EndTable } from './end-table.js';
import { Place, RemoveAgency } from './place.js';
import { Propose } from './propose.js';

/** A table with its settings and agencies, in the version that a change starts from. */
function useTable(id: string) {
  return useQuery({
    queryKey: [...tablesKey, id],
    queryFn: () => askTagged(() => api.GET('/api/v1/tables/{id}', { params: { path: { id } } })),
  });
}

const Suggestions = lazy(() =>
  import('./suggestions.js').then((module) => ({ default: module.Suggestions })),
);
const TableBasics = lazy(() => import('./basics.js').then((module) => ({ default: module.TableBasics })));

/** The settings of a table in words, who sits there, and what can be proposed. */
export function OneTable({ table }: { readonly table: SituationTable }) {
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  const termOf = useTerms();
  const seat = useSeat();
  const { data: found, error } = useTable(table.id);
  const [isChanging, setChanging] = useState(false);
  const [isSuggesting, setSuggesting] = useState(false);
  if (error instanceof Refused) return <ProblemNotice problem={error.problem} />;
  if (found === undefined) return <Loading lines={4} />;
  const { data: whole, tag } = found;
  const isKeeper = seat?.persona === 'administrator';
  return (
    <>
      <dl className="office-facts">
        <dt>{formatMessage({ id: 'office.recipients' })}</dt>
        <dd>{formatMessage({ id: `office.recipients.${whole.identifierRecipients}` })}</dd>
        <dt>{formatMessage({ id: 'office.rule' })}</dt>
        <dd>{formatMessage({ id: `office.rule.${whole.riskRule}` })}</dd>
        <dt>{formatMessage({ id: 'office.retention' })}</dt>
        <dd>{formatMessage({ id: 'office.months' }, { months: whole.retentionMonths })}</dd>
        {tableSettingNames.map((name) => (
          <Fragment key={name}>
            <dt>{formatMessage({ id: `office.setting.${name}` })}</dt>
            <dd>{formatMessage({ id: `office.setting.${name}.value` }, { value: whole[name] })}</dd>
          </Fragment>
        ))}
      </dl>
      {isChanging && (
        <Suspense fallback={<Loading lines={4} />}>
          <TableBasics
            table={whole}
            tag={tag}
            onClose={() => {
              setChanging(false);
            }}
          />
        </Suspense>
      )}
      {isKeeper && !isChanging && (
        <ButtonRow>
          <Button
            icon="edit"
            onPress={() => {
              setChanging(true);
            }}
          >
            {formatMessage({ id: 'office.basics' })}
          </Button>
          <EndTable table={whole} tag={tag} />
        </ButtonRow>
      )}
      <Propose table={whole} />
      <Table
        caption={formatMessage({ id: 'office.places' }, { count: whole.agencies.length })}
        stacks
        rows={whole.agencies}
        rowKey={({ agencyId }) => agencyId}
        columns={[
          {
            id: 'name',
            label: formatMessage({ id: 'office.agency' }),
            rowHeader: true,
            cell: ({ name }) => name,
          },
          {
            id: 'sector',
            label: formatMessage({ id: 'office.sector' }),
            cell: ({ sector }) => termOf('sector', sector),
          },
          {
            id: 'account',
            label: formatMessage({ id: 'office.account' }),
            cell: ({ hasAccount }) =>
              formatMessage({ id: hasAccount ? 'office.account.yes' : 'office.account.no' }),
          },
          {
            id: 'since',
            label: formatMessage({ id: 'office.since' }),
            cell: ({ joinedOn }) => formatDay(joinedOn, { dateStyle: 'medium' }),
          },
          ...(isKeeper
            ? [
                {
                  id: 'acts',
                  label: formatMessage({ id: 'seats.acts' }),
                  hideLabel: true,
                  cell: (place: (typeof whole.agencies)[number]) => (
                    <RemoveAgency table={whole} tag={tag} place={place} />
                  ),
                },
              ]
            : []),
        ]}
      />
      {isKeeper && <Place table={whole} tag={tag} />}
      {isKeeper && (
        <Disclosure
          title={formatMessage({ id: 'office.suggestions' })}
          isOpen={isSuggesting}
          onToggle={setSuggesting}
        >
          {isSuggesting && (
            <Suspense fallback={<Loading lines={6} />}>
              <Suggestions table={whole} tag={tag} />
            </Suspense>
          )}
        </Disclosure>
      )}
    </>
  );
}
