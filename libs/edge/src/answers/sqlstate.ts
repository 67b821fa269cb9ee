import { isProblemCode, type ProblemCode } from '../catalogue/index.js';

/** What the mapping must know of the request besides the error. */
export interface SqlContext {
  readonly objectSeen: boolean;
  readonly ifMatchGiven: boolean;
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What the driver and its pool say without a code when the server goes away or no connection comes free. */
const codeless = new Map([
  ['Connection terminated unexpectedly', '08006'],
  ['Connection terminated', '08006'],
  // The connection broke between two statements of one piece of work.
  ['Client has encountered a connection error and is not queryable', '08006'],
  ['Client was closed and is not queryable', '08006'],
  ['Cannot use a pool after calling end on the pool', '08006'],
  ['Connection terminated due to connection timeout', '57014'],
  ['timeout exceeded when trying to connect', '57014'],
  ['Query read timeout', '57014'],
]);

/**
 * The state of an error that PostgreSQL or its driver raised, looked for through the wrappers that drivers
 * put around it.
 */
export function sqlStateOf(
  error: unknown,
): { readonly state: string; readonly message: string; readonly column?: string } | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 4 && typeof current === 'object' && current !== null; depth += 1) {
    const { code, message, column } = current as { code?: unknown; message?: unknown; column?: unknown };
    if (typeof code === 'string' && (/^[0-9A-Z]{5}$/.test(code) || unreachable.has(code))) {
      return {
        state: code,
        message: typeof message === 'string' ? message : '',
        ...(typeof column === 'string' && { column }),
      };
    }
    const state = typeof message === 'string' ? codeless.get(message) : undefined;
    if (state !== undefined) return { state, message: '' };
    const wrapper = current as { driverError?: unknown; cause?: unknown };
    current = wrapper.driverError ?? wrapper.cause;
  }
  return undefined;
}

/** The problem that a SQLSTATE stands for; anything not listed is a fault of ours. */
export function problemOfSqlState(state: string, message: string, context: SqlContext): ProblemCode {
  // What our own functions raise with a code of the catalogue: the rules of the domain say no.
  if ((state === 'P0001' || state === 'ST409') && isProblemCode(message)) return message;
  if (unreachable.has(state) || state.startsWith('08')) return 'service.unavailable';
  switch (state) {
    case '28000':
      return 'session.needed';
    // The acting seat itself has ended since it was chosen (sec.enter).
    case '42501':
      return message === 'no such seat'
        ? 'seat.notYours'
        : context.objectSeen
          ? 'permission.refused'
          : 'request.notFound';
    case 'P0002':
      return 'request.notFound';
    // What a request names beside its path is not there: answered like the path itself.
    case '23503':
      return 'request.notFound';
    case '40001':
    case '40P01':
      return context.ifMatchGiven ? 'request.stale' : 'request.collided';
    case '23505':
      return 'request.conflict';
    case '22P02':
      return 'request.invalid';
    case '57014':
      return 'service.busy';
    // Going down, coming up, out of connections or room, or read-only: not the request's fault, and passing.
    case '57P01':
    case '57P02':
    case '57P03':
    case '53300':
    case '53100':
    case '53200':
    case '25006':
    case '25P03':
    case '58030':
      return 'service.unavailable';
    default:
      return 'service.failed';
  }
}
