import { createLink } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../kit/days.js';
import { useSeat } from '../../api/me.js';
import { useTerms } from '../../shared/terms.js';
import { Refused } from '../../api/api.js';
import { LateTasks } from '../tasks/late-tasks.js';
import { EmptyState } from '../../kit/empty-state.js';
import { Page, Stack } from '../../kit/layout.js';
import { LinkButton } from '../../kit/link-button.js';
import { Loading } from '../../kit/loading.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { atLeast } from '../../api/use-pages.js';
import { SituationLink } from '../../shared/situation-link.js';
import './agency.css';
import { Drafts } from './drafts.js';
import { useWeek, type Week } from './queries.js';
import { TaskLine } from './task-line.js';

const Go = createLink(LinkButton);

/** A representative's working day: what is to be done, in the order in which it is due; numbers and codes only. */
export function Agency() {
  const { formatMessage, formatDate } = useIntl();
  const { data: week, error } = useWeek();
  const timeZone = useSeat()?.timeZone ?? 'UTC';
  const hour = (at: string): string =>
    formatDate(at, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
    });
  return (
    <Page>
      <PageHeader
        title={formatMessage({ id: 'agency.title' })}
        lead={
          week &&
          formatMessage(
            { id: week.emergencyMeetingAt === null ? 'agency.next' : 'agency.next.emergency' },
            { day: hour(week.nextMeetingAt), emergency: hour(week.emergencyMeetingAt ?? week.nextMeetingAt) },
          )
        }
        actions={
          <Go to="/situations/new" variant="primary" icon="add">
            {formatMessage({ id: 'agency.log' })}
          </Go>
        }
      />
      {error instanceof Refused && <ProblemNotice problem={error.problem} />}
      {week === undefined ? <Loading lines={6} /> : <Lists week={week} />}
    </Page>
  );
}

function Lists({ week }: { readonly week: Week }) {
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  const termOf = useTerms();
  const isCut = (list: Week['cut'][number]): boolean => week.cut.includes(list);
  return (
    <Stack gap="large">
      <LateTasks />
      <Panel
        title={formatMessage({ id: 'agency.doNow' }, { count: atLeast(week.doNow.length, isCut('doNow')) })}
      >
        {week.doNow.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'agency.nothing' })}>
            {formatMessage({ id: 'agency.nothing.next' })}
          </EmptyState>
        ) : (
          <ul className="task-list">
            {week.doNow.map((task) => (
              <TaskLine key={`${task.situationId} ${task.kind} ${task.agencyId ?? ''}`} task={task} isOurs />
            ))}
          </ul>
        )}
        {isCut('doNow') && <p>{formatMessage({ id: 'agency.cut' })}</p>}
      </Panel>
      {week.waitingFor.length > 0 && (
        <Panel
          title={formatMessage(
            { id: 'agency.waiting' },
            { count: atLeast(week.waitingFor.length, isCut('waitingFor')) },
          )}
        >
          <ul className="task-list">
            {week.waitingFor.map((task) => (
              <TaskLine
                key={`${task.situationId} ${task.kind} ${task.agencyId ?? ''}`}
                task={task}
                isOurs={false}
              />
            ))}
          </ul>
          {isCut('waitingFor') && <p>{formatMessage({ id: 'agency.cut' })}</p>}
        </Panel>
      )}
      <Drafts />
      {week.done.length > 0 && (
        <Panel
          title={formatMessage({ id: 'agency.done' }, { count: atLeast(week.done.length, isCut('done')) })}
        >
          <ul className="task-list">
            {week.done.map(({ situationId, number, concludedOn, reason }) => (
              <li key={situationId} className="task-line">
                <SituationLink id={situationId} number={number} />
                <span className="task-words">{termOf('conclusionReason', reason)}</span>
                <span className="text-quiet text-small">
                  {formatDay(concludedOn, { dateStyle: 'medium' })}
                </span>
              </li>
            ))}
          </ul>
          {isCut('done') && <p>{formatMessage({ id: 'agency.cut' })}</p>}
        </Panel>
      )}
    </Stack>
  );
}
