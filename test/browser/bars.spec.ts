import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openMeeting, takeTo } from '../world/situation.js';
import type { Name } from '../world/world.js';
import { axeFaults } from './axe.js';
import { picture } from './browser.js';
import { covered, narrowTargets, unseenFocus } from './looks.js';
import { play, setStage } from './stage.js';

const stage = setStage();
const languages = ['en', 'fr'] as const;
const widths = [1366, 820, 320] as const;
const places: Record<'situation' | 'planned' | 'meeting' | 'minutes', string> = { situation: '', planned: '', meeting: '', minutes: '' };

beforeAll(async () => {
  const world = stage.world();
  places.situation = (await takeTo(world, 'intervention')).id;
  places.planned = (await takeTo(world, 'limited')).id;
  await takeTo(world, 'concluded');
  await takeTo(world, 'deidentified');
  places.minutes = (await world.database.plant<{ id: string }>(`insert into app.meeting (table_id, kind, scheduled_for, opened_at, closed_at)
    select $1, 'regular', at, at, at + interval '1 hour' from (select sec.domain_now() - interval '7 days') ago (at) returning id`, [world.tables.harbour]))[0]!.id;
  places.meeting = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
});

interface Screen {
  readonly name: string;
  readonly who: Name | undefined;
  readonly path: () => string;
}
const at = (name: string, who: Name | undefined, path: string | (() => string)): Screen => ({ name, who, path: typeof path === 'string' ? () => path : path });

/** Every screen of the console, with somebody whose work it is. */
const screens: readonly Screen[] = [
  at('door', undefined, '/'), at('joining', undefined, '/join'), at('set-up', undefined, '/set-up'),
  at('agency', 'childServices', '/agency'), at('log', 'health', '/situations/new'), at('situations', 'school', '/situations'),
  at('situation', 'childServices', () => `/situations/${places.situation}`), at('situation of the chair', 'deputy', () => `/situations/${places.planned}`),
  at('identifiers', 'police', () => `/situations/${places.situation}/identifiers`), at('conclude', 'deputy', () => `/situations/${places.situation}/conclude`),
  at('meetings', 'chair', '/meetings'), at('meeting', 'deputy', () => `/meetings/${places.meeting}`), at('minutes', 'chair', () => `/meetings/${places.minutes}/minutes`),
  at('projector', undefined, '/projector'), at('statistics', 'auditor', '/statistics'), at('privacy', 'policeOfficer', '/privacy'),
  at('administration', 'administrator', '/administration'), at('tables', 'administrator', '/administration/tables'), at('agencies', 'administrator', '/administration/agencies'),
  at('people', 'administrator', '/administration/people'), at('seats', 'chair', '/administration/seats'), at('health', 'administrator', '/administration/health'),
  at('profile', 'housing', '/profile'), at('help', 'health', '/help'), at('help page', 'health', '/help/meeting'), at('first meeting', 'health', '/help/first-meeting'),
];

/** An empty page has no fault: there is a heading, and nothing is still on its way. */
async function shown(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null && document.body.innerText.length > 60);
}

const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const folder = new URL('../../apps/console/src/words/', import.meta.url);
function wordsOf(language: 'en' | 'fr'): readonly string[] {
  return readdirSync(folder).filter((file) => file.endsWith(`.${language}.json`)).flatMap((file) => Object.values(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>));
}
const french = new Set(wordsOf('fr'));
/** What only English says; the names of the two languages stand in themselves. */
const english = new Set(wordsOf('en').filter((words) => !words.includes('{') && !french.has(words) && words !== 'English'));

/** Lines and names on the page that are an English message of the catalogue, but for what says of itself that it is English. */
async function englishOn(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('[lang="en"]')) continue;
      if (node instanceof Element) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(node.getAttribute(name) ?? '');
      else found.push(node.textContent ?? '');
    }
    return found.map((text) => text.trim());
  });
  return [...new Set(said)].filter((text) => english.has(text));
}

/** The door asks who comes in, and a wall what it shows; the browser itself notes that nobody does (401), and nothing (404). */
const besidesNobody = (faults: readonly string[], who: Name | undefined): readonly string[] => (who === undefined ? faults.filter((fault) => !/ 40[14] \(/.test(fault)) : faults);

describe.each(languages)('every screen, %s', (language) => {
  play.each(screens.map((screen) => [screen.name, screen] as const))('%s: sound at 1366, 820 and 320 pixels', async (name, { who, path }) => {
    const { page, context, faults } = await stage.open(who, { language });
    await page.goto(path());
    await shown(page);
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await axeFaults(page)).map((fault) => `axe, ${width}: ${fault}`));
      if (await sideways(page) > 0) found.push(`${width}: scrolls sideways by ${await sideways(page)}`);
      found.push(...(await narrowTargets(page, 24)).map((fault) => `target, ${width}: ${fault}`));
    }
    found.push(...(await covered(page)).map((fault) => `cut off at 320: ${fault}`));
    await picture(page, `bars-${name.replaceAll(' ', '-')}-${language}-320`);
    await page.setViewportSize({ width: 1366, height: 900 });
    await picture(page, `bars-${name.replaceAll(' ', '-')}-${language}-1366`);
    if (language === 'fr') found.push(...(await englishOn(page)).map((text) => `English: ${text}`));
    expect([...found, ...besidesNobody(faults, who)]).toEqual([]);
    await context.close();
  });
});

describe.each(languages)('what opens over a screen, %s', (language) => {
  const names = { en: { account: 'health', keys: 'Keys', palette: 'Go to' }, fr: { account: 'health', keys: 'Touches', palette: 'Aller à' } }[language];
  play.each(widths)('menu, palette and keys at %d pixels', async (width) => {
    const { page, context, faults } = await stage.open('health', { language, width });
    await page.goto('/agency');
    await shown(page);
    await page.getByRole('button', { name: names.account, exact: true }).click();
    await page.getByRole('menu').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('menuitem', { name: names.keys }).click();
    await page.getByRole('dialog', { name: names.keys }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: names.palette }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    if (language === 'fr') expect(await englishOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

play.each(screens.map((screen) => [screen.name, screen] as const))('%s: by Tab alone each stop is seen, and letters of twice the size lose nothing', async (_name, { who, path }) => {
  const { page, context, faults } = await stage.open(who, { language: 'fr' });
  await page.goto(path());
  await shown(page);
  const { stops, faults: unseen } = await unseenFocus(page);
  expect(stops).toBeGreaterThan(who === undefined ? 0 : 4);
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  expect([...unseen, ...await covered(page), ...(await sideways(page) > 0 ? [`scrolls sideways by ${await sideways(page)}`] : []), ...besidesNobody(faults, who)]).toEqual([]);
  await context.close();
});
