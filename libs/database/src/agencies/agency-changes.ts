import type { Session } from '../door/session.js';
import { made, versioned } from '../door/written.js';

export async function createAgency(session: Session, name: string, sector: string): Promise<string> {
  return made(session, 'select sec.create_agency($1, $2) as id', [name, sector]);
}

/** Null leaves a field as it is; returns the new version. */
export async function changeAgency(
  session: Session,
  id: string,
  version: number,
  change: { readonly name?: string | undefined; readonly sector?: string | undefined },
): Promise<number> {
  return versioned(session, 'select sec.change_agency($1, $2, $3, $4) as version', [
    id,
    version,
    change.name ?? null,
    change.sector ?? null,
  ]);
}

/** Ends an agency with its places, seats and disclosures. */
export async function endAgency(session: Session, id: string, version: number): Promise<number> {
  return versioned(session, 'select sec.end_agency($1, $2) as version', [id, version]);
}
