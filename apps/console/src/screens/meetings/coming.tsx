import { createLink } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../api/api.js';
import { useMeetingStep } from '../../api/meetings.js';
import { usePages } from '../../api/use-pages.js';
import { Button } from '../../kit/button.js';
import { Row } from '../../kit/layout.js';
import { LinkButton } from '../../kit/link-button.js';
import { MoreButton, type MoreButtonProps } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Table } from '../../kit/table.js';
import { useToast } from '../../kit/toasts.js';
import { Changes } from './changes.js';
import { MeetingState, MeetingWhen, useWhen } from '../../shared/when.js';

export type ComingMeeting = Schema<'ComingMeetingView'>;
const Go = createLink(LinkButton);
const shown = 8;

/** The next meetings by the table's calendar, those called off and those of holidays among them. */
export const useComing = () =>
  usePages<ComingMeeting>(['meetings', 'coming'], (after) =>
    ask(() => api.GET('/api/v1/meetings/coming', { params: { query: { limit: shown, ...after } } })),
  );

/** What the table's rule plans and nobody has convened or moved, and what is called off of it. */
export function Coming({
  rows,
  more,
  canChange,
}: {
  readonly rows: readonly ComingMeeting[] | undefined;
  readonly more: MoreButtonProps;
  readonly canChange: boolean;
}) {
  const { formatMessage } = useIntl();
  if (rows === undefined || (rows.length === 0 && !more.hasMore)) return null;
  return (
    <Panel title={formatMessage({ id: 'meeting.coming' })}>
      <Table
        caption={formatMessage({ id: 'meeting.coming' })}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        stacks
        columns={[
          {
            id: 'when',
            label: formatMessage({ id: 'meeting.when' }),
            rowHeader: true,
            cell: (row) => <MeetingWhen at={row.scheduledFor} />,
          },
          {
            id: 'kind',
            label: formatMessage({ id: 'meeting.kind' }),
            cell: (row) => formatMessage({ id: `meeting.kind.${row.kind}` }),
          },
          {
            id: 'state',
            label: formatMessage({ id: 'meeting.state' }),
            cell: (row) => (
              <Row>
                <MeetingState state={row.state} />
                {row.state === 'skipped' && <span>{row.holiday}</span>}
              </Row>
            ),
          },
          {
            id: 'what',
            label: formatMessage({ id: 'meeting.coming.what' }),
            hideLabel: true,
            cell: (row) => <What meeting={row} canChange={canChange} />,
          },
        ]}
      />
      <MoreButton {...more} />
    </Panel>
  );
}

/** Holds what is called off or a holiday’s after all, or takes a moved meeting back to the rule’s time. */
export function Restore({ meeting }: { readonly meeting: ComingMeeting }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const when = useWhen()(meeting.scheduledFor);
  const step = useMeetingStep(meeting, () => {
    toast({ message: formatMessage({ id: 'meeting.restored' }) });
  });
  return (
    <>
      <Button
        size="small"
        label={formatMessage(
          { id: 'meeting.of' },
          { action: formatMessage({ id: 'meeting.restore' }), when },
        )}
        pending={step.pending}
        onPress={() => {
          step.do('restore');
        }}
      >
        {formatMessage({ id: 'meeting.restore' })}
      </Button>
      {step.error instanceof Refused && <ProblemNotice problem={step.error.problem} />}
    </>
  );
}

function What({ meeting, canChange }: { readonly meeting: ComingMeeting; readonly canChange: boolean }) {
  const { formatMessage } = useIntl();
  const when = useWhen()(meeting.scheduledFor);
  const isOff = meeting.state === 'calledOff' || meeting.state === 'skipped';
  return (
    <Row>
      {canChange && isOff && <Restore meeting={meeting} />}
      {canChange && meeting.state === 'scheduled' && <Changes meeting={meeting} named />}
      {!isOff && (
        <Go
          to="/meetings/$meetingId"
          params={{ meetingId: meeting.id }}
          size="small"
          aria-label={formatMessage(
            { id: 'meeting.of' },
            { action: formatMessage({ id: 'meeting.agenda' }), when },
          )}
        >
          {formatMessage({ id: 'meeting.agenda' })}
        </Go>
      )}
    </Row>
  );
}
