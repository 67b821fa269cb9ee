import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvOf, documentOf, workbookOf, type Document } from '#documents';
import { readCsv, readWorkbook, stylesOf } from './read-sheets.js';

const withText = (text: string): Document =>
  documentOf({
    language: 'en',
    title: 'Title',
    blocks: [
      {
        kind: 'table',
        caption: 'Texts',
        rowsAre: 'Row',
        columns: [{ heading: 'Text', holds: 'text' }],
        rows: [{ heading: 'one', cells: [{ kind: 'text', text }] }],
      },
    ],
  });

/** The field as it stands in the file, without the quotes around it. */
const fieldOf = (text: string): string => {
  const file = new TextDecoder().decode(csvOf(withText(text))[0]?.bytes);
  return /\r\n"one",("(?:[^"]|"")*")\r\n$/.exec(file)?.[1]?.slice(1, -1).replaceAll('""', '"') ?? '';
};

describe('a spreadsheet', () => {
  it.each([
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\uff1d1+1',
    '\u2212 2',
    ' =1',
    '\u00a0=1',
    '"=1"',
    "'=1",
    "'tis",
    '|cmd',
    '%1',
    '12-17',
    '12–17',
    '1/2',
    '3.4',
    '12.5',
    '1 234',
    '00123',
    '1E5',
    '1e-5',
    '12:30',
    '3 PM',
    '10 mars',
    '10-oct-2026',
    'MAR1',
    'Mar-12',
    'Sept. 3, 2026',
    '2026-01-02T10:00',
    '$5',
    '5 $',
    '5%',
    '(5)',
    '١٢',
    '5 h 30',
    '1er mars',
    'March 2026',
    'TRUE',
    'vrai',
    'Faux',
    '#N/A',
    '#REF!',
    'n/a',
  ])('is told that %s in a CSV is words', (text) => {
    expect(fieldOf(text)).toBe(`'${text.trim()}`);
    expect(readCsv(csvOf(withText(text))[0]?.bytes ?? new Uint8Array())[1]).toEqual(['one', text.trim()]);
  });

  it.each([
    'Mental health',
    '12 to 17',
    '12 à 17 ans',
    'Jordan House, unit 2',
    '24 heures ou moins',
    '7 jours',
    'Marie 12',
    'M1',
    'é',
  ])('reads %s without a guard', (text) => {
    expect(fieldOf(text)).toBe(text);
  });

  it('never finds the beginning of a formula in a CSV, whatever the text', () => {
    const starts = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\uff1d',
      '\uff0b',
      ' =',
      '"=',
      '\u2066=',
      "''=",
      '|',
      '%',
    );
    fc.assert(
      fc.property(starts, fc.string({ unit: 'binary' }), (start, rest) => {
        const field = fieldOf(start + rest);
        expect(field.normalize('NFKC').trim()).not.toMatch(/^[=+\-@|%]/);
      }),
    );
  });

  it('has numbers as numbers and everything else as words that stay words', () => {
    const document = documentOf({
      language: 'fr',
      title: 'Titre',
      blocks: [
        {
          kind: 'table',
          caption: "Âge : [12/17] * ? '",
          rowsAre: 'Âge',
          columns: [
            { heading: 'Situations', holds: 'share', percent: true },
            { heading: 'Délai', holds: 'number', decimals: 1 },
          ],
          rows: [
            {
              heading: '12 à 17',
              cells: [
                { kind: 'share', part: 1186, whole: 1520 },
                { kind: 'number', value: 33.25 },
              ],
            },
            {
              heading: '=1+1',
              cells: [
                { kind: 'status', status: 'notShown' },
                { kind: 'status', status: 'notApplicable' },
              ],
            },
          ],
        },
      ],
    });
    const [sheet, dictionary] = readWorkbook(workbookOf(document));
    expect(sheet?.name).toBe('1. Âge 12 17');
    expect(sheet?.rows.slice(2, 4)).toEqual([
      ['12 à 17', 1186, 1520, 78, 33.25],
      ['=1+1', 'non montré', null, null, 'sans objet'],
    ]);
    expect(dictionary?.name).toBe('Dictionnaire');
    expect(dictionary?.rows.flat()).toContain('non montré ne veut pas dire zéro');
    // Words stay words when somebody edits the cell, and a number has no format of a day.
    const styles = stylesOf(workbookOf(document));
    for (const { xml } of [sheet, dictionary].filter((each) => each !== undefined))
      for (const [, number, words] of xml.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"( t="inlineStr")?>/g))
        expect(styles[Number(number)]).toMatch(words ? /quotePrefix="1"/ : /numFmtId="(?:3|164|165|166)"/);
  });

  it('has every column of a wide table in its place, beyond the letter Z too', () => {
    const places = Array.from({ length: 60 }, (_, place) => place);
    const document = documentOf({
      language: 'en',
      title: 'Wide',
      blocks: [
        {
          kind: 'table',
          caption: 'Wide',
          rowsAre: 'Row',
          columns: places.map((place) => ({ heading: `Column ${place}`, holds: 'number' })),
          rows: [{ heading: 'one', cells: places.map((value) => ({ kind: 'number', value })) }],
        },
      ],
    });
    expect(readWorkbook(workbookOf(document))[0]?.rows[2]).toEqual(['one', ...places]);
    expect(readWorkbook(workbookOf(document))[0]?.xml).toContain('<c r="AZ3"');
  });
});
