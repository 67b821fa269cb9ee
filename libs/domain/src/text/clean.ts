/*
 * Which invisible characters a text may have. Judged by what they do, not by their block:
 * - A joiner (ZWJ, ZWNJ) after a letter or a picture, and one variation selector after anything visible,
 *   change what is seen: they stay.
 *   So do the tags that make a flag out of U+1F3F4.
 * - Everything else without ink changes nothing that a reader sees: soft hyphen, zero-width space, byte-order
 *   mark, word joiner, marks,
 *   embeddings and isolates of direction, fillers, stray joiners, a second selector, stray tags,
 * non-characters, the placeholder of a picture
 *   that Word leaves behind. It is removed, so that two texts that look alike are alike.
 * - Controls and overrides of direction are not ours to remove: `findRefusedCharacter`.
 */

/**
 * Ends of lines of other systems, the separators of lines and paragraphs, and Word's own breaks: a vertical
 * tab and a form feed.
 */
const lineEnds = /\r\n?|[\v\f\u2028\u2029]/g;
/** Something that might have to be removed; most texts have nothing of it. */
const doubtful = /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffc]/u;
const override = /[\u202d\u202e]/;
const joiner = /[\u200c\u200d]/;
const selector = /[\ufe00-\ufe0f\u180b-\u180d\u180f\u{e0100}-\u{e01ef}]/u;
/** Nothing that a selector could change; the empty Braille cell is drawn as a space. */
const space = /[\p{White_Space}\p{Cc}\u2800]/u;
const mark = /^\p{M}/u;
const joins = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
/** One character, or one flag made of tags. */
const pieces = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,16}\u{e007f}|./gsu;
/** Unicode knows <ZWJ, ZWNJ, ZWJ>: letters that keep their joined form and are still not a ligature. */
const longestJoin = 3;

/**
 * The text without invisible characters that change nothing, with `\n` as the only end of a line. Idempotent.
 * What stands before a place decides about it, so that a text can be cleaned while it is typed. Works on any
 * string, in linear time.
 */
export function cleanText(text: string): string {
  const source = text.replace(lineEnds, '\n');
  if (!doubtful.test(source)) return source;
  let clean = '';
  /** Whether what was kept last can be followed by a selector, and how many joiners may still follow. */
  let carries = false;
  let joinsLeft = 0;
  /**
   * Whether the letter or sign that marks sit on can be joined. A mark decides nothing itself: with its
   * letter it may be one character (NFC).
   */
  let joinable = false;
  for (const [piece] of source.matchAll(pieces)) {
    if (joiner.test(piece)) {
      if (joinsLeft === 0) continue;
      joinsLeft -= 1;
      carries = false;
    } else if (selector.test(piece)) {
      if (!carries) continue;
      carries = false;
    } else if (piece.length > 2 || !doubtful.test(piece)) {
      carries = !space.test(piece);
      if (!mark.test(piece)) joinable = joins.test(piece);
      joinsLeft = joinable ? longestJoin : 0;
    } else if (override.test(piece)) {
      carries = false;
      joinable = false;
      joinsLeft = 0;
    } else continue;
    clean += piece;
  }
  return clean;
}
