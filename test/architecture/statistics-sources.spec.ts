import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'libs/statistics/src';

/** Files without an algorithm, and why they need no source of their own. */
const exceptions: Readonly<Record<string, string>> = {
  'index.ts': 'names what the library shows',
  'base/index.ts': 'names what the library shows',
  'records/index.ts': 'names what the library shows',
  'audit/linear-solver.ts': 'the interface of a solver that is passed in, and a collector of its rows',
  'base/marginals.ts': 'data; says itself where each number comes from',
  'base/outcome-record.ts': 'a type',
  'base/risk-marginals.ts': 'data; says itself where each number comes from',
  'base/shapes.ts': 'data: sizes and seeds of the generated bases',
  'base/support-marginals.ts': 'data; says itself that it is assumed',
  'primary/profiles.ts': 'settings of this project and their floor',
  'records/release-hierarchies.ts':
    'data: the generalisation hierarchies of file A, and how years are pooled',
};

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .sort();
/** The comments of a file, each as one line: where a line of a comment ends says nothing. */
const commentsOf = (name: string): string =>
  (readFileSync(join(folder, name), 'utf8').match(/\/\*\*[\s\S]*?\*\//g) ?? [])
    .map((comment) => comment.replaceAll(/\n\s*\*\s?/g, ' '))
    .join('\n');

describe('each algorithm of the statistics engine', () => {
  it.each([
    ['its source, a paper or a section of the handbook', /\bSource: \S/],
    ['its units', /\bUnits: \S/],
    ['its complexity', /\bComplexity( of [^:]+)?: \S/],
  ] as const)('names %s in its file', (_, mark) => {
    expect(files.filter((name) => !(name in exceptions) && !mark.test(commentsOf(name)))).toEqual([]);
  });

  it('is in no file that says only what it is', () => {
    expect(Object.keys(exceptions).filter((name) => !existsSync(join(folder, name)))).toEqual([]);
    expect(Object.keys(exceptions).filter((name) => commentsOf(name) === '')).toEqual([]);
    // An exception that names a source has become an algorithm: it belongs under the rule.
    expect(Object.keys(exceptions).filter((name) => /\bSource: \S/.test(commentsOf(name)))).toEqual([]);
  });

  it('is sought in all of them', () => expect(files.length).toBeGreaterThan(50));
});
