import { useIntl } from 'react-intl';
import { useTasks, type OpenTask } from '../../api/tasks.js';
import { atLeast } from '../../api/use-pages.js';
import { MoreButton } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import '../administration/administration.css';
import { TaskLine } from './task-line.js';

const keyOf = ({ id }: OpenTask): string => id;

/** Roles that nobody holds any more, and what this seat can do about each. Nothing is shown while there is none. */
export function Tasks() {
  const { formatMessage } = useIntl();
  const { rows = [], problem, more } = useTasks();
  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (rows.length === 0) return null;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: 'tasks.title' }, { count: atLeast(rows.length, more.hasMore) })}
    >
      <ul className="office-list">
        {rows.map((task) => (
          <TaskLine key={keyOf(task)} task={task} />
        ))}
      </ul>
      <MoreButton {...more} />
    </Panel>
  );
}
