import type { Session } from '../door/session.js';

/** What an officer found, and how many openings were looked at. */
export interface SignOff {
  readonly times: number;
  readonly finding: string;
  readonly note: string | null;
}

/**
 * @throws P0002; P0001 with a code for the own opening, one that is signed off, one that was repeated since,
 * or a note with a name of the two people
 */
export async function signOffReview(
  session: Session,
  review: string,
  { times, finding, note }: SignOff,
): Promise<void> {
  await session.rows('select app.sign_off_review($1, $2, $3, $4)', [review, times, finding, note]);
}
