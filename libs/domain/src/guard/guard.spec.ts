import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocked, passing } from './guard-examples.js';
import { findCertainIdentifiers, findIdentifiers } from './guard.js';
import { plainTextOf } from './normalise.js';

/** Takes the ⟦marks⟧ out and says where they stood. */
function unmarked(example: string): { text: string; start: number; end: number } {
  const start = example.indexOf('⟦');
  const end = example.indexOf('⟧') - 1;
  return { text: example.replace(/[⟦⟧]/gu, ''), start, end };
}

const marked = (text: string): string =>
  findCertainIdentifiers(text).reduceRight(
    (shown, { start, end }) => `${shown.slice(0, start)}⟦${shown.slice(start, end)}⟧${shown.slice(end)}`,
    text,
  );

describe('the guard', () => {
  it.each(blocked)('blocks a %s: %s', (kind, example) => {
    const { text, start, end } = unmarked(example);
    expect(marked(text)).toBe(example);
    expect(findCertainIdentifiers(text)).toEqual([{ kind, certainty: 'certain', start, end }]);
  });

  it.each(passing)('lets pass: %s', (text) => {
    expect(marked(text)).toBe(text);
  });

  it('finds several in one text, in their order', () => {
    const text = 'né le 12 mars 1998, 416-555-0199, K1A 0B1, jean@exemple.ca';
    expect(findIdentifiers(text).map(({ kind }) => kind)).toEqual(['date', 'phone', 'postalCode', 'email']);
  });

  it('never says what it found', () => {
    expect(JSON.stringify(findIdentifiers('call 416-555-0199'))).not.toContain('0199');
  });
});

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const leading = fc.integer({ min: 2, max: 9 }).map(String);
const phoneDigits = fc
  .tuple(leading, digit, digit, leading, digit, digit, digit, digit, digit, digit)
  .map((digits) => digits.join(''));
const words = fc.constantFrom(
  'called',
  'la mère',
  'est partie',
  'at night',
  'avec',
  'the school',
  'refuse',
  'aide',
  'two visits',
  'à l’hôpital',
  '👩‍👧 family',
  'e\u0301te\u0301',
);
const around = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' '));
const hidden = fc.constantFrom('\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e', '\ufe0f');
const disguises: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => [...digits].map((each) => String.fromCodePoint(0xff10 + Number(each))).join(''),
  (digits) => [...digits].map((each) => String.fromCodePoint(0x0966 + Number(each))).join(''),
  (digits) => [...digits].map((each) => String.fromCodePoint(0x1d7ce + Number(each))).join(''),
];

describe('the guard, on any text', () => {
  it('finds a telephone number wherever it stands and however it is dressed', () => {
    fc.assert(
      fc.property(
        around,
        phoneDigits,
        fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2011', ' – '),
        fc.constantFrom(...disguises),
        fc.option(hidden),
        around,
        (before, digits, gap, disguise, zeroWidth, after) => {
          const shown = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].map(disguise).join(gap);
          const dressed = zeroWidth === null ? shown : [...shown].join(zeroWidth);
          const text = `${before} ${dressed} ${after}`;
          const [finding] = findCertainIdentifiers(text);
          expect(finding?.kind).toBe('phone');
          expect([finding?.start, finding?.end]).toEqual([
            before.length + 1,
            before.length + 1 + dressed.length,
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds every calendar day in every usual form', () => {
    const months = [
      ['January', 'janvier'],
      ['May', 'mai'],
      ['August', 'août'],
      ['December', 'déc.'],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom(0, 4, 7, 11),
        fc.integer({ min: 1920, max: 2030 }),
        fc.integer({ min: 0, max: 6 }),
        (day, month, year, form) => {
          const names = months[[0, 4, 7, 11].indexOf(month)];
          const two = (number: number) => String(number).padStart(2, '0');
          const text =
            [
              `${day} ${names?.[0]} ${year}`,
              `${names?.[0]} ${day}, ${year}`,
              `le ${day === 1 ? '1er' : day} ${names?.[1]} ${year}`,
              `${year}-${two(month + 1)}-${two(day)}`,
              `${two(day)}/${two(month + 1)}/${year}`,
              `${month + 1}/${day}/${year}`,
              `${year}${two(month + 1)}${two(day)}`,
            ][form] ?? '';
          expect(findCertainIdentifiers(text).map(({ kind }) => kind)).toEqual(['date']);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives spans inside the text, in order, apart, and never in the middle of a character', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('416-555-0199', 'K1A 0B1', '12 mars 1998', 'a@b.ca', '１２３４-567-890', '👩‍👧'),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(' ')),
        (text) => {
          let reached = 0;
          for (const { start, end } of findIdentifiers(text)) {
            expect(start).toBeGreaterThanOrEqual(reached);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(0, start)).not.toMatch(/[\ud800-\udbff]$/u);
            reached = end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('maps every plain unit to a place of the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { plain, from, to } = plainTextOf(text);
        expect([from.length, to.length]).toEqual([plain.length, plain.length]);
        expect(
          from.every((place, at) => place < (to[at] ?? 0) && (at === 0 || place >= (from[at - 1] ?? 0))),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('stays quick on texts made to be slow', () => {
    const slow = [
      '1'.repeat(60_000),
      '1 '.repeat(30_000),
      '4 1 6-'.repeat(10_000),
      'a@'.repeat(30_000),
      'a.'.repeat(30_000),
      `${'a'.repeat(60_000)}@`,
      '1 mars '.repeat(9_000),
      'plaque '.repeat(9_000),
      'tel '.repeat(15_000),
      `a${'\u0301'.repeat(60_000)}`,
      'K 1 A '.repeat(10_000),
      'a at a dot '.repeat(6_000),
      'ABCD '.repeat(12_000),
      'a\u200b'.repeat(30_000),
    ];
    for (const text of slow) {
      const began = performance.now();
      findIdentifiers(text);
      expect([text.slice(0, 12), performance.now() - began < 1000]).toEqual([text.slice(0, 12), true]);
    }
  });
});
