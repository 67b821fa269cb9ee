import { lazy, Suspense } from 'react';
import { withWords } from '../../words/words.js';

const Tasks = lazy(() =>
  withWords(['tasks'], () => import('./tasks.js'))().then((module) => ({
    default: module.Tasks,
  })),
);

/** Roles that nobody holds, on the pages of those who can do something about it: fetched after the page itself. */
export function LateTasks() {
  return (
    <Suspense fallback={null}>
      <Tasks />
    </Suspense>
  );
}
