import { cleanText } from './clean.js';

/** Spaces of every width, tabs, ends of lines, and the empty Braille cell, which is drawn as a space. Control characters are refused elsewhere. */
const spaces = /[\t\n\v\f\r\p{Zs}\u2800]+/gu;
const atTheEnds = /^ | $/g;
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** A text of one line (a name, a title, a place): cleaned, composed (NFC), every run of spaces one space, none at either end. Idempotent. */
export function cleanLine(text: string): string {
  return cleanText(text).normalize('NFC').replace(spaces, ' ').replace(atTheEnds, '');
}

/**
 * What two names have in common that a person takes for the same one: without case, width, ligatures, spaces of other kinds or anything unseen.
 * Accents count: Orléans is not Orleans. For comparing, never for showing.
 */
export function nameKey(text: string): string {
  const seen = cleanText(text).normalize('NFKC').replace(unseen, '');
  // Lower, upper, lower: ẞ and ß both come out as ss. A sigma at the end of a word is a sigma.
  const folded = seen.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return cleanLine(folded.normalize('NFKC'));
}
