import type { Session } from '../door/session.js';

/** How the viewer's own name is written. @throws RowMissing without a viewer */
export async function ownDisplayName(session: Session): Promise<string> {
  return (
    await session.one<{ name: string }>('select u.display_name as name from sec.app_user u where u.id = $1', [
      session.viewer.userId,
    ])
  ).name;
}

/** Notes that the viewer opened the identity of somebody of the own surname. No name is sent. @throws P0002 for what the viewer does not hold */
export async function signalSameSurname(session: Session, situation: string): Promise<void> {
  await session.rows('select app.signal_same_surname($1)', [situation]);
}

/** What an officer found, and how many openings were looked at. */
export interface SignOff {
  readonly times: number;
  readonly finding: string;
  readonly note: string | null;
}

/** @throws P0002; P0001 with a code for the own opening, one that is signed off, one that was repeated since, or a note with a name of the two people */
export async function signOffReview(
  session: Session,
  review: string,
  { times, finding, note }: SignOff,
): Promise<void> {
  await session.rows('select app.sign_off_review($1, $2, $3, $4)', [review, times, finding, note]);
}
