import type { Session } from '../door/session.js';

/** How the viewer's own name is written. @throws RowMissing without a viewer */
export async function ownDisplayName(session: Session): Promise<string> {
  return (
    await session.one<{ name: string }>('select u.display_name as name from sec.app_user u where u.id = $1', [
      session.viewer.userId,
    ])
  ).name;
}

/**
 * Notes that the viewer opened the identity of somebody of the own surname. No name is sent. @throws P0002
 * for what the viewer does not hold
 */
export async function signalSameSurname(session: Session, situation: string): Promise<void> {
  await session.rows('select app.signal_same_surname($1)', [situation]);
}
