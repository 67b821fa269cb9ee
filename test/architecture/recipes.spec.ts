import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
// @ts-expect-error Lists in plain JavaScript, for a program that runs before anything is built.
import { generated, recipes as listed } from '../recipes/recipes.mjs';

interface Recipe {
  readonly name: string;
  readonly patch: string;
  readonly most: number;
  readonly tests: readonly string[];
}
const recipes = listed as readonly Recipe[];

/**
 * `npm run recipes` plays the patches and takes minutes; that they still apply, and how large they are, is
 * known at once.
 */
describe.each(recipes)('the recipe of $name', ({ patch, most, tests }) => {
  const path = `test/recipes/${patch}`;
  const files = [...readFileSync(path, 'utf8').matchAll(/^diff --git a\/(\S+) b\//gm)].map(
    ([, file]) => file!,
  );

  it('applies to the sources as they are', () => {
    const { status, stderr } = spawnSync('git', ['apply', '--check', '-C1', path], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('writes no more files by hand than it says, and no generated one', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.length).toBeLessThanOrEqual(most);
    expect(files.filter((file) => (generated as readonly string[]).includes(file))).toEqual([]);
  });

  it('has tests', () => {
    expect(tests.filter((test) => !existsSync(test) && !files.includes(test))).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
  });
});
