import type { Session } from '../door/session.js';

export async function askExport(session: Session, year: number): Promise<string> {
  return (await session.one<{ id: string }>('select stats.ask_export($1) as id', [year])).id;
}

/** @throws P0002, and P0001 with a code for the asker's own export or one that is approved already */
export async function approveExport(session: Session, id: string): Promise<void> {
  await session.rows('select stats.approve_export($1)', [id]);
}

/**
 * Writes a step of a download into the audit and answers the export's year. @throws P0002, and P0001 unless
 * it is approved
 */
export async function noteDownload(
  session: Session,
  id: string,
  step: 'started' | 'finished',
): Promise<number> {
  return (await session.one<{ year: number }>('select stats.note_download($1, $2) as year', [id, step])).year;
}
