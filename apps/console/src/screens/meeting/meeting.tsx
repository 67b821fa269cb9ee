import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../kit/days.js';
import { Refused } from '../../api/api.js';
import { useSeat } from '../../api/me.js';
import { useAgenda, useMeeting } from '../../api/meetings.js';
import { Page } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { PrintedCheckpoint } from '../../shared/printed-checkpoint.js';
import { Coordinator } from './coordinator.js';
import { Follower } from './follower.js';
import './meeting.css';

/** A meeting: led from the coordinator's screen, followed on the representatives' devices. */
export function Meeting() {
  const { meetingId } = useParams({ from: '/meetings/$meetingId' });
  const seat = useSeat();
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  const { data: meeting, error } = useMeeting(meetingId);
  const { data: agenda } = useAgenda(meetingId);
  const isOpen = meeting?.state === 'open';
  useEffect(() => {
    if (!isOpen) return undefined;
    document.documentElement.dataset['mode'] = 'meeting';
    return () => {
      delete document.documentElement.dataset['mode'];
    };
  }, [isOpen]);
  if (error instanceof Refused)
    return (
      <Page width="narrow">
        <ProblemNotice problem={error.problem} />
      </Page>
    );
  if (meeting === undefined || agenda === undefined)
    return (
      <Page>
        <Loading lines={8} />
      </Page>
    );
  const day = formatDay(agenda.shredBy);
  return (
    <div className="meeting">
      <Page>
        <p className="print-only">{formatMessage({ id: 'meeting.printed' }, { day })}</p>
        {seat?.persona === 'coordinator' ? (
          <Coordinator meeting={meeting} rows={agenda.rows} />
        ) : (
          <Follower meeting={meeting} rows={agenda.rows} />
        )}
        <PrintedCheckpoint checkpoint={agenda.checkpoint} />
      </Page>
    </div>
  );
}
