import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the console's build is made of, read from its manifest and from its sources. */

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

export type Language = 'en' | 'fr';

export const consoleSources = fileURLToPath(new URL('../../apps/console/src/', import.meta.url));
export const consoleBuilt = new URL('../../dist/apps/console/', import.meta.url);

export const chunks = JSON.parse(readFileSync(new URL('manifest.json', consoleBuilt), 'utf8')) as Readonly<
  Record<string, Chunk>
>;

/**
 * A part that is fetched when it is wanted: its module, from the folder of sources, and the catalogues of
 * words that come with it.
 */
export interface LatePart {
  readonly module: string;
  readonly catalogues: readonly string[];
}

const anyLate = /(?:withWords\(\s*\[([^\]]*)\],\s*)?\(\)\s*=>\s*import\(\s*'(\.[^']+)'/g;
const drawnLate =
  /lazy\(\s*\(\)\s*=>\s*(?:withWords\(\s*\[([^\]]*)\],\s*\(\)\s*=>\s*)?import\(\s*'(\.[^']+)'/g;

/** The parts that a source file fetches late. */
export function latePartsOf(file: string, form: RegExp = anyLate): readonly LatePart[] {
  const text = readFileSync(`${consoleSources}${file}`, 'utf8');
  return [...text.matchAll(form)].map(([, catalogues = '', path = '']) => ({
    module: posix.join(dirname(file), path).replace(/\.js$/, ''),
    catalogues: [...catalogues.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  }));
}

/** A chunk with everything that comes with it. */
function withImports(name: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const each of chunks[name]?.imports ?? []) withImports(each, found);
  return found;
}

const entry = Object.keys(chunks).find((name) => chunks[name]!.isEntry)!;
const chunkOf = (module: string): string =>
  [`src/${module}.tsx`, `src/${module}.ts`, `src/${module}`].find((name) => name in chunks) ?? '';

/** A catalogue that a screen imports in both languages too is named after its chunk instead of its file. */
function wordsOf(catalogues: readonly string[], language: Language): readonly string[] {
  return catalogues.map((catalogue) => {
    const file = `src/words/${catalogue}.${language}.json`;
    return file in chunks
      ? file
      : (Object.keys(chunks).find(
          (key) => key.startsWith('_') && chunks[key]!.name === `${catalogue}.${language}`,
        ) ?? file);
  });
}

/** What everybody fetches before they see anything: the entry, and the words of every page in one language. */
export const everyVisit = (language: Language): ReadonlySet<string> =>
  new Set([...withImports(entry), ...wordsOf(['app', 'kit'], language)]);

/** Chunks that wait until somebody opens what is in them: a dialog, a menu. */
const waiting = new Set(
  readdirSync(consoleSources, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => latePartsOf(file, drawnLate))
    .map(({ module }) => chunkOf(module)),
);

/**
 * Chunks of a part, with its words and what it fetches by itself at once, but not what only the other
 * language needs.
 */
export function chunksOf({ module, catalogues }: LatePart, language: Language): ReadonlySet<string> {
  const own = withImports(chunkOf(module));
  const other = language === 'en' ? 'fr' : 'en';
  const late = [...own]
    .filter((name) => !everyVisit(language).has(name))
    .flatMap((name) => chunks[name]!.dynamicImports ?? [])
    .filter((name) => !waiting.has(name) && !new RegExp(`[./]${other}\\.json$`).test(name));
  return new Set([
    ...own,
    ...late.flatMap((name) => [...withImports(name)]),
    ...wordsOf(catalogues, language),
  ]);
}

/** The screens, as the router names them; the kit's own page is for whoever works on it. */
export const screens = latePartsOf('app/router.tsx').filter(({ module }) => module.startsWith('screens/'));

/** The door and what else is late around every screen. */
export const around = ['app/late.tsx', 'screens/tasks/late-tasks.tsx'].flatMap((file) => latePartsOf(file));

/**
 * All that a browser fetches that comes for the first time, as chunk names; `parts` are the screen, and the
 * door where nobody is signed in.
 */
export const firstVisit = (parts: readonly LatePart[], language: Language): ReadonlySet<string> =>
  new Set([...everyVisit(language), ...parts.flatMap((part) => [...chunksOf(part, language)])]);
