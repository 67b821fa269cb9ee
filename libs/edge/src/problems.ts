import type { ProblemCode } from './catalogue/index.js';

/** A field that was not accepted: where it is and which rule it broke, never what was sent. */
export interface FieldProblem {
  /** Path as in the request, for example `affected[0].ageBand`; a name that is not known here is written `*`. */
  readonly field: string;
  /** The rule broken, for example `isIn`, `required`, `unknown`. */
  readonly rule: string;
  /** Of a character that is refused: which of the text it is, counted from 1. */
  readonly place?: number;
  /** Of a character that is refused: its number in Unicode, for example `U+202E`. */
  readonly character?: string;
}

/** An answer other than success, thrown by a service or the edge; the filter turns it into problem+json. */
export class Problem extends Error {
  override readonly name: string = 'Problem';
  constructor(
    readonly code: ProblemCode,
    readonly fields: readonly FieldProblem[] = [],
    /** Seconds after which it is worth trying again, where that is known. */
    readonly retryAfter?: number,
  ) {
    super(code);
  }
}

/** An expected refusal with a reason (409 unless its code says otherwise): the rules of the domain say no. */
export class Refusal extends Problem {
  override readonly name = 'Refusal';
}

/** Not there, or not visible to this viewer: the two are answered alike (404). */
export class NotFound extends Problem {
  override readonly name = 'NotFound';
  constructor() {
    super('request.notFound');
  }
}

/** The persona of the acting seat may not use this route (403). */
export class Forbidden extends Problem {
  override readonly name = 'Forbidden';
  constructor(code: ProblemCode = 'permission.refused') {
    super(code);
  }
}

/** No live session (401). */
export class NotSignedIn extends Problem {
  override readonly name = 'NotSignedIn';
  constructor() {
    super('session.needed');
  }
}

/** The change was made on a version that is no longer the current one (412). */
export class Stale extends Problem {
  override readonly name = 'Stale';
  constructor() {
    super('request.stale');
  }
}

/** Fields that are missing, unknown or of the wrong form (400). */
export class Invalid extends Problem {
  override readonly name = 'Invalid';
  constructor(fields: readonly FieldProblem[]) {
    super('request.invalid', fields);
  }
}
