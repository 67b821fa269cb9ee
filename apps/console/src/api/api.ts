import { createClient, type Schema } from '#api-client';
import { actingSeat } from './acting-seat.js';
import { proof, session } from './gates.js';

/** The API under this tab's seat: `await ask(() => api.GET('/api/v1/week'))`. */
export const api = createClient({ seat: actingSeat.get });

/** What the API refused, in its own sentence and next step. */
export class Refused extends Error {
  constructor(readonly problem: Schema<'Problem'>) {
    super(problem.code);
  }
}

/** Whether somebody else changed it first: what was sent stands on a version that is no longer the one. */
export const isStale = (error: unknown): boolean => error instanceof Refused && error.problem.status === 412;

/** Nobody answered: the line or the server is away for now, and the same may be asked again with the same key. */
export class Unreached extends Error {}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

const away = new Set([408, 429, 502, 503, 504]);

/**
 * Whether it is a refusal of this API. A proxy, portal or firewall before it refuses with a page of its own,
 * or with nothing at all.
 */
const isProblem = (error: unknown): error is Schema<'Problem'> =>
  typeof error === 'object' && error !== null && 'code' in error && 'requestId' in error;

/**
 * The refusal of something that stands before the API. It has no sentence and no reference: whoever shows it
 * says so.
 */
const foreign = (status: number): Schema<'Problem'> => ({
  type: 'about:blank',
  title: '',
  status,
  code: 'service.failed',
  detail: '',
  next: '',
  requestId: '',
});

/**
 * The data of one answer, without waiting for anybody. Only the API's own answer counts as done: an empty one
 * or a foreign page does not.
 * @throws Refused with the problem; Unreached where nobody answered
 */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch (error) {
    throw new Unreached('no answer', { cause: error });
  }
  const { data, error, response } = answer;
  if (away.has(response.status)) throw new Unreached(String(response.status));
  if (!response.ok) {
    if (isProblem(error)) throw new Refused(error);
    if (response.status >= 500) throw new Unreached(String(response.status));
    throw new Refused(foreign(response.status));
  }
  // Each route that answers nothing says 204.
  if (data === undefined && response.status !== 204) throw new Unreached('an empty answer');
  return data as T;
}

/** The same, with null for what is not there or not for this seat: the API gives one answer to both. */
export async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof Refused && error.problem.status === 404) return null;
    throw error;
  });
}

/** The same with the entity tag of what was read, for the If-Match of a later change. */
export interface Tagged<T> {
  readonly data: T;
  readonly tag: string;
}

/**
 * The same for whoever is at work: where the session has ended or a fresh proof is wanted, it waits until the
 * person has signed in or proven who they are, and asks once more. What was typed meanwhile stands.
 */
export async function ask<T>(question: () => Promise<Answer<T>>): Promise<T> {
  for (;;) {
    try {
      return await answered(question());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.problem.status === 401) await session.wait();
      else if (error.problem.code === 'account.stepUp.needed') await proof.wait();
      else throw error;
    }
  }
}

/** Asks for something together with its version. */
export async function askTagged<T>(question: () => Promise<Answer<T>>): Promise<Tagged<T>> {
  let tag = '';
  const data = await ask(async () => {
    const answer = await question();
    tag = answer.response.headers.get('etag') ?? '';
    return answer;
  });
  return { data, tag };
}

/** The headers of a change to what was read in this version. */
export const ifMatch = (version: number | string): { readonly 'If-Match': string } => ({
  'If-Match': typeof version === 'number' ? `"v${version}"` : version,
});
