import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { Stack } from '../../../kit/layout.js';
import { Notice } from '../../../kit/notice.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Table } from '../../../kit/table.js';
import { useToast } from '../../../kit/toasts.js';
import { useWork, workKey } from './queries.js';

type Parked = Schema<'ParkedResponse'>;

/** What should have happened and did not, and the rows that jobs gave up. Nothing is shown while all is well. */
export function Work() {
  const { formatMessage, formatDate } = useIntl();
  const { data } = useWork();
  if (data === undefined) return null;
  const when = (at: string): string => formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Stack>
      {data.overdue.map(({ what, since }) => (
        <Notice key={what} tone="danger" title={formatMessage({ id: 'office.late' })}>
          {formatMessage({ id: `office.late.${what}` }, { since: when(since) })}
        </Notice>
      ))}
      {data.parked.length > 0 && <ParkedRows rows={data.parked} isMore={data.moreParked} />}
    </Stack>
  );
}

function ParkedRows({ rows, isMore }: { readonly rows: readonly Parked[]; readonly isMore: boolean }) {
  const { formatMessage, formatDate } = useIntl();
  const toast = useToast();
  const again = useAction(
    (id: string, header) =>
      ask<unknown>(() =>
        api.POST('/api/v1/administration/work/{id}/tries', { params: { path: { id }, header } }),
      ),
    {
      changes: [workKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'office.parked.again.done' }) });
      },
    },
  );
  const what = ({ kind, label }: Parked): string =>
    [formatMessage({ id: 'office.parked.kind' }, { kind }), label]
      .filter((word) => word !== null)
      .join(' · ');
  return (
    <Panel title={formatMessage({ id: 'office.parked' })}>
      <p>{formatMessage({ id: 'office.parked.lead' })}</p>
      {again.error instanceof Refused && <ProblemNotice problem={again.error.problem} />}
      <Table
        caption={formatMessage({ id: 'office.parked' })}
        hideCaption
        stacks
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'what', label: formatMessage({ id: 'office.parked.what' }), rowHeader: true, cell: what },
          {
            id: 'table',
            label: formatMessage({ id: 'office.parked.table' }),
            cell: ({ tableName }) => tableName ?? '–',
          },
          {
            id: 'code',
            label: formatMessage({ id: 'office.code' }),
            cell: ({ code }) => <code>{code}</code>,
          },
          {
            id: 'since',
            label: formatMessage({ id: 'office.parked.since' }),
            cell: ({ parkedAt }) => formatDate(parkedAt, { dateStyle: 'medium', timeStyle: 'short' }),
          },
          {
            id: 'again',
            label: formatMessage({ id: 'office.parked.again' }),
            cell: (row) => (
              <Button
                label={formatMessage({ id: 'office.parked.again.of' }, { what: what(row) })}
                onPress={() => {
                  again.do(row.id);
                }}
              >
                {formatMessage({ id: 'office.parked.again' })}
              </Button>
            ),
          },
        ]}
      />
      {isMore && <p>{formatMessage({ id: 'office.parked.more' })}</p>}
    </Panel>
  );
}
