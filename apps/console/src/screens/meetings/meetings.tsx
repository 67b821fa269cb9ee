import { createLink, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useSeat } from '../../api/me.js';
import type { Meeting } from '../../api/meetings.js';
import { LateTasks } from '../tasks/late-tasks.js';
import { Button } from '../../kit/button.js';
import { EmptyState } from '../../kit/empty-state.js';
import { Page, Row } from '../../kit/layout.js';
import { LinkButton } from '../../kit/link-button.js';
import { Loading } from '../../kit/loading.js';
import { MoreButton } from '../../kit/more-button.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Table } from '../../kit/table.js';
import { Changes } from './changes.js';
import { Coming, Restore, useComing, type ComingMeeting } from './coming.js';
import { Convene } from './convene.js';
import { MeetingState, MeetingWhen } from '../../shared/when.js';

const Go = createLink(LinkButton);

/** The table's meetings: the one that is open or comes next first, then what was held. */
export function Meetings() {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const isCoordinator = useSeat()?.persona === 'coordinator';
  const [isConvening, setConvening] = useState(false);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['meetings', 'list'],
    queryFn: ({ pageParam }) =>
      ask(() =>
        api.GET('/api/v1/meetings', {
          params: { query: { ...(pageParam !== undefined && { after: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { rows: coming, more } = useComing();
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  // The list comes latest first; what is ahead reads better in the order in which it comes.
  const ahead = rows.filter(({ state }) => state === 'open' || state === 'scheduled').reverse();
  const isComing = (id: string): boolean => coming?.some((one) => one.id === id) === true;
  const past = rows.filter(({ id, state }) => state === 'closed' || (state === 'calledOff' && !isComing(id)));
  const others = coming?.filter(
    ({ id, state }) => state !== 'closed' && !ahead.some((meeting) => meeting.id === id),
  );
  return (
    <Page>
      <PageHeader
        title={formatMessage({ id: 'app.nav.meetings' })}
        actions={
          isCoordinator ? (
            <Button
              variant="primary"
              icon="add"
              onPress={() => {
                setConvening(true);
              }}
            >
              {formatMessage({ id: 'meeting.convene' })}
            </Button>
          ) : undefined
        }
      />
      {error instanceof Refused && <ProblemNotice problem={error.problem} />}
      {isCoordinator && <LateTasks />}
      {isConvening && (
        <Convene
          isOpen
          onClose={() => {
            setConvening(false);
          }}
          onDone={(id) => {
            void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } });
          }}
        />
      )}
      {data === undefined ? (
        <Loading lines={6} />
      ) : (
        <>
          {ahead.length === 0 && coming?.length === 0 && (
            <EmptyState title={formatMessage({ id: 'meeting.none' })}>
              {formatMessage({ id: isCoordinator ? 'meeting.none.coordinator' : 'meeting.none.rep' })}
            </EmptyState>
          )}
          {ahead.map((meeting) => (
            <Ahead
              key={meeting.id}
              meeting={meeting}
              moved={coming?.find(({ id, moved }) => moved && id === meeting.id)}
              canChange={isCoordinator}
            />
          ))}
          <Coming rows={others} more={more} canChange={isCoordinator} />
          {past.length > 0 && (
            <Panel title={formatMessage({ id: 'meeting.past' })}>
              <Table
                caption={formatMessage({ id: 'meeting.past' })}
                hideCaption
                rows={past}
                rowKey={(row) => row.id}
                stacks
                columns={[
                  {
                    id: 'when',
                    label: formatMessage({ id: 'meeting.when' }),
                    rowHeader: true,
                    cell: (row) => <MeetingWhen at={row.openedAt ?? row.scheduledFor} />,
                  },
                  {
                    id: 'kind',
                    label: formatMessage({ id: 'meeting.kind' }),
                    cell: (row) => formatMessage({ id: `meeting.kind.${row.kind}` }),
                  },
                  {
                    id: 'state',
                    label: formatMessage({ id: 'meeting.state' }),
                    cell: (row) => <MeetingState state={row.state} />,
                  },
                  {
                    id: 'minutes',
                    label: formatMessage({ id: 'meeting.minutes' }),
                    cell: (row) =>
                      row.state === 'closed' ? (
                        <Go to="/meetings/$meetingId/minutes" params={{ meetingId: row.id }} size="small">
                          {formatMessage({ id: 'meeting.minutes' })}
                        </Go>
                      ) : (
                        '–'
                      ),
                  },
                ]}
              />
            </Panel>
          )}
          <MoreButton
            hasMore={hasNextPage}
            pending={isFetchingNextPage}
            shown={rows.length}
            onMore={() => {
              void fetchNextPage();
            }}
          />
        </>
      )}
    </Page>
  );
}

function Ahead({
  meeting,
  moved,
  canChange,
}: {
  readonly meeting: Meeting;
  /** The same in the calendar, where it is not at the time of the rule. */
  readonly moved: ComingMeeting | undefined;
  readonly canChange: boolean;
}) {
  const { formatMessage } = useIntl();
  const isOpen = meeting.state === 'open';
  return (
    <Panel
      tone={isOpen ? 'accent' : 'normal'}
      title={<MeetingWhen at={meeting.scheduledFor} />}
      actions={<MeetingState state={meeting.state} />}
    >
      <Row align="between">
        <p>
          {[
            formatMessage({ id: `meeting.kind.${meeting.kind}` }),
            meeting.place,
            moved !== undefined && formatMessage({ id: 'meeting.state.moved' }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Row>
          {canChange && !isOpen && <Changes meeting={meeting} />}
          {canChange && !isOpen && moved !== undefined && <Restore meeting={moved} />}
          <Go
            to="/meetings/$meetingId"
            params={{ meetingId: meeting.id }}
            variant={isOpen ? 'primary' : 'secondary'}
          >
            {formatMessage({ id: isOpen ? 'meeting.join' : 'meeting.agenda' })}
          </Go>
        </Row>
      </Row>
    </Panel>
  );
}
