import { type Detector, matching } from '../detector.js';

const person = "[\\p{L}\\d](?:[\\p{L}\\d.%+'-]{0,62}[\\p{L}\\d])?";
const label = '[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?';
const address = new RegExp(
  `(?<![\\p{L}\\d.%+'-])${person} ?@ ?${label}(?: ?\\. ?${label}){0,3} ?\\.[ ]?\\p{L}{2,12}(?![\\p{L}\\d])`,
  'giu',
);
/** The spelled form needs an ending that is no word: "look at home point" is a sentence. */
const ending = '(?:com|ca|org|net|info|gouv|gov|edu|qc|fr|uk)';
const spelled = new RegExp(
  `(?<![\\p{L}\\d.%+'-])${person} ?(?:@|[\\[({] ?(?:at|a|arobase) ?[\\])}]|(?<= )(?:at|arobase)(?= )) ?${label}` +
    `(?: ?(?:\\.|[\\[({] ?(?:dot|point) ?[\\])}]|(?<= )(?:dot|point)(?= )) ?${label}){0,3}` +
    ` ?(?:[\\[({] ?(?:dot|point) ?[\\])}]|(?<= )(?:dot|point)(?= )|\\.) ?${ending}(?![\\p{L}\\d])`,
  'giu',
);

/** E-mail addresses, also with spaces around the signs or with the signs spelled out in English or French. */
export const email: Detector = {
  kind: 'email',
  certainty: 'certain',
  *find(plain) {
    yield* matching(address, plain);
    yield* matching(spelled, plain);
  },
};
