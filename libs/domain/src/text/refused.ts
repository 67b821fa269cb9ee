/** Why a character is refused. */
type RefusedKind = 'controlCharacter' | 'directionOverride' | 'halfCharacter';

/** A character that no text may have: why, where, and which. It never says what stands around it. */
export interface RefusedCharacter {
  readonly kind: RefusedKind;
  /** Which character of the text it is, counted from 1; an emoji of several parts counts each part. */
  readonly place: number;
  /** Its number in Unicode, for example `U+202E`. */
  readonly character: string;
}

/**
 * Control characters except tab and what ends a line or a page; the two overrides of direction, which show a
 * text in another order than it was written in; half of a surrogate pair. (Unicode Technical Report 36 §2.)
 * Everything else is accepted or removed by `cleanText`.
 */
const refused = /(?![\t\n\v\f\r])\p{Cc}|[\u202d\u202e]|\p{Surrogate}/u;

/**
 * The text without the characters that are refused in it: for a person who cannot see them and asks for their
 * removal.
 */
export function withoutRefusedCharacters(text: string): string {
  return text.replaceAll(new RegExp(refused, 'gu'), '');
}

/** The first character of a text that has to be refused, or undefined. */
export function findRefusedCharacter(text: string): RefusedCharacter | undefined {
  const found = refused.exec(text);
  if (found === null) return undefined;
  const code = found[0].codePointAt(0) ?? 0;
  return {
    kind: kindOf(code),
    place: [...text.slice(0, found.index)].length + 1,
    character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
  };
}

function kindOf(code: number): RefusedKind {
  if (code === 0x202d || code === 0x202e) return 'directionOverride';
  return code >= 0xd800 && code <= 0xdfff ? 'halfCharacter' : 'controlCharacter';
}
