import { useNavigate, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import { useCodebook } from '../../shared/terms.js';
import { EmptyState } from '../../kit/empty-state.js';
import { SplitLayout, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Select } from '../../kit/select.js';
import { Bars } from './bars.js';
import { Cross } from './cross.js';
import { useFigures, useYears, type Scope } from './queries.js';
import { dimensions, type Dimension, type StatisticsSearch } from './search.js';
import './statistics.css';
import { Why } from './why.js';

/** The figures of one scope: what to look at, the table, and what protects people in it. */
export function Figures({ scope }: { readonly scope: Scope }) {
  const { formatMessage } = useIntl();
  const search = useSearch({ from: '/statistics' });
  const { data: years, error } = useYears(scope);
  const { data: codebook } = useCodebook();
  const shown = years?.filter(({ withheld }) => !withheld).map(({ year }) => year) ?? [];
  const year = shown.find((each) => each === search.year) ?? shown[0];
  const by = scope === 'ownTable' ? 'conclusionGroup' : (search.by ?? 'conclusionGroup');
  const and = scope === 'ownTable' || search.and === by ? undefined : search.and;
  const compare =
    and === undefined ? shown.find((each) => each === search.compare && each !== year) : undefined;
  const table = useFigures({ scope, year, by, and });
  const other = useFigures({ scope, year: compare, by });
  const refused = [error, table.error, other.error].find((each) => each instanceof Refused);
  if (refused !== undefined) return <ProblemNotice problem={refused.problem} />;
  if (years === undefined) return <Loading lines={6} />;
  if (year === undefined)
    return (
      <EmptyState icon="chart" title={formatMessage({ id: 'statistics.none' })}>
        {formatMessage({ id: 'statistics.none.why' })}
      </EmptyState>
    );
  const tables = [table.data, other.data].filter((each) => each !== undefined);
  return (
    <Stack gap="large">
      <Choices
        scope={scope}
        years={shown}
        chosen={{ year, by, ...(and !== undefined && { and }), ...(compare !== undefined && { compare }) }}
      />
      {table.data === undefined || codebook === undefined ? (
        <Loading lines={6} />
      ) : (
        <SplitLayout
          asideSticks
          detail={
            and === undefined ? (
              <Bars by={by} tables={tables} />
            ) : (
              <Cross by={by} and={and} table={table.data} />
            )
          }
          aside={<Why table={table.data} by={by} and={and} canWiden={scope === 'acrossTables'} />}
        />
      )}
      {years.some(({ withheld }) => withheld) && (
        <p className="text-quiet">
          {formatMessage(
            { id: 'statistics.withheld' },
            {
              years: years
                .filter(({ withheld }) => withheld)
                .map(({ year: each }) => each)
                .join(', '),
            },
          )}
        </p>
      )}
    </Stack>
  );
}

interface ChoicesProps {
  readonly scope: Scope;
  readonly years: readonly number[];
  readonly chosen: StatisticsSearch & { readonly year: number; readonly by: Dimension };
}

function Choices({ scope, years, chosen }: ChoicesProps) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate({ from: '/statistics' });
  const go = (search: StatisticsSearch): void => {
    void navigate({ search, replace: true, resetScroll: false });
  };
  const { year, by, and, compare } = chosen;
  const named = dimensions.map((value) => ({
    value,
    label: formatMessage({ id: `statistics.by.${value}` }),
  }));
  return (
    <div className="statistics-choices">
      <Select
        label={formatMessage({ id: 'exports.year' })}
        value={String(year)}
        options={years.map((each) => ({ value: String(each), label: String(each) }))}
        onChange={(value) => {
          go({ ...chosen, year: Number(value) });
        }}
      />
      {scope === 'acrossTables' && (
        <>
          <Select
            label={formatMessage({ id: 'statistics.by' })}
            value={by}
            options={named}
            onChange={(value) => {
              go({ ...chosen, by: value });
            }}
          />
          <Select<Dimension | 'none'>
            label={formatMessage({ id: 'statistics.and' })}
            value={and ?? 'none'}
            options={[
              { value: 'none', label: formatMessage({ id: 'statistics.and.none' }) },
              ...named.filter(({ value }) => value !== by),
            ]}
            onChange={(value) => {
              go({ year, by, ...(value !== 'none' && { and: value }) });
            }}
          />
        </>
      )}
      {and === undefined && years.length > 1 && (
        <Select
          label={formatMessage({ id: 'statistics.compare' })}
          value={compare === undefined ? 'none' : String(compare)}
          options={[
            { value: 'none', label: formatMessage({ id: 'statistics.compare.none' }) },
            ...years
              .filter((each) => each !== year)
              .map((each) => ({ value: String(each), label: String(each) })),
          ]}
          onChange={(value) => {
            go({ year, by, ...(value !== 'none' && { compare: Number(value) }) });
          }}
        />
      )}
    </div>
  );
}
