import type { Persona } from '#domain/visibility';

/** Somebody signed in, before any seat is chosen. */
export interface SignedIn {
  /** SHA-256 of the session's token, hex. */
  readonly tokenHash: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly requestId: string;
}

/**
 * Somebody who acts through one seat: goes to `data.as(viewer, viewer.requestId, …)`.
 * Persona, table and agency are what the guard knew; what the database found stands in `session.viewer`.
 */
export interface ActingViewer extends SignedIn {
  readonly seatId: string;
  readonly persona: Persona;
  readonly tableId: string | null;
  readonly agencyId: string | null;
}
