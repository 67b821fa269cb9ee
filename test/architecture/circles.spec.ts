import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

type Graph = ReadonlyMap<string, readonly string[]>;

const sources = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|(^|\/)(node_modules|dist)\//.test(name))
    .map((name) => resolve(folder, name)),
);

/** The file that an import in another names; undefined for a package. */
function fileOf(from: string, named: string): string | undefined {
  const lib = /^#([\w-]+)(?:\/(.+))?$/.exec(named);
  const path = lib
    ? resolve('libs', lib[1]!, 'src', lib[2] ?? '', 'index.js')
    : named.startsWith('.')
      ? resolve(dirname(from), named)
      : undefined;
  if (path === undefined) return undefined;
  return [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path].find((each) => existsSync(each));
}

function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(?)\s*'([^']+)'/g)]
    .map(([, named]) => fileOf(file, named!))
    .filter((each) => each !== undefined);
}

/** A circle in the graph that contains a file of it, or undefined. */
function circleIn(graph: Graph): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const found = walk(next, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const found = walk(file, []);
    if (found) return found.map((each) => relative('.', each));
  }
  return undefined;
}

describe('the files of apps and libs', () => {
  const graph = new Map(sources.map((file) => [file, importsOf(file)]));

  it('import each other in no circle, types included', () => {
    expect([...graph.values()].flat().length).toBeGreaterThan(sources.length);
    expect(circleIn(graph)).toBeUndefined();
  });

  it('would be found in one: two types that name each other, across a lib', () => {
    const planted = new Map(graph);
    const door = join(resolve('libs/database/src/door'), 'index.ts');
    const session = join(resolve('libs/database/src/door'), 'session.ts');
    planted.set(session, [...(graph.get(session) ?? []), door]);
    expect(circleIn(planted)).toContain('libs/database/src/door/session.ts');
  });
});
