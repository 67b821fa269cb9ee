import { beforeAll, describe, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { isTodays } from '#testing';
import { openMeeting, takeTo } from '../world/situation.js';
import { body, type Name } from '../world/world.js';
import { axeFaults } from './axe.js';
import { picture } from './browser.js';
import { englishOn } from './french.js';
import { axeAt, languages, shown, sideways, widths } from './screens.js';
import { play, setStage } from './stage.js';

const stage = setStage();
let meeting = '';

beforeAll(async () => {
  const world = stage.world();
  const { actors } = world;
  const concluded = await takeTo(world, 'concluded');
  const [review] = await world.database.plant<{ day: string }>(
    `select to_char(sec.domain_now() + interval '90 days', 'YYYY-MM-DD') as day`,
  );
  body(
    await actors.policeOfficer.post('/privacy/holds', {
      situation: concluded.id,
      reason: 'complaint',
      reviewOn: review!.day,
    }),
  );
  const [later] = await world.database.plant<{ at: Date }>(
    `select sec.domain_now() + interval '7 days' as at`,
  );
  body(
    await actors.coordinator.post('/meetings', { kind: 'regular', scheduledFor: later!.at.toISOString() }),
  );
  meeting = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
});

type Opening = readonly [
  name: string,
  open: (page: Page) => Promise<unknown>,
  shows: (page: Page) => Locator,
];
const press =
  (name: RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name }).first().click();
const key =
  (keys: string) =>
  (page: Page): Promise<void> =>
    page.keyboard.press(keys);
const dialog =
  (name: RegExp) =>
  (page: Page): Locator =>
    page.getByRole('dialog', { name });
const question = (page: Page): Locator => page.getByRole('alertdialog');
const menu = (page: Page): Locator => page.getByRole('menu');

/** What opens over each screen, and how; Escape closes it and gives the focus back. */
const screens: readonly (readonly [
  screen: string,
  who: Name,
  path: () => string,
  openings: readonly Opening[],
])[] = [
  [
    'every screen',
    'health',
    () => '/agency',
    [
      ['menu', press(/^health$/), menu],
      ['palette', key('Control+k'), dialog(/^(Go to|Aller à)$/)],
      ['keys', key('?'), dialog(/^(Keys|Touches)$/)],
    ],
  ],
  [
    'meetings',
    'coordinator',
    () => '/meetings',
    [
      ['convene', press(/^(Convene a meeting|Convoquer une rencontre)$/), dialog(/Convene|Convoquer/)],
      ['move', press(/^(Move|Déplacer)$/), dialog(/Move|Déplacer/)],
      ['call off', press(/^(Call off|Annuler la rencontre)$/), question],
    ],
  ],
  [
    'meeting',
    'deputy',
    () => `/meetings/${meeting}`,
    [
      ['attendance', key('t'), dialog(/Who is here|Qui est présent/)],
      ['projector', key('p'), dialog(/Projector|Projecteur/)],
      ['keys', key('?'), dialog(/Keys|Touches/)],
      ['close', press(/^(Close the meeting|Clore la rencontre)$/), question],
    ],
  ],
  [
    'agencies',
    'administrator',
    () => '/administration/agencies',
    [['off-board', press(/^(Off-board|Retirer l’organisme)/), question]],
  ],
  [
    'tables',
    'administrator',
    () => '/administration/tables',
    [
      [
        'leaves',
        async (page) => {
          await press(/^(Settings|Réglages)/)(page);
          await press(/^(Leaves|Retirer)/)(page);
        },
        question,
      ],
    ],
  ],
  [
    'people',
    'administrator',
    () => '/administration/people',
    [
      ['acts', press(/^(Actions for|Actions pour) (?!administrator)/), menu],
      [
        'reset',
        async (page) => {
          await press(/^(Actions for|Actions pour) (?!administrator)/)(page);
          await page.getByRole('menuitem').first().click();
        },
        question,
      ],
    ],
  ],
  [
    'seats',
    'coordinator',
    () => '/administration/seats',
    [
      ['end', press(/^(End|Mettre fin)/), question],
      [
        'proof',
        async (page) => {
          // Longer ago than a proof counts for who is at a meeting.
          await stage
            .world()
            .database.plant(`update sec.session set stepped_up_at = stepped_up_at - interval '5 hours'`);
          await press(/^(End|Mettre fin)/)(page);
          await question(page)
            .getByRole('button', { name: /^(End the seat|Mettre fin au siège)$/ })
            .click();
        },
        dialog(/^(Confirm that it is you|Confirmez votre identité)$/),
      ],
    ],
  ],
  [
    'keeping',
    'policeOfficer',
    () => '/privacy?view=keeping',
    [['lift', press(/^(Lift the hold|Lever la mise)/), question]],
  ],
];

describe.each(languages)('what opens over a screen, %s', (language) => {
  const later = languages.indexOf(language);
  // CI plays each screen in one language by the day, a nightly run in both.
  const played = screens.filter((_, place) => isTodays(place + later, languages.length));
  play.each(played)('%s: sound at three widths, closed by Escape', async (screen, who, path, openings) => {
    const { page, context, faults } = await stage.open(who, { language });
    await page.goto(path());
    await shown(page);
    const found: string[] = [];
    for (const [name, open, shows] of openings) {
      await open(page);
      const over = shows(page);
      await over.waitFor();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        if (axeAt(language, width))
          found.push(...(await axeFaults(page)).map((fault) => `${name}, axe, ${width}: ${fault}`));
        if ((await sideways(page)) > 0)
          found.push(`${name}, ${width}: scrolls sideways by ${await sideways(page)}`);
        if (width !== 820)
          await picture(page, `overlay-${screen}-${name}-${language}-${width}`.replaceAll(' ', '-'));
      }
      // Two buttons of one name, such as « Annuler » beside « Annuler », ask for a guess.
      const names = await over.getByRole('button').allInnerTexts();
      found.push(
        ...names
          .filter((text, place) => text !== '' && names.indexOf(text) !== place)
          .map((text) => `${name}: two buttons are called ${text}`),
      );
      if (language === 'fr')
        found.push(...(await englishOn(page)).map((text) => `${name}, English: ${text}`));
      if (!(await over.evaluate((element) => element.contains(document.activeElement))))
        found.push(`${name}: the focus is elsewhere`);
      await page.setViewportSize({ width: 1366, height: 900 });
      await page.keyboard.press('Escape');
      await over.waitFor({ state: 'detached' });
    }
    // What asks for the proof is a refusal, and the browser says so.
    expect([
      ...found,
      ...faults.filter((fault) => !(screen === 'seats' && fault.includes('403 (Forbidden)'))),
    ]).toEqual([]);
    await context.close();
  });
});
