import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const built = new URL('../../dist/apps/console/', import.meta.url);
const chunks = JSON.parse(readFileSync(new URL('manifest.json', built), 'utf8')) as Readonly<Record<string, Chunk>>;
const gzipped = (file: string): number => statSync(new URL(`${file}.gz`, built)).size;

/** A chunk with everything that comes with it. */
function whole(name: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const each of chunks[name]?.imports ?? []) whole(each, found);
  return found;
}
const scripts = (names: readonly string[]): number => names.reduce((sum, name) => sum + gzipped(chunks[name]!.file), 0);
const styles = (names: readonly string[]): number => [...new Set(names.flatMap((name) => chunks[name]!.css ?? []))].reduce((sum, file) => sum + gzipped(file), 0);

const entry = Object.keys(chunks).find((name) => chunks[name]!.isEntry)!;
/** The entry and the words of one language: what anybody fetches before they see anything. */
const first = (language: 'en' | 'fr'): readonly string[] => [...whole(`src/words/${language}.ts`, whole(entry))];
/** The kit's own page is for whoever works on it. */
const routes = Object.keys(chunks).filter((name) => chunks[name]!.isDynamicEntry && name.startsWith('src/screens/'));

/** Bytes over the wire, gzip; `kB` is a thousand. */
describe('what a browser has to fetch', () => {
  test.each(['en', 'fr'] as const)('at first: at most 220 kB of script and 15 kB of styles (%s)', (language) => {
    expect(chunks[`src/words/${language}.ts`]).toBeDefined();
    expect(scripts(first(language))).toBeLessThanOrEqual(220_000);
    expect(styles(first(language))).toBeLessThanOrEqual(15_000);
  });

  test('for a screen: at most 60 kB more of script, and 15 kB of styles with what was there', () => {
    expect(routes.length).toBeGreaterThan(15);
    const there = first('fr');
    const sizes = routes.map((name) => ({ name, names: [...whole(name)].filter((each) => !there.includes(each)) }));
    expect(sizes.filter(({ names }) => scripts(names) > 60_000).map(({ name }) => name)).toEqual([]);
    expect(sizes.filter(({ names }) => styles([...there, ...names]) > 15_000).map(({ name }) => name)).toEqual([]);
  });

  test('fonts: at most 60 kB', () => {
    const fonts = readdirSync(new URL('assets/', built)).filter((file) => file.endsWith('.woff2'));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.reduce((sum, file) => sum + statSync(new URL(`assets/${file}`, built)).size, 0)).toBeLessThanOrEqual(60_000);
  });
});
