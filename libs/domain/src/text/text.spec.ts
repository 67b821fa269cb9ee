import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLine, cleanText, findRefusedCharacter, nameKey } from './index.js';

/** What does something between what is seen, and what does nothing: texts are made of both. */
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        '\u00ad',
        '\u200b',
        '\u200c',
        '\u200d',
        '\u2060',
        '\ufeff',
        '\u2066',
        '\u2069',
        '\u200e',
        '\u061c',
        '\u202a',
      ],
      ...[
        '\u202c',
        '\ufe0f',
        '\ufe0e',
        '\u180b',
        '\u{e0100}',
        '\u{e0067}',
        '\u{e007f}',
        '\u3164',
        '\ufffc',
        '\ufffe',
      ],
      ...[
        '\u{1f3f4}',
        '👨',
        '👩',
        '🏽',
        '❤',
        'م',
        'क',
        '्',
        'e',
        '\u0301',
        'Σ',
        'ß',
        'İ',
        '\u2800',
        '\u00a0',
        '\u2028',
        '\r\n',
        ' ',
      ],
      ...['\u0000', '\u0085', '\v', '\f', '\u202e'],
    ),
  },
);
const anyText = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
const harmless = [
  '\u00ad',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u034f',
  '\u3164',
  '\u2064',
  '\ufffc',
];

describe('cleanText', () => {
  it.each([
    ['a family', '👨‍👩‍👧‍👦 at home'],
    ['a heart on fire, with selector and joiner', '❤️‍🔥'],
    ['a tone of skin and a profession', '👩🏽‍🚒'],
    ['a key', '#️⃣ 1️⃣'],
    ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['Persian with a non-joiner', 'می‌خواهم'],
    ['Sinhala with a joiner', 'ශ්‍රී ලංකා'],
    ['Devanagari with a half form', 'क्‍ष'],
    ['a Han variant', '葛\u{e0100}城'],
    ['Mongolian with a selector', 'ᠮᠠ\u180b'],
    ['French with its spaces', 'Où\u202f? «\u00a0là\u00a0»'],
  ])('keeps %s', (_, text) => {
    expect(cleanText(text)).toBe(text);
    expect(findRefusedCharacter(text)).toBeUndefined();
  });

  it.each([
    ['a soft hyphen', 'un\u00adpredictable', 'unpredictable'],
    ['a zero-width space', 'a\u200bb', 'ab'],
    ['isolates that Word puts around a name', '\u2068Harbour\u2069 Police', 'Harbour Police'],
    ['a byte-order mark', '\ufeffHarbour', 'Harbour'],
    ['the place of a picture', 'see \ufffc below', 'see  below'],
    ['a joiner on nothing', '\u200d a\u200d\u200d\u200d\u200db', ' a\u200d\u200d\u200db'],
    ['words hidden in selectors', '😀\ufe0f\ufe01\u{e0110}\u{e0111}', '😀\ufe0f'],
    ['words hidden in tags', 'a\u{e0041}\u{e0042}b', 'ab'],
    ['ends of lines of other systems', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['non-characters', 'a\ufffe\u{1ffff}b', 'ab'],
  ])('removes %s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('is idempotent, and cleans a text as it is typed as it cleans the whole', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const clean = cleanText(a + b);
        expect(cleanText(clean)).toBe(clean);
        // A flag of tags is typed by one key; every other place is decided by what stands before it.
        if (!/[\u{e0020}-\u{e007f}\r]/u.test(a + b) && !/[\ud800-\udbff]$/.test(a))
          expect(cleanText(cleanText(a) + b)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves every letter, mark, number and picture, and refuses what it refused before', () => {
    const seen = (text: string): string =>
      (text.match(/(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}\p{P}\p{S}]/gu) ?? [])
        .join('')
        .replaceAll('\ufffc', '');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(seen(cleanText(text))).toBe(seen(text));
        expect(findRefusedCharacter(cleanText(text))?.character).toBe(findRefusedCharacter(text)?.character);
        expect(findRefusedCharacter(cleanLine(text))?.character).toBe(findRefusedCharacter(text)?.character);
      }),
      { numRuns: 2000 },
    );
  });

  it('removes harmless marks wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme-ascii', maxLength: 5 }), fc.constantFrom(...harmless))),
        (parts) => {
          expect(cleanText(parts.map(([word, mark]) => word + mark).join(''))).toBe(
            cleanText(parts.map(([word]) => word).join('')),
          );
        },
      ),
    );
  });

  it('takes linear time', () => {
    const started = performance.now();
    for (const part of ['\u200d', 'a\u200d', '\u{1f3f4}\u{e0067}', '😀\ufe0f', '\ufeff'])
      cleanText(part.repeat(60_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('findRefusedCharacter', () => {
  it.each([
    ['a\u0000b', { kind: 'controlCharacter', place: 2, character: 'U+0000' }],
    ['👍\u0085', { kind: 'controlCharacter', place: 2, character: 'U+0085' }],
    ['abc\u202eb', { kind: 'directionOverride', place: 4, character: 'U+202E' }],
    ['\u202da', { kind: 'directionOverride', place: 1, character: 'U+202D' }],
    ['a\ud800', { kind: 'halfCharacter', place: 2, character: 'U+D800' }],
  ] as const)('finds the place in %j', (text, found) => {
    expect(findRefusedCharacter(text)).toEqual(found);
  });

  it('refuses exactly controls without tab and ends of lines and pages, two overrides, and halves', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const character = String.fromCodePoint(code);
      const expected =
        (/\p{Cc}/u.test(character) && !'\t\n\v\f\r'.includes(character)) ||
        code === 0x202d ||
        code === 0x202e ||
        (code >= 0xd800 && code <= 0xdfff);
      if ((findRefusedCharacter(character) !== undefined) !== expected)
        throw new Error(`U+${code.toString(16)}`);
    }
  });
});

describe('cleanLine and nameKey', () => {
  it('folds spaces and ends of lines, and trims', () => {
    expect(cleanLine(' Harbour\u00a0 Police\r\n\tService\u2003')).toBe('Harbour Police Service');
  });

  it.each([
    ['harbour police service', 'Harbour  Police Service'],
    ['Cafe\u0301 du Port', 'CAFÉ DU PORT'],
    ['Harbour\u200d Police', 'ＨＡＲＢＯＵＲ police'],
    ['Straße', 'STRASSE'],
  ])('takes %j and %j for one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it('are idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(nameKey(nameKey(text))).toBe(nameKey(text));
        expect(nameKey(cleanLine(text))).toBe(nameKey(text));
      }),
      { numRuns: 2000 },
    );
  });
});
