import type { Session } from '../door/session.js';

/** @throws P0002; P0001 with a code before conclusion, or while a request of the agency waits */
export async function askOpening(session: Session, situation: string, purpose: string): Promise<string> {
  return (await session.one<{ id: string }>('select app.ask_opening($1, $2) as id', [situation, purpose])).id;
}

/** @throws P0002; P0001 with a code for the own request, or one that is approved or past its half hour */
export async function approveOpening(session: Session, id: string): Promise<void> {
  await session.rows('select app.approve_opening($1)', [id]);
}

/** A sealed text of the asker's agency, with the key of its tier. */
export interface SealedContribution {
  readonly number: string;
  readonly table_id: string;
  readonly situation_id: string;
  readonly field: string;
  readonly row_id: string;
  readonly tier: 2 | 3 | 4;
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
  readonly epoch_id: string;
}

/**
 * What the asker's agency wrote, together with its audit event. @throws P0002; P0001 unless approved within
 * the half hour
 */
export async function openSealed(session: Session, id: string): Promise<SealedContribution[]> {
  return session.rows('select * from app.open_sealed($1)', [id]);
}
