import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, Row, Table } from '../model/document.js';
import { barOfParts, barsOfRows, fillOfPart } from './drawing.js';

const number = (value: number): Cell => ({ kind: 'number', value });
const share = (part: number, whole: number): Cell => ({ kind: 'share', part, whole });
const hidden: Cell = { kind: 'status', status: 'notShown' };
const table = (chart: Table['chart'], rows: readonly Row[]): Table => ({
  kind: 'table',
  caption: 'Caption',
  rowsAre: 'Row',
  columns: [{ heading: 'Situations', holds: 'number' }],
  rows,
  ...(chart ? { chart } : {}),
});
const rows = (...cells: Cell[]): Row[] => cells.map((cell) => ({ heading: 'row', cells: [cell] }));

describe('a chart', () => {
  it('draws a share against its own denominator, and what is hidden as hidden, not as zero', () => {
    const bars = barsOfRows(
      table(
        { form: 'bars', column: 0 },
        rows(share(1, 4), hidden, number(0), { kind: 'status', status: 'notRecorded' }),
      ),
    );
    expect(bars).toEqual([
      [[{ from: 0, length: 0.25, fill: 'full' }]],
      [[{ from: 0, length: 1, fill: 'hatched' }]],
      [[]],
      [[]],
    ]);
  });

  it('draws no total among the bars, and the two periods on one scale', () => {
    const two = { ...table({ form: 'twoPeriods', columns: [0, 1] }, []) };
    const bars = barsOfRows({
      ...two,
      rows: [
        { heading: 'a', cells: [number(10), number(20)] },
        { heading: 'all', cells: [number(100), number(200)], total: true },
      ],
    });
    expect(bars).toEqual([
      [[{ from: 0, length: 0.5, fill: 'full' }], [{ from: 0, length: 1, fill: 'dots' }]],
      [],
    ]);
  });

  it('gives hidden parts one piece together, so that none of them can be measured', () => {
    const parts: Table = table({ form: 'parts', column: 0 }, [
      ...rows(number(60), hidden, hidden),
      { heading: 'all', cells: [number(100)], total: true },
    ]);
    expect(barOfParts(parts)).toEqual([
      { from: 0, length: 0.6, fill: 'full' },
      { from: 0.6, length: 0.4, fill: 'hatched' },
    ]);
    expect([0, 1, 2, 3].map((row) => fillOfPart(parts, row))).toEqual([
      'full',
      'hatched',
      'hatched',
      undefined,
    ]);
  });

  it('never draws outside of its frame, whatever the figures', () => {
    const cell = fc.oneof(
      fc.integer({ min: -5, max: 1000 }).map(number),
      fc.nat({ max: 50 }).map((part) => share(part, 50)),
      fc.constant(hidden),
    );
    const line = fc.record({
      heading: fc.constant('row'),
      cells: fc.tuple(cell),
      total: fc.boolean(),
      within: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 9 }),
        fc.constantFrom('bars' as const, 'parts' as const),
        (lines, form) => {
          const drawn = table({ form, column: 0 }, lines);
          for (const { from, length } of [...barOfParts(drawn), ...barsOfRows(drawn).flat(2)]) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(length).toBeGreaterThan(0);
            expect(from + length).toBeLessThanOrEqual(1 + 1e-9);
          }
        },
      ),
    );
  });
});
