import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isTodays } from '#testing';
import { axeFaults } from './axe.js';
import { counted, openBrowser, openPage, type Watched } from './browser.js';
import { covered, narrowTargets, unseenFocus } from './looks.js';
import { play, setStage } from './stage.js';

const stage = setStage();

const title = { en: 'The kit', fr: 'La trousse' } as const;
const looks = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  highContrast: { colorScheme: 'light', contrast: 'more' },
  highContrastDark: { colorScheme: 'dark', contrast: 'more' },
  forcedColours: { colorScheme: 'light', forcedColors: 'active' },
} as const;
type Look = keyof typeof looks;
const widths = [1366, 820, 320] as const;
/** The last two are rarer: looked at in French, which is longer, at one width. */
const everywhere = ['light', 'dark', 'highContrast'] as const;
const looksOf = (language: string, width: number): readonly Look[] =>
  language === 'fr' && width === 820 ? (Object.keys(looks) as Look[]) : everywhere;

/** CI looks at one of four by the day, a nightly run at all. */
const looked = (['en', 'fr'] as const)
  .flatMap((language) =>
    widths.flatMap((width) => looksOf(language, width).map((look) => ({ language, width, look }))),
  )
  .filter((_, place) => isTodays(place, 4));

/** Each opened by its button, told by what it then shows, and closed by Escape. */
const overlays = {
  en: [
    ['Open a dialog', 'dialog', 'Pair the projector'],
    ['Ask first', 'alertdialog', 'Reject 2026-144?'],
    ['Open a sheet', 'dialog', 'Who saw this'],
    ['Show the keys', 'dialog', 'Keys'],
    ['Export', 'menu', 'Export'],
  ],
  fr: [
    ['Ouvrir une boîte de dialogue', 'dialog', 'Jumeler le projecteur'],
    ['Demander d’abord', 'alertdialog', 'Rejeter 2026-144?'],
    ['Ouvrir un volet', 'dialog', 'Qui a vu ceci'],
    ['Afficher les touches', 'dialog', 'Touches'],
    ['Exporter', 'menu', 'Exporter'],
  ],
} as const;

async function openKit(language: 'en' | 'fr', width: number, look: Look): Promise<Watched> {
  const watched = await stage.open(undefined, { language, width });
  await watched.page.emulateMedia({ reducedMotion: 'reduce', ...looks[look] });
  await watched.page.goto('/kit');
  await watched.page.getByRole('heading', { level: 1, name: title[language] }).waitFor();
  return watched;
}

/** A session is asked for everywhere; here there is none, and the browser says so. */
function besides401(faults: readonly string[]): readonly string[] {
  return faults.filter((fault) => !fault.includes('401 (Unauthorized)'));
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** What is true of every state at every width, in both languages, under every look. */
async function expectSound(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
}

describe.each(['en', 'fr'] as const)('the kit in %s', (language) => {
  describe.each(widths)('%i pixels wide', (width) => {
    const looksHere = looked.filter((one) => one.language === language && one.width === width);
    for (const { look } of looksHere) {
      play(`has no fault in ${look}, closed and open`, async () => {
        const { page, context, faults } = await openKit(language, width, look);
        expect(await counted(page.locator('[data-piece]'), 16)).toBeGreaterThan(15);
        await expectSound(page);
        for (const [button, role, name] of overlays[language]) {
          const opener = page.getByRole('button', { name: button });
          await opener.click();
          const open = page.getByRole(role, { name });
          await open.waitFor();
          await expectSound(page);
          expect(await open.evaluate((element) => element.contains(document.activeElement))).toBe(true);
          await page.keyboard.press('Escape');
          await open.waitFor({ state: 'detached' });
          await page.waitForFunction(
            (element) => element === document.activeElement,
            await opener.elementHandle(),
          );
        }
        await page
          .getByRole('button', { name: language === 'en' ? 'Cover the screen' : 'Masquer l’écran' })
          .click();
        await page
          .getByRole('heading', { name: language === 'en' ? 'Screen covered' : 'Écran masqué' })
          .waitFor();
        await expectSound(page);
        await page
          .getByRole('button', {
            name: language === 'en' ? 'Show the screen again' : 'Afficher de nouveau l’écran',
          })
          .click();
        await page
          .getByRole('searchbox')
          .first()
          .pressSequentially(language === 'en' ? 'runa' : 'fugu');
        expect(
          await page
            .getByRole('listbox', { name: language === 'en' ? 'Results' : 'Résultats' })
            .getByRole('option')
            .count(),
        ).toBe(2);
        await expectSound(page);
        expect(besides401(faults)).toEqual([]);
        await context.close();
      });
    }

    play('loses nothing with wide spacing', async () => {
      const { page, context } = await openKit(language, width, 'light');
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('body *')) {
          element.style.setProperty('line-height', '1.5', 'important');
          element.style.setProperty('letter-spacing', '0.12em', 'important');
          element.style.setProperty('word-spacing', '0.16em', 'important');
        }
      });
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      expect(await covered(page)).toEqual([]);
      await context.close();
    });
  });
});

play('loses nothing with letters of twice the size', async () => {
  const large = await openBrowser('--blink-settings=defaultFontSize=32');
  for (const width of [1366, 820, 640]) {
    const { page, context } = await openPage(large, { origin: stage.origin(), language: 'fr', width });
    await page.goto('/kit');
    await page.getByRole('heading', { level: 1, name: title.fr }).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('32px');
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await covered(page)).toEqual([]);
    await context.close();
  }
  await large.close();
});

for (const look of ['light', 'dark', 'highContrast', 'highContrastDark'] as const) {
  play(`focus is seen at every stop of the keyboard in ${look}`, async () => {
    const { page, context } = await openKit('fr', 1366, look);
    const { stops, faults } = await unseenFocus(page);
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThan(50);
    await context.close();
  });
}

play('targets are 24 pixels, and 40 in a meeting', async () => {
  const { page, context } = await openKit('fr', 320, 'light');
  expect(await narrowTargets(page, 24)).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.dataset['mode'] = 'meeting';
  });
  expect(await narrowTargets(page, 40)).toEqual([]);
  await context.close();
});
