import { type Detector, luhnHolds, matching } from '../detector.js';

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

/** Ontario: ten digits and, on newer cards, two letters of version; British Columbia writes its ten alike. */
const tenDigits =
  /(?<![\p{L}\d.$+]|\d[ -])[1-9]\d{3}[ .-]{0,2}\d{3}[ .-]{0,2}\d{3}(?:[ .-]{0,2}[A-Z]{2}(?![\p{L}\d]))?(?!\d|[ .-]\d|[.,]\d)/gu;
const tenDigitsSmallVersion = /(?<![\p{L}\d.$+])[1-9]\d{3}[ -]?\d{3}[ -]?\d{3}-?[a-z]{2}(?![\p{L}\d])/gu;
const tenSpread = /(?<!\d ?)[1-9](?:[ .-]\d){9}(?! ?\d)/gu;
/** Quebec: four letters of the name, then the birth date (month + 50 for women) and two more digits. */
const quebec =
  /(?<![\p{L}\d])[A-Z]{4}[ -]?\d{2}(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])\d{2}(?!\d)/giu;
const twoYears = /^\p{L}{4} ?(?:19|20)\d{2}[ -](?:19|20)\d{2}$/u;
const looksLikeNumberOfYear = /^(?:19|20)\d{2}[ .-]\d{3}[ .-]/u;

/** Health card numbers. 2026-144-145 may be two situations of a year: there alone the check digit decides. */
export const healthCard: Detector = {
  kind: 'healthCard',
  certainty: 'certain',
  *find(plain) {
    yield* matching(
      tenDigits,
      plain,
      ([whole]) => !looksLikeNumberOfYear.test(whole) || /[A-Z]$/u.test(whole) || luhnHolds(digitsOf(whole)),
    );
    yield* matching(tenDigitsSmallVersion, plain);
    yield* matching(tenSpread, plain);
    yield* matching(quebec, plain, ([whole]) => !twoYears.test(whole));
  },
};

const nineDigits = /(?<![\d.$,+-]|\d )[1-9]\d{2}[ .-]{0,2}\d{3}[ .-]{0,2}\d{3}(?!\d|[ .,-]\d| ?\$)/gu;

/** Social insurance numbers, told from other nine digits by the check digit. */
export const socialInsurance: Detector = {
  kind: 'socialInsurance',
  certainty: 'certain',
  find: (plain) => matching(nineDigits, plain, ([whole]) => luhnHolds(digitsOf(whole))),
};

/** Ontario driver's licences: the initial of the family name and fourteen digits. */
export const driverLicence: Detector = {
  kind: 'driverLicence',
  certainty: 'certain',
  find: (plain) => matching(/(?<![\p{L}\d])[A-Z]\d{4}[ .-]{0,2}\d{5}[ .-]{0,2}\d{5}(?!\d)/giu, plain),
};
