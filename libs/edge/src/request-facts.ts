import type { FastifyRequest } from 'fastify';
import type { Language } from './language.js';

/** What the edge knows of one request; the access guard fills in who is asking. Nothing here comes from the body. */
interface EdgeFacts {
  /** Start, as `performance.now()`. */
  readonly startedAt: number;
  /** Keyed hash, hex, of a text of this request. */
  readonly fingerprint: (text: string) => string;
  /** The user's own language; until it is known, Accept-Language decides. */
  language?: Language;
  userId?: string;
  seatId?: string;
  /**
   * Set once the object of the request was read under the viewer's rights: from then on 42501 may say 403
   * without telling more.
   */
  objectSeen?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    edge: EdgeFacts;
  }
}

export type ApiRequest = FastifyRequest;
