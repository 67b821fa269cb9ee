import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

/*
 * A screen that reads the first page of a list alone is a list without an end sign. Found: the 51st agency
 * could not be placed, offered a seat or named, and the 51st situation not be found by its number.
 * The screens themselves: test/browser/mend-b4.
 */
const folder = new URL('../../apps/console/src/', import.meta.url);
interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}
const { paths, components } = JSON.parse(
  readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'),
) as {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
};

/** The routes that answer a page at a time. */
const paged = new Set(
  Object.entries(paths).flatMap(([path, { get: operation }]) => {
    const schema = operation?.responses['200']?.content?.['application/json']?.schema;
    const { properties = {} } = components.schemas[schema?.$ref?.split('/').at(-1) ?? ''] ?? schema ?? {};
    return 'rows' in properties && 'next' in properties ? [path] : [];
  }),
);

/** The text of a call from its name to the parenthesis that ends it. */
function callFrom(source: string, start: number): string {
  let depth = 0;
  for (let place = source.indexOf('(', start); place < source.length; place += 1) {
    if (source[place] === '(') depth += 1;
    if (source[place] === ')') depth -= 1;
    if (depth === 0) return source.slice(start, place + 1);
  }
  return source.slice(start);
}

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, source: readFileSync(new URL(file, folder), 'utf8') }));

it('every read of a list in the console goes on to its next page, or wants one row', () => {
  const reads = sources
    .flatMap(({ file, source }) =>
      [...source.matchAll(/api\.GET\(\s*'([^']+)'/g)].map(({ index, 1: path = '' }) => ({
        file,
        path,
        call: callFrom(source, index),
      })),
    )
    .filter(({ path }) => paged.has(path));
  expect(paged.size).toBeGreaterThan(30);
  expect(new Set(reads.map(({ path }) => path)).size).toBeGreaterThan(20);
  const first = reads.filter(({ call }) => !/\bafter\b|limit: 1\b/.test(call));
  expect(first.map(({ file, path }) => `${file} ${path}`)).toEqual([]);
});

it('every screen that shows a list offers the next page, and its count says that there is more', () => {
  const hooks = sources.flatMap(({ source }) =>
    [...source.matchAll(/(?:const|function) (use\w+)[^\n]*(?:=>\s*|\{\s*return )usePages\b/g)].map(
      ([, name = '']) => name,
    ),
  );
  expect(hooks.length).toBeGreaterThan(20);
  const shown = sources.flatMap(({ file, source }) =>
    [...source.matchAll(/const (\{[^}]*\}|\w+) = (use\w+)[<(]/g)].flatMap(([, taken = '', hook = '']) =>
      file.startsWith('screens/') && (hooks.includes(hook) || hook === 'usePages')
        ? [{ file, source, taken, hook }]
        : [],
    ),
  );
  expect(shown.length).toBeGreaterThan(25);
  // Taken whole, it is passed on with all that it says.
  const cut = shown.filter(({ taken }) => taken.startsWith('{') && !/\bmore\b/.test(taken));
  expect(cut.map(({ file, hook }) => `${file} ${hook}`)).toEqual([]);
  const bare = shown.filter(({ source }) => /\{ count: (?:rows|waiting|all)\??\.length/.test(source));
  expect(bare.map(({ file, hook }) => `${file} ${hook}`)).toEqual([]);
});
