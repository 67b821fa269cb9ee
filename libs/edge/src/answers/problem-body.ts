import { problems, type ProblemCode } from '../catalogue/index.js';
import type { Language } from '../language.js';
import type { FieldProblem } from '../problems.js';

/**
 * The body of every answer that is not a success (RFC 9457): fixed texts by code, the request's id, and at
 * most field paths.
 */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly next: string;
  readonly requestId: string;
  readonly fields?: readonly FieldProblem[];
}

export const problemType = 'application/problem+json; charset=utf-8';

export function problemBody(
  code: ProblemCode,
  language: Language,
  requestId: string,
  fields: readonly FieldProblem[] = [],
): ProblemBody {
  const row = problems[code];
  const { title, detail, next } = row[language];
  return {
    type: `urn:situation-table:problem:${code}`,
    title,
    status: row.status,
    code,
    detail,
    next,
    requestId,
    ...(fields.length > 0 && { fields }),
  };
}

/** Headers that go with a problem: when to come back, how to sign in. */
export function problemHeaders(status: number, retryAfter?: number): Record<string, string> {
  if (status === 503) return { 'retry-after': String(retryAfter ?? 5) };
  if (status === 429) return { 'retry-after': String(retryAfter ?? 60) };
  if (status === 401) return { 'www-authenticate': 'Session realm="situation-table"' };
  return {};
}
