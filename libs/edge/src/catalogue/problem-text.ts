/**
 * What a person is told about a refusal, in one language: what it is, why, and what to do next. Never a value
 * that was sent.
 */
export interface ProblemText {
  readonly title: string;
  readonly detail: string;
  readonly next: string;
}

/** One row of the catalogue: the HTTP status and both languages side by side, so that neither can be forgotten. */
export interface ProblemRow {
  readonly status: number;
  readonly en: ProblemText;
  readonly fr: ProblemText;
}

/** Shorthand for a text: title, detail, next. */
export function text(title: string, detail: string, next: string): ProblemText {
  return { title, detail, next };
}
