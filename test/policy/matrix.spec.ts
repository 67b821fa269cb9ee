import { describe, expect, it } from '@jest/globals';
import { columns, matrix, reads, refusal } from './matrix.js';

describe('the authorization matrix as data', () => {
  it('has the rows 1 to 63, each with seven cells', () => {
    expect([...matrix.rows.keys()]).toEqual(Array.from({ length: 63 }, (_, i) => i + 1));
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
