import { type Detector, matching } from '../detector.js';

/** Canada Post uses neither D F I O Q U anywhere nor W Z in the first place. */
const first = '[ABCEGHJ-NPRSTVXY]';
const later = '[ABCEGHJ-NPRSTV-Z]';
const whole = new RegExp(
  `(?<![\\p{L}\\d])${first}\\d${later}[ .,/-]{0,3}\\d${later}\\d(?![\\p{L}\\d])`,
  'giu',
);
/** Spelled out with gaps in capitals only: "à 9 h 5 à 6" has the same form in small letters. */
const spread = new RegExp(
  `(?<![\\p{L}\\d])${first}[ .-]\\d[ .-]${later}[ .-]{1,3}\\d[ .-]${later}[ .-]\\d(?![\\p{L}\\d])`,
  'gu',
);

/** Canadian postal codes; the first half alone names a district, not a dwelling, and passes. */
export const postalCode: Detector = {
  kind: 'postalCode',
  certainty: 'certain',
  *find(plain) {
    yield* matching(whole, plain);
    yield* matching(spread, plain);
  },
};
