import { cleanText } from './clean.js';

/**
 * Spaces of every width, tabs, ends of lines, and the empty Braille cell, which is drawn as a space. Control
 * characters are refused elsewhere.
 */
const spaces = /[\t\n\v\f\r\p{Zs}\u2800]+/gu;
const atTheEnds = /^ | $/g;
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text of one line (a name, a title, a place): cleaned, composed (NFC), every run of spaces one space, none
 * at either end. Idempotent.
 */
export function cleanLine(text: string): string {
  return cleanText(text).normalize('NFC').replace(spaces, ' ').replace(atTheEnds, '');
}

/**
 * A text without case, width, ligatures, spaces of other kinds or anything unseen; for what is typed to be
 * found, such as a sign-in name.
 */
export function foldLine(text: string): string {
  const seen = cleanText(text).normalize('NFKC').replace(unseen, '');
  // Lower, upper, lower: ẞ and ß both come out as ss. A sigma at the end of a word is a sigma.
  const folded = seen.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return cleanLine(folded.normalize('NFKC'));
}

/** Small letters of Cyrillic and Greek which, small or capital, are drawn as the Latin letter below them. */
const twins = [...'авеёкмнорстухіїјѕһԁԛԝαβεζηικμνορτυχ'];
const latin = [...'abeëkmhopctyxiïjshdqwabezhikmnoptyx'];
const twinOf = new Map(twins.map((twin, place) => [twin, latin[place] ?? twin]));
const twin = new RegExp(`[${twins.join('')}]`, 'gu');
/** Hyphens, dashes and the minus: between two words they are read as a space. */
const dashes =
  /[\u002d\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0]/gu;
/** Points, commas, quotation marks and apostrophes of every form. */
const points =
  /[.,;:!'"`\u00b4\u00b7\u02b9-\u02bd\u02c8\u2018-\u201f\u2032\u2033\u2035\u2039\u203a\u00ab\u00bb]/gu;

/**
 * What two names have in common that a person takes for the same one: folded, without points and apostrophes,
 * a dash as a space, letters of other alphabets as the Latin ones that they are drawn like. Accents count:
 * Orléans is not Orleans. For comparing, never for showing.
 */
export function nameKey(text: string): string {
  const drawn = foldLine(text).replace(twin, (letter) => twinOf.get(letter) ?? letter);
  return cleanLine(drawn.normalize('NFKC').replace(dashes, ' ').replace(points, ''));
}
