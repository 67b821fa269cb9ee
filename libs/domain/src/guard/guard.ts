import { type Certainty, type Detector, type IdentifierKind } from './detector.js';
import { driverLicence, healthCard, socialInsurance } from './detectors/cards.js';
import { date } from './detectors/date.js';
import { email } from './detectors/email.js';
import { phone } from './detectors/phone.js';
import { plate } from './detectors/plate.js';
import { postalCode } from './detectors/postal-code.js';
import { plainTextOf } from './normalise.js';

/**
 * Where in the source an identifier stands (UTF-16 units, `end` exclusive) and what it is taken for; never
 * what it says.
 */
export interface Finding {
  readonly kind: IdentifierKind;
  readonly certainty: Certainty;
  readonly start: number;
  readonly end: number;
}

/**
 * All detectors; where two find the same place, the earlier one names it. A new one (names, wordings) is a
 * line here.
 */
const detectors: readonly Detector[] = [
  email,
  driverLicence,
  date,
  phone,
  healthCard,
  socialInsurance,
  postalCode,
  plate,
];

/**
 * What the text seems to say of who somebody is, in the order of the text, without overlaps. Works on any
 * string, in linear time.
 */
export function findIdentifiers(text: string): readonly Finding[] {
  const { plain, from, to } = plainTextOf(text);
  const found = detectors.flatMap(({ kind, certainty, find }, rank) =>
    [...find(plain)].map((place) => ({ ...place, kind, certainty, rank })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
  const kept: Finding[] = [];
  let reached = 0;
  for (const { kind, certainty, start, end } of found) {
    if (end <= start || start < reached) continue;
    reached = end;
    kept.push({ kind, certainty, start: from[start] ?? 0, end: to[end - 1] ?? text.length });
  }
  return kept;
}

/**
 * The findings that block: what they mark may not be brought to the table (move `bringToTable`, need
 * `noCertainIdentifier`).
 */
export function findCertainIdentifiers(text: string): readonly Finding[] {
  return findIdentifiers(text).filter((finding) => finding.certainty === 'certain');
}
