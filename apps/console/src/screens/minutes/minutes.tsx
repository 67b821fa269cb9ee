import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../kit/days.js';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../api/api.js';
import { meetingKey } from '../../api/meetings.js';
import { Button } from '../../kit/button.js';
import { Page } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Table } from '../../kit/table.js';
import { useDecided } from '../../shared/decided.js';
import { PrintedCheckpoint } from '../../shared/printed-checkpoint.js';
import { useTableZone, useWhen } from '../../shared/when.js';

type View = Schema<'MinutesView'>;

/**
 * De-identified minutes, as they are printed: a date, who attended, and numbers with what was decided. Nobody
 * writes them.
 */
export function Minutes() {
  const { formatMessage } = useIntl();
  const { meetingId } = useParams({ from: '/meetings/$meetingId/minutes' });
  const { data, error } = useQuery({
    queryKey: [...meetingKey(meetingId), 'minutes'],
    queryFn: () =>
      ask(() => api.GET('/api/v1/meetings/{id}/minutes', { params: { path: { id: meetingId } } })),
  });
  if (error instanceof Refused)
    return (
      <Page width="narrow">
        <PageHeader title={formatMessage({ id: 'app.nav.meetings' })} />
        <ProblemNotice problem={error.problem} />
      </Page>
    );
  return <Page>{data === undefined ? <Loading lines={8} /> : <Sheet minutes={data} />}</Page>;
}

function Sheet({ minutes }: { readonly minutes: View }) {
  const { formatMessage, formatTime } = useIntl();
  const formatDay = useFormatDay();
  const when = useWhen();
  const timeZone = useTableZone();
  const { kind, openedAt, closedAt, present, lines, shredBy } = minutes;
  const shred = formatDay(shredBy);
  const room = present.filter(({ mode }) => mode === 'room').map(({ agency }) => agency);
  const remote = present.filter(({ mode }) => mode === 'remote').map(({ agency }) => agency);
  return (
    <>
      <PageHeader
        title={formatMessage({ id: 'minutes.title' }, { when: when(openedAt) })}
        lead={`${formatMessage({ id: `meeting.kind.${kind}` })} · ${formatMessage({ id: 'minutes.until' }, { time: formatTime(closedAt, { timeZone, hour: 'numeric', minute: '2-digit' }) })}`}
        actions={
          <Button
            variant="primary"
            icon="print"
            onPress={() => {
              print();
            }}
          >
            {formatMessage({ id: 'meeting.print' })}
          </Button>
        }
      />
      <Notice>{formatMessage({ id: 'minutes.shred' }, { day: shred })}</Notice>
      <Panel title={formatMessage({ id: 'minutes.present' }, { count: present.length })}>
        <dl>
          {room.length > 0 && (
            <>
              <dt>{formatMessage({ id: 'meeting.mode.room' })}</dt>
              <dd>{room.join(', ')}</dd>
            </>
          )}
          {remote.length > 0 && (
            <>
              <dt>{formatMessage({ id: 'meeting.mode.remote' })}</dt>
              <dd>{remote.join(', ')}</dd>
            </>
          )}
        </dl>
      </Panel>
      <Table
        caption={formatMessage({ id: 'minutes.decided' })}
        rows={lines}
        rowKey={({ number }) => number}
        stacks
        empty={formatMessage({ id: 'minutes.none' })}
        columns={[
          {
            id: 'number',
            label: formatMessage({ id: 'situation.list.number' }),
            rowHeader: true,
            cell: ({ number }) => <span className="number">{number}</span>,
          },
          {
            id: 'decided',
            label: formatMessage({ id: 'minutes.decision' }),
            cell: (line) => <Decision line={line} />,
          },
        ]}
      />
      <PrintedCheckpoint checkpoint={minutes.checkpoint} />
    </>
  );
}

function Decision({ line }: { readonly line: View['lines'][number] }) {
  const { formatMessage } = useIntl();
  const decided = useDecided(line);
  return decided === '' ? formatMessage({ id: 'minutes.notDealt' }) : decided;
}
