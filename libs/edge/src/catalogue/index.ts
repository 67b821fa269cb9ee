import { accountProblems } from './account.js';
import { agencyProblems } from './agencies.js';
import { codebookProblems } from './codebook.js';
import { foundingProblems } from './founding.js';
import { meetingProblems } from './meetings.js';
import type { ProblemRow } from './problem-text.js';
import { requestProblems } from './request.js';
import { retentionProblems } from './retention.js';
import { situationProblems } from './situations.js';
import { statisticsProblems } from './statistics.js';
import { taskProblems } from './tasks.js';

/**
 * Every refusal that the API can answer, by code: its status, and its text in English and French. A feature
 * adds a file here.
 */
export const problems = {
  ...requestProblems,
  ...accountProblems,
  ...agencyProblems,
  ...foundingProblems,
  ...situationProblems,
  ...statisticsProblems,
  ...codebookProblems,
  ...meetingProblems,
  ...retentionProblems,
  ...taskProblems,
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof problems;

/** Whether a text (from the database, say) is a code of the catalogue. */
export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(problems, code);
}
