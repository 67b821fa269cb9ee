import { createLink } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../kit/button.js';
import { Due } from '../../kit/due.js';
import { LinkButton } from '../../kit/link-button.js';
import { SituationLink } from '../../shared/situation-link.js';
import type { Task } from './queries.js';
import { ReportBack } from './report-back.js';

const Go = createLink(LinkButton);

/** Answered right here, since it is two taps; everything else wants the situation's page. */
const reported = new Set(['firstContact', 'reportBack']);

/** One line of the working day: which situation, what is to be done, by when, and the way to do it. */
export function TaskLine({ task, isOurs }: { readonly task: Task; readonly isOurs: boolean }) {
  const { formatMessage } = useIntl();
  const [isReporting, setReporting] = useState(false);
  const due = task.dueAt ?? task.dueOn;
  const canReport = isOurs && reported.has(task.kind);
  return (
    <li className="task-line">
      <SituationLink id={task.situationId} number={task.number} />
      <span className="task-words">
        {formatMessage({ id: `agency.task.${task.kind}` }, { agency: task.agency ?? '' })}
        {task.role !== null && (
          <span className="text-quiet"> · {formatMessage({ id: `agency.role.${task.role}` })}</span>
        )}
      </span>
      {due !== null && <Due at={due} />}
      {canReport ? (
        <Button
          size="small"
          variant={isReporting ? 'quiet' : 'primary'}
          pressed={isReporting}
          onPress={() => {
            setReporting(!isReporting);
          }}
        >
          {formatMessage({ id: 'agency.report' })}
        </Button>
      ) : (
        isOurs && (
          <Go to="/situations/$situationId" params={{ situationId: task.situationId }} size="small">
            {formatMessage({ id: 'agency.open' })}
          </Go>
        )
      )}
      {isReporting && (
        <ReportBack
          situationId={task.situationId}
          onDone={() => {
            setReporting(false);
          }}
        />
      )}
    </li>
  );
}
