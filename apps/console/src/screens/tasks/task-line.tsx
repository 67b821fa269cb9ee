import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useSeat } from '../../api/me.js';
import { tasksKey, type OpenTask } from '../../api/tasks.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { SituationLink } from '../../shared/situation-link.js';
import { HandBack } from './hand-back.js';

/** One role: whose it was and how it ended, from when the coordinator may act, and what this seat can do. */
export function TaskLine({ task }: { readonly task: OpenTask }) {
  const { formatMessage, formatDate } = useIntl();
  const persona = useSeat()?.persona;
  const [isOpen, setOpen] = useState(false);
  const takeOver = useAction(
    (id: string, once) =>
      ask<unknown>(() =>
        api.POST('/api/v1/tasks/{id}/take-over', { params: { path: { id }, header: once } }),
      ),
    { changes: [tasksKey, ['week']] },
  );
  const agency = task.agency?.name ?? '';
  const isRole = task.role === 'lead' || task.role === 'assisting';
  const canHandBack = persona === 'privacy' && task.kind === 'handOver';
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          {task.situationId !== null && task.number !== null && persona !== 'privacy' ? (
            <SituationLink id={task.situationId} number={task.number} />
          ) : (
            task.number !== null && <strong className="number">{task.number}</strong>
          )}{' '}
          <span className="text-quiet">{task.table}</span>
        </span>
        <p>
          {formatMessage(
            { id: `tasks.${task.kind}${task.role === null ? '' : `.${task.role}`}` },
            { agency },
          )}
        </p>
        <p className="text-quiet text-small">
          {task.because !== null && formatMessage({ id: `tasks.because.${task.because}` })}{' '}
          {task.dueAt !== null &&
            formatMessage(
              { id: task.due ? 'tasks.due' : 'tasks.dueFrom' },
              { at: formatDate(task.dueAt, { dateStyle: 'long', timeStyle: 'short' }) },
            )}
        </p>
        {takeOver.error instanceof Refused && <ProblemNotice problem={takeOver.error.problem} />}
        {isOpen && canHandBack && (
          <HandBack
            task={task}
            onClose={() => {
              setOpen(false);
            }}
          />
        )}
      </div>
      {persona === 'rep' && isRole && (
        <Button
          size="small"
          variant="primary"
          pending={takeOver.pending}
          onPress={() => {
            takeOver.do(task.id);
          }}
        >
          {formatMessage({ id: 'tasks.takeOver' })}
        </Button>
      )}
      {canHandBack && (
        <Button
          size="small"
          pressed={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {formatMessage({ id: isRole ? 'tasks.handBack' : 'tasks.withdraw' })}
        </Button>
      )}
    </li>
  );
}
