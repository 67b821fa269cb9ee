import { readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  around,
  chunks,
  chunksOf,
  consoleBuilt,
  everyVisit,
  firstVisit,
  latePartsOf,
  screens,
} from './console-build.js';

const gzipped = (file: string): number => statSync(new URL(`${file}.gz`, consoleBuilt)).size;
const scripts = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipped(chunks[name]!.file), 0);
const styles = (names: Iterable<string>): number =>
  [...new Set([...names].flatMap((name) => chunks[name]!.css ?? []))].reduce(
    (sum, file) => sum + gzipped(file),
    0,
  );

const door = around.find(({ module }) => module === 'screens/sign-in/sign-in')!;

/** Bytes over the wire, gzip; `kB` is a thousand. */
describe.each(['en', 'fr'] as const)(
  'what a browser fetches that comes for the first time (%s)',
  (language) => {
    test('every screen and all of its words are counted', () => {
      expect(screens.length).toBeGreaterThan(20);
      const missing = [...screens, door]
        .flatMap((part) => [...firstVisit([part], language)])
        .filter((name) => chunks[name] === undefined);
      expect([...new Set(missing)]).toEqual([]);
    });

    test.each(screens.map((screen) => [screen.module, screen] as const))(
      '%s: at most 220 kB of script and 15 kB of styles, also through the door and with all that opens in it',
      (module, screen) => {
        const all = firstVisit([screen, door, ...latePartsOf(`${module}.tsx`)], language);
        expect(scripts(all)).toBeLessThanOrEqual(220_000);
        expect(styles(all)).toBeLessThanOrEqual(15_000);
      },
    );

    test('from one screen to another: at most 60 kB more of script', () => {
      const there = everyVisit(language);
      const more = screens.map(
        (screen) =>
          [
            screen.module,
            scripts([...chunksOf(screen, language)].filter((name) => !there.has(name))),
          ] as const,
      );
      expect(more.filter(([, bytes]) => bytes > 60_000)).toEqual([]);
    });
  },
);

test('fonts: at most 60 kB', () => {
  const fonts = readdirSync(new URL('assets/', consoleBuilt)).filter((file) => file.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(
    fonts.reduce((sum, file) => sum + statSync(new URL(`assets/${file}`, consoleBuilt)).size, 0),
  ).toBeLessThanOrEqual(60_000);
});
