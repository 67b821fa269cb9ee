import { type Detector, matching } from '../detector.js';

/** Anything people put between the groups of a number; short, so that two numbers of a sentence do not join. */
const gap = '[ ./()-]{0,3}';
const area = '[2-9]\\d{2}';
/** +1, (1), 1- before the number, an extension after it. */
const before = `(?<![\\d.$])(?:\\+? ?\\(?1\\)?${gap})?\\(?`;
const after = '(?: ?(?:ext|poste|p|x|#)\\.? ?\\d{1,6})?(?!\\d)';

const northAmerican = new RegExp(`${before}${area}\\)?${gap}${area}${gap}\\d{4}${after}`, 'giu');
const digitByDigit = new RegExp(
  `(?<![\\d.] ?)(?:\\+?1[ .-])?[2-9](?:[ .-]\\d){2}[ .-]{1,3}[2-9](?:[ .-]\\d){2}[ .-]{1,3}\\d(?:[ .-]\\d){3}(?! ?\\d)`,
  'gu',
);
const international = /(?<![\d+])(?:\+|\b00(?=[ .-]?[2-9]))[ .-]?\d{1,3}(?:[ .()-]{0,2}\d){7,12}(?!\d)/gu;
const france = /(?<!\d)0[1-9](?:[ .-]\d{2}){4}(?!\d)/gu;
const local = /(?<![\d$.-])(?:[2-9]\d{2}[-.]\d{4})(?![\d%-]|[.,]\d)/gu;
const localNamed =
  /\b(?:tel(?:ephone)?|phone|cell(?:ulaire)?|mobile|fax|call(?:ed|s)?|text(?:ed|s)?|appele[rz]?|texte[rz]?|joindre)\b[^\d]{0,12}?((?<!\d)[2-9]\d{2}[ .-]?\d{4})(?!\d)/giu;

/** 144-2026 is a number and its year, not a telephone. */
const endsInYear = /(?:19|20)\d{2}$/u;

/** Telephone numbers: North American with or without area code, digit by digit, French, international. */
export const phone: Detector = {
  kind: 'phone',
  certainty: 'certain',
  *find(plain) {
    yield* matching(northAmerican, plain);
    yield* matching(digitByDigit, plain);
    yield* matching(international, plain);
    yield* matching(france, plain);
    yield* matching(local, plain, ([whole]) => !endsInYear.test(whole));
    yield* matching(localNamed, plain);
  },
};
