import { type Detector, matching } from '../detector.js';

/**
 * In one piece the form is rare enough: Ontario's four and three, three and three, Quebec's one, two, three.
 * In capitals, as plates are.
 */
const onePiece = /(?<![\p{L}\d-])(?:[A-Z]{4}-?\d{3}|[A-Z]{3}\d{3}|[A-Z]\d{2}[A-Z]{3})(?![\p{L}\d-])/gu;
const twoPieces = /(?<![\p{L}\d-])([A-Z]{4}) \d{3}(?![\p{L}\d%$-]|[.,]\d)/gu;
const shape =
  '(?:[A-Z]{2,4}[ -]?\\d{2,5}|\\d{2,4}[ -]?[A-Z]{2,3}|[A-Z]\\d{2}[ -]?[A-Z]{3}|\\d[A-Z]{2}[ -]?\\d{3})';
const named = new RegExp(
  `\\b(?:plates?|plaques?|immatricul\\p{L}*|licen[cs]e plate|marker)\\b[^\\p{L}\\d]{0,3}(?:(?:numbers?|num|nos?|numeros?|d'immatriculation|is|was|est|reads?|of|ontario|quebec)\\b[^\\p{L}\\d]{0,3}){0,4}` +
    `(${shape})(?![\\p{L}\\d])`,
  'giu',
);

/** Words and abbreviations of the field that stand before three digits without being a plate. */
const noPlate = new Set([
  'YCJA',
  'OHIP',
  'ODSP',
  'CMHA',
  'ACSM',
  'CPIC',
  'CASC',
  'CCAC',
  'LHIN',
  'POSPH',
  'MCYS',
  'MCCS',
  'FASD',
  'ADHD',
  'PTSD',
  'ROOM',
  'UNIT',
  'CODE',
  'FORM',
  'RULE',
  'BILL',
  'PART',
  'LINE',
  'WARD',
  'PAGE',
  'CASE',
  'AREA',
  'ROAD',
  'ZONE',
  'ACTE',
  'LIGNE',
  'OVER',
  'FROM',
  'ONLY',
  'ABOUT',
  'THAN',
  'HWYS',
  'TEAM',
  'CALL',
  'DIAL',
]);

/** In a text all in capitals every word of four letters before a number has the form. */
function shouts(plain: string): boolean {
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  const capitals = plain.match(/\p{Lu}/gu)?.length ?? 0;
  return letters > 12 && capitals > letters * 0.6;
}

/** Licence plates: by their form in capitals, or by any usual form after a word for plate. */
export const plate: Detector = {
  kind: 'plate',
  certainty: 'certain',
  *find(plain) {
    yield* matching(onePiece, plain, ([whole]) => !noPlate.has(whole.slice(0, 4)) || !whole.includes('-'));
    if (!shouts(plain)) {
      for (const match of plain.matchAll(twoPieces)) {
        if (!noPlate.has(match[1] ?? '')) yield { start: match.index, end: match.index + match[0].length };
      }
    }
    yield* matching(named, plain);
  },
};
