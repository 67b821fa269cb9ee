import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';

interface Sequencer {
  sort(tests: readonly { path: string }[]): { path: string }[];
}
// Plain JavaScript, which jest itself imports.
const { default: LongestFirst, longest } = (await import('./longest-first.mjs' as string)) as {
  default: new () => Sequencer;
  longest: readonly string[];
};

it('names files that are there, each once', () => {
  expect(longest.filter((file) => !existsSync(file))).toEqual([]);
  expect(new Set(longest).size).toBe(longest.length);
});

it('begins with them in their order, then takes the larger files first', () => {
  const small = 'libs/testing/src/test-database.spec.ts';
  const large = 'test/api/edge.spec.ts';
  const given = [small, longest[1]!, large, longest[0]!].map((file) => ({ path: resolve(file) }));
  expect(new LongestFirst().sort(given).map(({ path }) => path)).toEqual(
    [longest[0]!, longest[1]!, large, small].map((file) => resolve(file)),
  );
});
