/**
 * A text made plain for matching, with the way back: unit `i` of `plain` stands for `[from[i], to[i])` of the
 * source (UTF-16 units).
 */
export interface PlainText {
  readonly plain: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** One letter or sign with the marks that sit on it, so that accents are folded together with what carries them. */
const letterWithMarks = /\P{M}\p{M}*|\p{M}+/gsu;
/** Zero-width, bidi, soft hyphen, byte-order mark, variation selectors, Hangul fillers: nothing that a reader sees. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const marks = /\p{M}/gu;

const alike: readonly (readonly [RegExp, string])[] = [
  [/[\p{Zs}\p{Zl}\p{Zp}\t\n\v\f\r\u2800]/gu, ' '],
  [/[\p{Pd}\u2043\u02d7\u2212\u2796_~]/gu, '-'],
  [/[\u2024\u00b7\u2022\u2219\u22c5\u30fb\u3002\u06d4]/gu, '.'],
  [/[\u2044\u2215\u29f8\u2571|\\]/gu, '/'],
  [/[\u2018\u2019\u201b\u02bc\u2032`\u00b4]/gu, "'"],
];

/**
 * The ASCII digit for a decimal digit of any script: blocks of ten begin at a multiple that the first of them
 * gives away.
 */
function asciiDigit(digit: string): string {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}

function plainForm(letter: string): string {
  let form = letter.replace(unseen, '').normalize('NFKD').replace(marks, '').replace(unseen, '');
  for (const [pattern, sign] of alike) form = form.replace(pattern, sign);
  return form.replace(/[^\P{Nd}0-9]/gu, asciiDigit);
}

/**
 * Undoes what hides an identifier from a pattern but not from a reader: full-width and foreign digits,
 * accents, odd spaces and dashes, characters without width. Case is kept. Never longer than a few units for
 * each of the source.
 */
export function plainTextOf(source: string): PlainText {
  const from: number[] = [];
  const to: number[] = [];
  let plain = '';
  for (const match of source.matchAll(letterWithMarks)) {
    const form = plainForm(match[0]);
    plain += form;
    for (let unit = 0; unit < form.length; unit += 1) {
      from.push(match.index);
      to.push(match.index + match[0].length);
    }
  }
  return { plain, from, to };
}
