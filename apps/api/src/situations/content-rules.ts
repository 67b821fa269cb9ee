import { findCertainIdentifiers } from '#domain/guard';
import type { Session } from '#database/door';
import { todayHere } from '#database/situations';
import { Invalid, Refusal } from '#edge';
import type { CorrectPersonInput, Identity } from './content.dto.js';

/** De-identified text is searched before anything is opened: what certainly identifies is refused. */
export function requireDeidentified(text: string): void {
  if (findCertainIdentifiers(text).length > 0) throw new Refusal('move.noCertainIdentifier');
}

/** A person's coded fields as they are written: what is not given is null. */
export function personOf(input: CorrectPersonInput): {
  ageBand: string | null;
  sex: string | null;
  riskFactors: string[];
} {
  return { ageBand: input.ageBand ?? null, sex: input.sex ?? null, riskFactors: input.riskFactors ?? [] };
}

/** Nobody is born after today, as the table's calendar has it. */
export async function refuseUnborn(session: Session, { birthDate }: Identity): Promise<void> {
  if (birthDate !== undefined && birthDate > (await todayHere(session)))
    throw new Invalid([{ field: 'identity.birthDate', rule: 'isNotAfterToday' }]);
}
