import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** A migration lists the tables of one area, so it may be longer than a file that one reads for its logic. */
const longest = [
  ['apps', 400],
  ['libs', 400],
  ['test', 520],
  ['migrations', 510],
] as const;
/** Generated, and data that reads like a table. */
const exempt = ['libs/api-client/src/schema.ts', 'libs/domain/src/visibility/matrix-rows.ts'];

function sourcesOf(folder: string): string[] {
  return readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mts|tsx|js|mjs|sql)$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name))
    .map((name) => relative('.', join(folder, name)))
    .filter((name) => !exempt.includes(name));
}

describe('the sources', () => {
  it.each(longest)('in %s have at most %i lines', (folder, most) => {
    const long = sourcesOf(folder)
      .map((file) => [file, readFileSync(file, 'utf8').trimEnd().split('\n').length] as const)
      .filter(([, lines]) => lines > most);
    expect(long.map(([file, lines]) => `${file}: ${lines}`)).toEqual([]);
  });

  it('hold nothing unfinished', () => {
    // Put together here, so that this file does not find itself.
    const mark = new RegExp(
      `\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['XX', 'X'].join('')})\\b`,
    );
    const found = longest
      .flatMap(([folder]) => sourcesOf(folder))
      .filter((file) => mark.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });

  it('skip or single out no test', () => {
    const found = longest
      .flatMap(([folder]) => sourcesOf(folder))
      .filter(
        (file) =>
          file.endsWith('.spec.ts') &&
          /\b(it|test|describe)\.only\b|\bx(it|test|describe)\(/.test(readFileSync(file, 'utf8')),
      );
    expect(found).toEqual([]);
  });

  it('ask for settings by name through the one lib that checks them', () => {
    const found = [...sourcesOf('apps'), ...sourcesOf('libs')].filter(
      (file) =>
        !file.endsWith('.spec.ts') &&
        !file.startsWith('libs/testing/') &&
        /process\.env(\.[A-Z]|\[)/.test(readFileSync(file, 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
