import { describe, expect, it } from '@jest/globals';
import { columns, matrix, reads, refusal } from './matrix.js';

describe('the authorization matrix as data', () => {
  it('has the rows 1 to 63 and those of later issues in order, each with seven cells', () => {
    const numbers = [...matrix.rows.keys()];
    expect(numbers.filter((number) => number <= 63)).toEqual(Array.from({ length: 63 }, (_, i) => i + 1));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    for (const row of matrix.rows.values()) expect(Object.keys(row.cells)).toEqual([...columns]);
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
});
