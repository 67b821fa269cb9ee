import { describe, expect, it } from '@jest/globals';
import { csvField, csvFile, csvOfColumns, plainCsv } from './csv.js';
import { recordsIn, recount, recountSets, UnreadableFileError } from './recount.js';

const bytes = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];
const utf8 = (fields: string[]): string[] =>
  fields.map((field) => new TextDecoder().decode(Uint8Array.from(field, (c) => c.charCodeAt(0))));

describe('a written field', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' edge', '" edge"'],
    ['', ''],
    ['=1+1', '"\'=1+1"'],
    ['+41', '"\'+41"'],
    ['-2', '"\'-2"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\tx', '"\'\tx"'],
    ['＝1', '"\'＝1"'],
    [-2, '-2'],
    [0, '0'],
    [null, 'N/A'],
    ['12-17', '12-17'],
    ['Québec', 'Québec'],
  ] as const)('%j is %j', (value, field) => {
    expect(csvField(value)).toBe(field);
  });

  it('is refused for what is no number', () => {
    expect(() => csvField(NaN)).toThrow(RangeError);
    expect(() => csvField(Infinity)).toThrow(RangeError);
  });
});

describe('a written file', () => {
  const rows = [
    ['a,b', '=x', null],
    ['"q"', 'é\r\n', 3],
    ['', '-', 0],
  ] as const;

  it('reads back as it was, guards apart', () => {
    const text = [...csvFile(['x', 'y', 'z'], rows)].join('');
    expect([...recordsIn(bytes(text))].map(utf8)).toEqual([
      ['x', 'y', 'z'],
      ['a,b', "'=x", 'N/A'],
      ['"q"', 'é\r\n', '3'],
      ['', "'-", '0'],
    ]);
  });

  it('comes in chunks and refuses a short row', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => [String(i), 'x', null]);
    const chunks = [...csvFile(['x', 'y', 'z'], many)];
    expect(chunks.length).toBeGreaterThan(2);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(70_000);
    expect(() => [...csvFile(['x'], [['a', 'b']])]).toThrow(RangeError);
  });

  it('is the same from coded columns, in the order asked for', () => {
    const columns = [
      { name: 'x', codes: Uint8Array.of(0, 1, 0), labels: ['a,b', '=c'] },
      { name: 'y', codes: Uint8Array.of(1, 0, 0), labels: [null, 7] },
    ];
    expect([...csvOfColumns(columns)].join('')).toBe(
      [
        ...csvFile(
          ['x', 'y'],
          [
            ['a,b', 7],
            ['=c', null],
            ['a,b', null],
          ],
        ),
      ].join(''),
    );
    expect(
      [...csvOfColumns(columns, Int32Array.of(1), { ...plainCsv, separator: ';', byteOrderMark: true })].join(
        '',
      ),
    ).toBe('\ufeffx;y\r\n"\'=c";N/A\r\n');
  });
});

describe('the independent counter', () => {
  const file = (lines: readonly string[]): Uint8Array[] => bytes(lines.map((line) => `${line}\r\n`).join(''));

  it('counts classes and guards from the bytes', () => {
    expect(
      recount(file(['age,sex,end', 'a,m,1', 'a,m,2', '"a",m,2', 'b,f,1']), ['age', 'sex'], ['end']),
    ).toEqual({
      header: ['age', 'sex', 'end'],
      rows: 4,
      classes: 2,
      smallest: 1,
      guarded: [{ column: 'end', leastDistinct: 1, largestShare: 1 }],
    });
  });

  it('counts items and pairs of sets within a period', () => {
    expect(recountSets(file(['period,set', '1,a b', '1,a b', '1,a', '2,a']), 'period', 'set')).toEqual({
      rows: 4,
      smallest: 1,
    });
    expect(recountSets(file(['period,set', '1,a b', '1,a b', '1,a']), 'period', 'set').smallest).toBe(2);
  });

  it.each([['a,b\r\n1\r\n'], ['a,b\r\n1,2'], ['a,b\n'], ['a"b\r\n'], ['"a"b\r\n'], ['a\rb\r\n'], ['']])(
    'refuses %j',
    (text) => {
      expect(() => recount(bytes(text), ['a'], [])).toThrow(UnreadableFileError);
    },
  );

  it('gives the same whichever way the bytes are cut', () => {
    const [whole] = file(['age,sex', '"a,""x""",m', 'b,f']) as [Uint8Array];
    const cut = [...whole].map((byte) => Uint8Array.of(byte));
    expect([...recordsIn(cut)]).toEqual([...recordsIn([whole])]);
  });
});
