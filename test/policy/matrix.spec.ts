import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { cell, columns, matrix, parseMatrix, reads, refusal } from './matrix.js';

const text = readFileSync(new URL('../../docs/authorization-matrix.md', import.meta.url), 'utf8');

describe('the authorization matrix as data', () => {
  it('has the rows 1 to 63, each with seven cells', () => {
    expect([...matrix.rows.keys()]).toEqual(Array.from({ length: 63 }, (_, i) => i + 1));
    for (const row of matrix.rows.values()) expect(Object.keys(row.cells)).toEqual([...columns]);
  });

  it('reads stages', () => {
    const stages = (row: number): unknown => matrix.rows.get(row)?.stages;
    expect(stages(1)).toEqual([1]);
    expect(stages(3)).toEqual([2, 3, 4, 5, 6]);
    expect(stages(12)).toEqual([2, 3]);
    expect(stages(16)).toEqual([3, 4, 5]);
    expect(stages(26)).toEqual([3, 4, 5, 6]);
    expect(stages(41)).toEqual(['left']);
    expect(stages(30)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('reads cells', () => {
    expect([...cell(1, 'OR').rights]).toEqual(['C', 'R', 'U', 'X']);
    expect(cell(1, 'OR').own).toBe(true);
    expect(cell(5, 'TR').fieldAbsent).toBe(true);
    expect([...cell(8, 'OR').rights]).toEqual(['R', 'U']);
    expect(cell(12, 'TR').refused).toBe(403);
    expect(cell(21, 'OR')).toMatchObject({ refused: 404, unlessIntervening: true });
    expect(cell(45, 'OR').asRows).toEqual([6, 11, 18]);
    expect([...cell(13, 'TR').rights]).toEqual(['R']);
    expect(matrix.besides.officer).toEqual({ reads: [24, 25, 32], does: [39], counts: [33, 45, 46, 47] });
    expect(matrix.besides.projector.reads).toEqual([3, 4, 6, 7, 8]);
  });

  it('tells what is read where, rights added up', () => {
    expect(reads(5, 3, ['IV'])).toBe('nothing');
    expect(reads(5, 4, ['IV'])).toBe('all');
    expect(reads(17, 4, ['OR'])).toBe('own');
    expect(reads(17, 4, ['OR', 'IV'])).toBe('all');
    expect(reads(25, 4, ['OR'])).toBe('all');
    expect(reads(25, 4, ['TR'])).toBe('own');
    expect(reads(45, 2, ['TR'])).toBe('all');
    expect(reads(13, 3, ['CO'])).toBe('nothing');
    expect(refusal(50, 1, 'TR')).toBe(404);
    expect(refusal(50, 2, 'TR')).toBe(403);
  });

  it('refuses a cell that it does not understand, a row short of a cell, and a row twice', () => {
    expect(() =>
      parseMatrix(
        text.replace(
          '| 16 | Assign lead and assisting agencies | 3→4, 4–5 | 403',
          '| 16 | Assign lead and assisting agencies | 3→4, 4–5 | perhaps',
        ),
      ),
    ).toThrow('without a meaning');
    expect(() =>
      parseMatrix(
        text.replace(
          '| 48 | Clock, overdue state, reminders | 4–5 | R |',
          '| 48 | Clock, overdue state, reminders | 4–5 |',
        ),
      ),
    ).toThrow('9 cells');
    expect(() => parseMatrix(text.replace('| 48 |', '| 47 |'))).toThrow('twice');
  });
});
