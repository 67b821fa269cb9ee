import { ageOn, dayOf } from '#domain/days';
import { findCertainIdentifiers } from '#domain/guard';
import { contradictsAgeBand } from '#domain/vocabulary';
import type { Session } from '#database/door';
import { ageBandWritten, todayHere } from '#database/situations';
import { Invalid, Refusal } from '#edge';
import type { CorrectPersonInput, Identity, IdentityChangedAnswer } from './content.dto.js';

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

/** No living person has been older. */
const oldest = 130;

/** Nobody is born after today, as the table's calendar has it, and nobody that a table meets about so long ago. */
export async function refuseUnborn(session: Session, { birthDate }: Identity): Promise<void> {
  if (birthDate === undefined) return;
  const today = await todayHere(session);
  const rule =
    birthDate > today ? 'isNotAfterToday' : ageOn(birthDate, today) > oldest ? 'isNotTooLongAgo' : undefined;
  if (rule !== undefined) throw new Invalid([{ field: 'identity.birthDate', rule }]);
}

/**
 * What the one who writes an identity may look at again: they know the birth date, and may read the band. It
 * is said in the answer alone and kept nowhere: not in the receipt of the request either, which opens with
 * fewer rights than the identity.
 */
export async function hintsAbout(
  session: Session,
  situationId: string,
  rowId: string,
  { birthDate }: Identity,
): Promise<Pick<IdentityChangedAnswer, 'hints'>> {
  const band = birthDate === undefined ? undefined : await ageBandWritten(session, situationId, rowId);
  if (birthDate === undefined || band === undefined) return { hints: [] };
  const today = await todayHere(session);
  return {
    hints: contradictsAgeBand(birthDate, band.age_band, dayOf(band.opened), today)
      ? ['birthDateOutsideAgeBand']
      : [],
  };
}
