import type { ApiRequest } from '#edge';
import type { ActingViewer, SignedIn } from './viewers.js';

/** What the guard found out about the sender of a request. */
interface AccessFacts {
  readonly signedIn: SignedIn;
  readonly viewer?: ActingViewer;
}

export type AccessRequest = ApiRequest & { access?: AccessFacts; user?: unknown };
