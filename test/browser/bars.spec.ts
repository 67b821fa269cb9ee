import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  around,
  chunks,
  firstVisit,
  latePartsOf,
  screens as built,
  type LatePart,
} from '../architecture/console-build.js';
import { isTodays } from '#testing';
import { axeFaults } from './axe.js';
import { fetchedBy, picture } from './browser.js';
import { englishOn, isEnglish } from './french.js';
import { covered, narrowTargets, unseenFocus } from './looks.js';
import {
  axeAt,
  besidesNobody,
  languages,
  screensOf,
  shown,
  sideways,
  widths,
  type Screen,
} from './screens.js';
import { play, setStage } from './stage.js';

const stage = setStage();
const screens = screensOf(stage);

/** Other looks than light: one picture of each, its contrast measured. */
const looks = [
  ['en', 'dark', { colorScheme: 'dark' }],
  ['fr', 'forced', { forcedColors: 'active' }],
  ['en', 'contrast', { colorScheme: 'light', contrast: 'more' }],
  ['fr', 'dark-contrast', { forcedColors: 'none', colorScheme: 'dark', contrast: 'more' }],
] as const;

/** A screen in one language: CI plays each in one language by the day, with one other look; a nightly run all. */
const played = languages.flatMap((language) =>
  screens.flatMap((screen, first) => {
    const also = looks.filter(([one], place) => one === language && isTodays(first + place, looks.length));
    return also.length === 0 ? [] : [{ name: screen.name, language, screen, also }];
  }),
);

const partsOf = ({ modules, who, path }: Screen): readonly LatePart[] => [
  ...[...built, ...modules.flatMap((module) => latePartsOf(`screens/${module}.tsx`))].filter(({ module }) =>
    modules.includes(module.replace('screens/', '')),
  ),
  ...around.filter(
    ({ module }) => who === undefined && path() === '/' && module === 'screens/sign-in/sign-in',
  ),
];

const fetchedScripts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname.slice(1))
      .filter((path) => path.endsWith('.js')),
  );

test('every screen of the router is looked at', () => {
  const looked = new Set(screens.flatMap(({ modules }) => modules));
  expect(
    built.map(({ module }) => module.replace('screens/', '')).filter((module) => !looked.has(module)),
  ).toEqual([]);
});

test('English is known, also with something filled in', () => {
  expect(['Sign out', 'Off-board North Shore?', 'Fermer la session', 'Masquer'].map(isEnglish)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('every screen', () => {
  play.each(played)(
    '$name, $language: what is fetched at first, sound at three widths and in other looks, by Tab and in large letters',
    async ({ name, language, screen, also }) => {
      const { who, path } = screen;
      const file = `bars-${name.replaceAll(' ', '-')}-${language}`;
      const { page, context, faults } = await stage.open(who, { language });
      await page.goto(path());
      await shown(page);
      const counted = [...firstVisit(partsOf(screen), language)].map((chunk) => chunks[chunk]!.file);
      // Some come after the page is drawn; what never comes, the comparison says.
      await fetchedBy(
        page,
        counted.map((path) => `/${path}`),
      ).catch(() => undefined);
      expect([...(await fetchedScripts(page))].sort()).toEqual([...new Set(counted)].sort());
      const found: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        if (axeAt(language, width))
          found.push(...(await axeFaults(page)).map((fault) => `axe, ${width}: ${fault}`));
        if ((await sideways(page)) > 0) found.push(`${width}: scrolls sideways by ${await sideways(page)}`);
        found.push(...(await narrowTargets(page, 24)).map((fault) => `target, ${width}: ${fault}`));
      }
      found.push(...(await covered(page)).map((fault) => `cut off at 320: ${fault}`));
      await picture(page, `${file}-320`);
      await page.setViewportSize({ width: 1366, height: 900 });
      await picture(page, `${file}-1366`);
      for (const [, look, media] of also) {
        await page.emulateMedia(media);
        found.push(
          ...(await axeFaults(page, ['color-contrast', 'link-in-text-block'])).map(
            (fault) => `axe, ${look}: ${fault}`,
          ),
        );
        await picture(page, `${file}-${look}`);
      }
      if (language === 'fr') {
        await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' });
        found.push(...(await englishOn(page)).map((text) => `English: ${text}`));
        const { stops, faults: unseen } = await unseenFocus(page);
        expect(stops).toBeGreaterThan(who === undefined ? 0 : 4);
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        found.push(...unseen, ...(await covered(page)).map((fault) => `cut off in large letters: ${fault}`));
        if ((await sideways(page)) > 0)
          found.push(`large letters: scrolls sideways by ${await sideways(page)}`);
      }
      expect([...found, ...besidesNobody(faults, who)]).toEqual([]);
      await context.close();
    },
  );
});
