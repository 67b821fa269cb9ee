import { type Detector, matching } from '../detector.js';

const month =
  '(?:jan(?:uary|v(?:ier)?)?|feb(?:ruary)?|fev(?:r(?:ier)?)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juill?(?:et)?|aug(?:ust)?|aout|' +
  'sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?)\\.?';
const year = '(?:19|20)\\d{2}';
/** Two digits are a year only where they cannot count something: '98 or 98, not "3 May 15 families". */
const shortYear = "(?:'\\d{2}|3[2-9]|[4-9]\\d)";
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:er|st|nd|rd|th|e|re)?';
const gap = '[ ,./-]{0,3}';
const edge = '(?<![\\p{L}\\d])';
const end = '(?![\\p{L}\\d])';

const dayMonthYear = new RegExp(
  `(?<!\\d)${day}${gap}(?:of |de |d')?${month}${gap}(?:of |de )?(?:${year}|${shortYear})${end}`,
  'giu',
);
const monthDayYear = new RegExp(
  `${edge}${month}${gap}(?:the |le )?${day}(?:${gap}(?:of |de |in )?${year}|[ ,./-]{1,3}${shortYear})${end}`,
  'giu',
);
const yearMonthDay = new RegExp(`(?<!\\d)${year}${gap}${month}${gap}${day}${end}`, 'giu');

const separated = '(?: ?[-/.] ?| )';
const yearFirst = new RegExp(
  `(?<![\\d.])(${year})${separated}(\\d{1,2})${separated}(\\d{1,2})(?![\\d%]|[.,]\\d)`,
  'gu',
);
const yearLast = new RegExp(`(?<![\\d.$])(\\d{1,2})${separated}(\\d{1,2})${separated}(${year})(?!\\d)`, 'gu');
const shortLast = /(?<![\d.$/-])(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{2})(?![\d%/-]|[.,]\d)/gu;
const packed =
  /(?<![\p{L}\d.-])(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})(?![\p{L}\d])/gu;

/** Whether the two can be a day and a month, in either order. */
function dayAndMonth(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [Number(one), Number(other)];
  return a >= 1 && b >= 1 && Math.max(a, b) <= 31 && Math.min(a, b) <= 12;
}

/** 12/03/98 is a date; 10-12-14 are the ages of three children, and 4.5.10 is a paragraph. */
function isShortDate([, one = '', sign, other = '', last = '']: RegExpExecArray): boolean {
  if (!dayAndMonth(one, other)) return false;
  const written = one.startsWith('0') || other.startsWith('0') || Number(last) > 31;
  if (sign === '.') return written;
  const rising = Number(one) < Number(other) && Number(other) < Number(last);
  return written || sign === '/' || !rising;
}

/**
 * Full dates (day, month and year): figures, words and mixtures of both, English and French. A month and a
 * year alone pass.
 */
export const date: Detector = {
  kind: 'date',
  certainty: 'certain',
  *find(plain) {
    yield* matching(dayMonthYear, plain);
    yield* matching(monthDayYear, plain);
    yield* matching(yearMonthDay, plain);
    yield* whole(yearFirst, plain, ([, , one, other]) => dayAndMonth(one, other));
    yield* whole(yearLast, plain, ([, one, other]) => dayAndMonth(one, other));
    yield* whole(shortLast, plain, isShortDate);
    yield* matching(packed, plain);
  },
};

/** As `matching`, for patterns whose groups serve the test and not the place. */
function* whole(
  pattern: RegExp,
  plain: string,
  passes: (match: RegExpExecArray) => boolean,
): Generator<{ start: number; end: number }> {
  for (const match of plain.matchAll(pattern)) {
    if (passes(match)) yield { start: match.index, end: match.index + match[0].length };
  }
}
