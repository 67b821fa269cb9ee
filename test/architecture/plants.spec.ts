import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
// @ts-expect-error A list in plain JavaScript, for a program that runs before anything is built.
import { faults as listed } from '../plants/faults.mjs';

interface Fault {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly test: string;
}
const faults = listed as readonly Fault[];

describe('the faults that `npm run plants` plants', () => {
  it('are thirty at least, each with a name of its own', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
    expect(faults.length).toBeGreaterThanOrEqual(30);
  });

  it.each(faults)('can be planted: $name', ({ file, find, replace, test }) => {
    expect(existsSync(test)).toBe(true);
    expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
  });
});
