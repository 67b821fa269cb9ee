import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Problem } from '../problems.js';
import type { ApiRequest } from '../request-facts.js';

/** The key of a request that must be done once, and a fingerprint of everything that makes it that request. */
export interface OnceKey {
  readonly key: string;
  /**
   * Keyed hash, hex, of method, address, acting seat and body: keyed, since a plain hash of a body could be
   * guessed back from the table.
   */
  readonly fingerprint: string;
}

/** Reads Idempotency-Key: 400 when absent or not of its form. */
function readOnceKey(request: ApiRequest): OnceKey {
  const key = request.headers['idempotency-key'];
  if (key === undefined) throw new Problem('idempotency.keyMissing');
  if (typeof key !== 'string' || !/^[\w-]{16,64}$/.test(key)) throw new Problem('idempotency.keyMalformed');
  const fingerprint = request.edge.fingerprint(
    JSON.stringify([request.method, request.url, request.headers['seat'] ?? null, request.body ?? null]),
  );
  return { key, fingerprint };
}

/** Known by name to the OpenAPI document, which lists the header on every route that takes it. */
export const onceKeyFactory = (_: unknown, context: ExecutionContext): OnceKey =>
  readOnceKey(context.switchToHttp().getRequest<ApiRequest>());

/** The required Idempotency-Key of a POST; the service hands it to `once` inside its unit of work. */
export const TheOnceKey = createParamDecorator(onceKeyFactory);
