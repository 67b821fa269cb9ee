/**
 * What a finding is taken for. Names and wordings are found by later detectors; these kinds are certain by
 * their form.
 */
export type IdentifierKind =
  'phone' | 'email' | 'postalCode' | 'date' | 'healthCard' | 'socialInsurance' | 'driverLicence' | 'plate';

/** `certain` blocks what would disclose the text; `likely` asks a person. */
export type Certainty = 'certain' | 'likely';

/** A place in the plain text; `end` is exclusive. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/**
 * Looks at the plain text (accents folded, case kept) and names places, in any order, overlapping or not.
 * Runs in linear time.
 */
export interface Detector {
  readonly kind: IdentifierKind;
  readonly certainty: Certainty;
  readonly find: (plain: string) => Iterable<Found>;
}

/**
 * The places of a pattern that also pass the test; the pattern carries `g`; what it means is the whole, or
 * group 1 at its end.
 */
export function* matching(
  pattern: RegExp,
  plain: string,
  passes: (match: RegExpExecArray) => boolean = () => true,
): Generator<Found> {
  for (const match of plain.matchAll(pattern)) {
    const [whole, inner] = match;
    if (!passes(match)) continue;
    const end = match.index + whole.length;
    yield { start: end - (inner ?? whole).length, end };
  }
}

/** Luhn's check digit, which health, social insurance and card numbers carry. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
