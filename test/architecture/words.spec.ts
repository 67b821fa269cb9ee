import { definitions } from '#database/migration';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { permissions } from '#domain';
import { consoleSources, latePartsOf } from './console-build.js';

const folder = new URL('../../apps/console/src/words/', import.meta.url);
const screens = readdirSync(folder)
  .filter((file) => file.endsWith('.en.json'))
  .map((file) => file.slice(0, -'.en.json'.length));
const read = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>;

/** Names of what is filled in. Braces nest: an odd depth names it, an even one holds an answer's words. */
function placeholders(words: string): readonly string[] {
  let depth = 0;
  const names = [...words].flatMap((sign, place) => {
    if (sign === '}') depth -= 1;
    if (sign !== '{') return [];
    depth += 1;
    return depth % 2 === 1 ? [/^\w+/.exec(words.slice(place + 1))?.[0] ?? ''] : [];
  });
  return [...new Set(names)].sort();
}

describe.each(screens)('the words of %s', (screen) => {
  const [english, french] = [read(`${screen}.en.json`), read(`${screen}.fr.json`)];

  test('are in both languages, with the same places for what is filled in', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
    for (const [id, words] of Object.entries(english))
      expect([id, placeholders(french[id] ?? '')]).toEqual([id, placeholders(words)]);
  });

  test('are not English under a French id', () => {
    // Short words may be the same in both, such as "Situation {number}"; a sentence is not.
    const same = Object.entries(english).filter(
      ([id, words]) =>
        french[id] === words &&
        words
          .replaceAll(/\{[^{}]*\}/g, '')
          .split(/\s+/)
          .filter((word) => /\p{L}{2}/u.test(word)).length > 2,
    );
    expect(same.map(([id]) => id)).toEqual([]);
  });

  test('are set in French as Canadian French is set: narrow space before a colon, none before other signs, guillemets, curved apostrophes', () => {
    const faults = Object.entries(french).filter(([, words]) =>
      /[^\u202f\d]:(?:\s|$)|\u00ab[^\u00a0]|[^\u00a0]\u00bb|[ \u00a0\u202f][;!?]|'|"/.test(words),
    );
    expect(faults.map(([id]) => id)).toEqual([]);
  });
});

test('what the audit writes and what a route refuses has its words', () => {
  const written = definitions().flatMap(({ sql }) =>
    [...sql.matchAll(/audit\.record\(\s*'([a-zA-Z]+\.[a-zA-Z]+)'/g)].map(([, act = '']) => act),
  );
  expect(written.length).toBeGreaterThan(80);
  const words = read('audit.en.json');
  const acts = [
    ...written,
    ...Object.keys(permissions),
    'signIn.refused',
    'signIn.throttled',
    'signIn.secondFactorRefused',
    'setUp.refused',
    'invitation.refused',
  ].map((act) => act.split(/[.:]/));
  expect(
    acts
      .filter(([noun, verb]) => !(`audit.of.${noun}` in words && `audit.act.${verb}` in words))
      .map((act) => act.join('.')),
  ).toEqual([]);
});

describe('words come with what uses them', () => {
  const catalogueOf = new Map(
    screens.flatMap((screen) =>
      Object.keys(read(`${screen}.en.json`)).map((id) => [id.split('.')[0]!, screen] as const),
    ),
  );
  const fileOf = (module: string): string | undefined =>
    [`${module}.tsx`, `${module}.ts`].find((file) => existsSync(`${consoleSources}${file}`));

  /** A module with all that it imports, and what it fetches late without words of its own. */
  function sourcesOf(module: string, found: Set<string> = new Set()): ReadonlySet<string> {
    const file = fileOf(module);
    if (file === undefined || found.has(file)) return found;
    found.add(file);
    const text = readFileSync(`${consoleSources}${file}`, 'utf8');
    for (const [, path = ''] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)\.js';/gm))
      sourcesOf(posix.join(dirname(file), path), found);
    if (file !== 'app/router.tsx')
      for (const part of latePartsOf(file)) if (part.catalogues.length === 0) sourcesOf(part.module, found);
    return found;
  }

  const first = sourcesOf('main');
  const everywhere = ['app', 'kit'];
  /** The catalogues whose ids stand in these files. */
  const usedBy = (files: Iterable<string>): readonly string[] =>
    [
      ...new Set(
        [...files].flatMap((file) =>
          [
            ...readFileSync(`${consoleSources}${file}`, 'utf8').matchAll(/['`]([a-zA-Z-]+)\.[a-zA-Z$]/g),
          ].flatMap(([, start = '']) => catalogueOf.get(start) ?? []),
        ),
      ),
    ]
      .filter((catalogue) => !everywhere.includes(catalogue))
      .sort();

  test('what everybody fetches uses the words of every page alone', () => {
    expect(first.size).toBeGreaterThan(40);
    expect([...first].map((file) => [file, usedBy([file])]).filter(([, used]) => used!.length > 0)).toEqual(
      [],
    );
  });

  test.each([...first].flatMap((file) => latePartsOf(file)).map((part) => [part.module, part] as const))(
    '%s: exactly its own',
    (module, { catalogues }) => {
      expect([...catalogues]).toEqual(usedBy([...sourcesOf(module)].filter((file) => !first.has(file))));
    },
  );
});
