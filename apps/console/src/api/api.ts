import { createClient, type Schema } from '#api-client';
import { actingSeat } from './acting-seat.js';

/** The API under this tab's seat: `await api.GET('/api/v1/week')`. */
export const api = createClient({ seat: actingSeat.get });

/** What the API refused, in its own sentence and next step. */
export class Refused extends Error {
  constructor(readonly problem: Schema<'Problem'>) {
    super(problem.code);
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
}

/** The data of an answer. @throws Refused with the problem */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error } = await asked;
  if (error !== undefined) throw new Refused(error as Schema<'Problem'>);
  return data as T;
}
