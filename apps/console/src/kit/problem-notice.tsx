import { lazy, Suspense } from 'react';
import type { Schema } from '#api-client';
import { withWords } from '../words/words.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { useKitWords } from './words.js';

// Fetched when a field is refused.
const ProblemFields = lazy(() =>
  withWords(['refusals'], () => import('./problem-fields.js'))().then((module) => ({
    default: module.ProblemFields,
  })),
);

export interface ProblemNoticeProps {
  /** The API's refusal, already in the reader's language. */
  readonly problem: Pick<Schema<'Problem'>, 'title' | 'detail' | 'next' | 'requestId' | 'status' | 'fields'>;
  readonly onRetry?: (() => void) | undefined;
}

/** What the server refused, why, and what to do now. What is refused by a rule warns; only what broke is red. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  const word = useKitWords();
  // Refused by something between the page and the API, which says no sentence of ours.
  const isForeign = problem.requestId === '';
  return (
    <Notice
      tone={problem.status >= 500 ? 'danger' : 'warning'}
      title={isForeign ? word('kit.problem.foreign', { status: String(problem.status) }) : problem.title}
      says="assertive"
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" icon="refresh" onPress={onRetry}>
            {word('kit.problem.retry')}
          </Button>
        )
      }
    >
      {problem.detail !== problem.title && <p>{problem.detail}</p>}
      {problem.fields !== undefined && (
        <Suspense>
          <ProblemFields fields={problem.fields} />
        </Suspense>
      )}
      <p>
        <strong>{isForeign ? word('kit.problem.foreign.next') : problem.next}</strong>
      </p>
      {!isForeign && (
        <p className="text-small text-quiet">
          {word('kit.problem.request', { requestId: problem.requestId })}
        </p>
      )}
    </Notice>
  );
}
