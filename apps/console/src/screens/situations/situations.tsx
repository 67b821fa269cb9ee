import { createLink, useNavigate, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { api, ask } from '../../api/api.js';
import { useOptions } from '../../shared/choices.js';
import { useSeat } from '../../api/me.js';
import { useTerms } from '../../shared/terms.js';
import { usePages } from '../../api/use-pages.js';
import { LateTasks } from '../tasks/late-tasks.js';
import { StageBadge } from '../../kit/badge.js';
import { Due } from '../../kit/due.js';
import { EmptyState } from '../../kit/empty-state.js';
import { Page, Row } from '../../kit/layout.js';
import { LinkButton } from '../../kit/link-button.js';
import { Loading } from '../../kit/loading.js';
import { MoreButton } from '../../kit/more-button.js';
import { PageHeader } from '../../kit/page-header.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Select } from '../../kit/select.js';
import { Switch } from '../../kit/switch.js';
import { Table } from '../../kit/table.js';
import { TextField } from '../../kit/text-field.js';
import { SituationLink } from '../../shared/situation-link.js';
import { readSituationsSearch, stageChoices, type SituationsSearch } from './search.js';

const Go = createLink(LinkButton);
const any = 'any';

/**
 * Every situation that this seat may see, found by number and codes; the filters stand in the address, so
 * that back works.
 */
export function Situations() {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const seat = useSeat();
  const navigate = useNavigate({ from: '/situations' });
  const search = useSearch({ from: '/situations' });
  const types = useOptions('situationType');
  const factors = useOptions('riskFactor');
  const { rows, problem, more } = usePages(['situations', 'list', search], (after) =>
    ask(() => api.GET('/api/v1/situations', { params: { query: { ...search, ...after } } })),
  );
  const change = (part: Partial<Record<keyof SituationsSearch, unknown>>): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...part }).filter(
        ([, value]) => value !== undefined && value !== any && value !== false,
      ),
    );
    void navigate({ search: readSituationsSearch(next), replace: true });
  };
  return (
    <Page>
      <PageHeader
        title={formatMessage({ id: 'app.nav.situations' })}
        actions={
          seat?.persona === 'rep' ? (
            <Go to="/situations/new" variant="primary" icon="add">
              {formatMessage({ id: 'agency.log' })}
            </Go>
          ) : undefined
        }
      />
      {seat?.persona === 'coordinator' && <LateTasks />}
      <Row gap="large">
        <TextField
          label={formatMessage({ id: 'situation.list.search' })}
          value={search.number ?? ''}
          width={12}
          onChange={(number) => {
            if (/^(\d{0,4}|\d{4}-\d{0,10})$/.test(number))
              change({ number: /^\d{4}/.test(number) ? number : undefined });
          }}
        />
        <Select
          label={formatMessage({ id: 'situation.list.stage' })}
          value={search.stage ?? 'open'}
          onChange={(stage) => {
            change({ stage });
          }}
          options={stageChoices.map((value) => ({
            value,
            label: formatMessage({
              id:
                value === 'open' || value === 'all' ? `situation.list.${value}` : `situation.stage.${value}`,
            }),
          }))}
        />
        <Select
          label={formatMessage({ id: 'situation.list.type' })}
          value={search.type ?? any}
          onChange={(type) => {
            change({ type });
          }}
          options={[{ value: any, label: formatMessage({ id: 'situation.list.any' }) }, ...types]}
        />
        <Select
          label={formatMessage({ id: 'situation.list.factor' })}
          value={search.riskFactor ?? any}
          onChange={(riskFactor) => {
            change({ riskFactor });
          }}
          options={[{ value: any, label: formatMessage({ id: 'situation.list.any' }) }, ...factors]}
        />
        <Select
          label={formatMessage({ id: 'situation.list.sort' })}
          value={search.sort ?? 'newest'}
          onChange={(sort) => {
            change({ sort });
          }}
          options={[
            { value: 'newest', label: formatMessage({ id: 'situation.list.newest' }) },
            { value: 'oldest', label: formatMessage({ id: 'situation.list.oldest' }) },
          ]}
        />
        {seat?.persona === 'rep' && (
          <Switch
            checked={search.own ?? false}
            onChange={(own) => {
              change({ own });
            }}
          >
            {formatMessage({ id: 'situation.list.own' })}
          </Switch>
        )}
      </Row>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        <Loading lines={8} />
      ) : rows.length === 0 ? (
        <EmptyState title={formatMessage({ id: 'situation.list.none' })}>
          {formatMessage({ id: 'situation.list.none.next' })}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={formatMessage({ id: 'situation.list.caption' })}
            rows={rows}
            rowKey={(row) => row.id}
            stacks
            columns={[
              {
                id: 'number',
                label: formatMessage({ id: 'situation.list.number' }),
                rowHeader: true,
                cell: (row) => <SituationLink id={row.id} number={row.number} />,
              },
              {
                id: 'stage',
                label: formatMessage({ id: 'situation.list.stage' }),
                cell: (row) => <StageBadge stage={row.stage} />,
              },
              {
                id: 'who',
                label: formatMessage({ id: 'situation.list.who' }),
                cell: (row) =>
                  [
                    row.type && termOf('situationType', row.type),
                    row.ageBand && termOf('ageBand', row.ageBand),
                    row.sex && termOf('sex', row.sex),
                  ]
                    .filter(Boolean)
                    .join(' · ') || '–',
              },
              {
                id: 'part',
                label: formatMessage({ id: 'situation.list.role' }),
                cell: (row) =>
                  row.ownRole === null ? (
                    '–'
                  ) : (
                    <>
                      {formatMessage({ id: `situation.role.${row.ownRole}` })}{' '}
                      {row.contactDueAt !== null && <Due at={row.contactDueAt} />}
                    </>
                  ),
              },
              {
                id: 'since',
                label: formatMessage({ id: 'situation.list.since' }),
                cell: (row) => row.openedMonth,
              },
            ]}
          />
          <MoreButton {...more} />
        </>
      )}
    </Page>
  );
}
