import type { Document } from '../model/document.js';
import { wordsOf } from '../words/language.js';
import { dictionaryOf, tablesOf } from './dictionary.js';
import { gridOf, type Field } from './grid.js';

/** One file of a document: a table of it, or the dictionary. */
export interface CsvFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A file a table and the dictionary, in UTF-8 with a byte-order mark, by RFC 4180. A number is written with a
 * point and without groups in both languages. An apostrophe is put before words that a spreadsheet would take for
 * a formula, a number or a day, and before words that begin with one: taking one away gives the words back.
 */
export function csvOf(document: Document): readonly CsvFile[] {
  const { language } = document;
  const files = tablesOf(document).map((table, place): CsvFile => {
    const grid = gridOf(table, language);
    return fileOf(`${String(place + 1).padStart(2, '0')}.csv`, [
      grid.columns.map(({ heading }) => heading),
      ...grid.rows,
    ]);
  });
  const { headings, rows } = dictionaryOf(document);
  return [...files, fileOf(`${wordsOf(language).dictionary.toLowerCase()}.csv`, [headings, ...rows])];
}

const byteOrderMark = '\ufeff';

function fileOf(name: string, rows: readonly (readonly Field[])[]): CsvFile {
  const lines = rows.map((row) => `${row.map(fieldText).join(',')}\r\n`);
  return { name, bytes: new TextEncoder().encode(byteOrderMark + lines.join('')) };
}

function fieldText(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  const guarded = isTakenForAnother(field) ? `'${field}` : field;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** What begins a formula in some spreadsheet, in the forms of other widths too, and what hides such a beginning. */
const formula = /^[\s\p{Cf}\p{Zs}"']*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b|%]/u;
const months =
  'jan(?:v|vier|uary)?|feb(?:ruary)?|f[ée]v(?:r|rier)?|mar(?:s|ch)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juil(?:l|let)?|aug(?:ust)?|ao[ûu]t?|sept?|septemb(?:re|er)|oct(?:obre|ober)?|nov(?:embre|ember)?|d[ée]c(?:embre|ember)?';
/** Words that make a day, a time or a number of the digits beside them, in English and French. */
const words = `${months}|er|st|nd|rd|th|am?|pm?|h|min|s|t|z|e|cad|usd`;
const between = String.raw`[\p{P}\p{S}\p{Zs}\p{N}]`;
/**
 * Only digits, what may stand between them, and such words: 12-17, 1/2, 1E5, 10 mars, Mar-12, 3 PM, 5 h 30. Not
 * 12 to 17, 12 à 17 or 24 heures.
 */
const numberOrDay = new RegExp(
  String.raw`^(?=.*\p{N})${between}*(?:(?<!\p{L})(?:${words})(?!\p{L})${between}*)*$`,
  'iu',
);
const truth = /^(?:true|false|vrai|faux|na|n\/a|#.*)$/i;

/** Whether a spreadsheet might read words as something else than words. */
function isTakenForAnother(text: string): boolean {
  return text.startsWith("'") || formula.test(text) || numberOrDay.test(text) || truth.test(text);
}
