import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { runScheduledJobs } from '#database/jobs';
import { demoShape, outcomeRecords, seededRandom } from '#statistics';
import { takeTo } from '../world/situation.js';
import { body, type Name } from '../world/world.js';
import { play, setStage } from './stage.js';

/**
 * Takes the help's pictures from the running product, into a folder that git ignores; `npm run help-pictures`
 * puts them where help shows them.
 */
const stage = setStage({ heldSeconds: 'real' });
const folder = fileURLToPath(new URL('../../pictures/help/', import.meta.url));
const size = { width: 1100, height: 688 };
/** Help has to come quickly over a slow line. */
const mostBytes = 40_000;

/** Agencies and people as the demo calls them: all invented. */
const called = {
  police: 'Harbour Police Service',
  school: 'Harbour District School Board',
  health: 'Harbour General Hospital',
  childServices: 'Harbour Child and Family Services',
  housing: 'Harbour Community Housing',
  foodBank: 'Harbour Food Bank',
  city: 'City of Harbour, Social Services',
} as const;
const people: Partial<Record<Name, string>> = {
  police: 'Maya Laurin',
  school: 'Chantal Dubé',
  health: 'Priya Nair',
  childServices: 'Tom Okafor',
  deputy: 'Grace Lim',
  policeOfficer: 'Dora Klein',
  auditor: 'Peter Hale',
  administrator: 'Ada Brandt',
};
const content = {
  type: 'person',
  ageBand: '12-17',
  sex: 'female',
  riskFactors: [
    'missing-school.chronic-absenteeism',
    'suicide.person-current-suicide-risk',
    'drugs.drug-abuse-by-person',
  ],
  studyFlags: ['homelessness'],
  protectiveFactors: [],
  sectors: ['education', 'health'],
  ownMeans: ['called'],
  summary: 'Left home twice; has not been to school for three weeks.',
};
const at: Record<'concluding' | 'answering' | 'meeting', string> = {
  concluding: '',
  answering: '',
  meeting: '',
};

beforeAll(async () => {
  const world = stage.world();
  for (const [agency, name] of Object.entries(called))
    await world.database.plant('update sec.agency set name = $2 where id = $1', [
      world.agency[agency as keyof typeof called],
      name,
    ]);
  for (const [person, name] of Object.entries(people))
    await world.database.plant('update sec.app_user set display_name = $2 where id = $1', [
      world.actors[person as Name].userId,
      name,
    ]);
  const rows = [...outcomeRecords(demoShape(2026), seededRandom(11))];
  await world.database.plant(
    `insert into stats.sealed_record (year, month, table_id, region, status, type, age_band, sex, originating_sector, conclusion_group, conclusion_reason)
    select r.year, make_date(r.year, r.month, 1), $2, 'East', r.status, r.type, r."ageBand", r.sex, r."originatingSector", r."conclusionGroup", r."conclusionReason"
    from jsonb_to_recordset($1) as r(year int, month int, status text, type text, "ageBand" text, sex text, "originatingSector" text, "conclusionGroup" text, "conclusionReason" text)`,
    [JSON.stringify(rows), world.tables.harbour],
  );
  await world.ahead('440 days');
  await runScheduledJobs(world.data);
  at.concluding = (await takeTo(world, 'intervention', content)).id;
  at.answering = (await takeTo(world, 'limited', content)).id;
  await takeTo(world, 'deidentified', content);
  at.meeting =
    body<{ rows: { id: string }[] }>(await world.actors.deputy.get('/meetings?state=open')).rows[0]?.id ?? '';
}, 180_000);

interface Shot {
  readonly page: string;
  readonly who: Name | undefined;
  readonly path: () => string;
  /** Takes the page to what the picture is to show. */
  readonly until: (page: Page) => Promise<void>;
}
const shown =
  (selector: string) =>
  (page: Page): Promise<void> =>
    page.locator(selector).first().waitFor();

const shots: readonly Shot[] = [
  { page: 'sign-in', who: undefined, path: () => '/', until: shown('input[type=password]') },
  {
    page: 'log',
    who: 'police',
    path: () => '/situations/new',
    until: async (page) => {
      await page.getByText(/^12(–| à )17/).click();
      const box = page.getByRole('searchbox');
      await box.fill('suic');
      await box.press('Enter');
      await box.fill('abs');
      await page.getByRole('option').first().waitFor();
      await box.evaluate((element) => {
        scrollTo(0, element.getBoundingClientRect().top + scrollY - 420);
      });
    },
  },
  {
    page: 'meeting',
    who: 'deputy',
    path: () => `/meetings/${at.meeting}`,
    until: async (page) => {
      await page
        .getByRole('button', { name: /^(Begin|Commencer)/ })
        .or(page.getByRole('button', { name: /^(Next|Suivante)/ }))
        .first()
        .waitFor();
      // What the key puts on the projector has arrived before the next language's page puts something there.
      const put = page
        .waitForResponse((answer) => answer.request().method() === 'PUT', { timeout: 5_000 })
        .catch(() => undefined);
      await page.keyboard.press('j');
      await page.getByRole('article').waitFor();
      await put;
    },
  },
  { page: 'answer', who: 'health', path: () => `/situations/${at.answering}`, until: shown('legend') },
  {
    page: 'accept',
    who: 'school',
    path: () => '/agency',
    until: async (page) => {
      await page.locator('.task-line').getByRole('button').first().click();
      await page.locator('.task-report').waitFor();
    },
  },
  {
    page: 'conclude',
    who: 'deputy',
    path: () => `/situations/${at.concluding}/conclude`,
    until: shown('[role=radiogroup]'),
  },
  { page: 'export', who: 'auditor', path: () => '/statistics', until: shown('table') },
  { page: 'privacy', who: 'policeOfficer', path: () => '/privacy', until: shown('main h2') },
  { page: 'administration', who: 'administrator', path: () => '/administration', until: shown('main h2') },
];

play.each(
  shots.flatMap(
    (shot) =>
      [
        [shot.page, 'en', shot],
        [shot.page, 'fr', shot],
      ] as const,
  ),
)('the picture of %s in %s is small and shows the screen', async (name, language, { who, path, until }) => {
  const { page, context, faults } = await stage.open(who, { language, ...size });
  await page.goto(path());
  await page.getByRole('heading', { level: 1 }).waitFor();
  await until(page);
  const devtools = await context.newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 36 });
  const bytes = Buffer.from(data, 'base64');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.${language}.webp`, bytes);
  expect(bytes.length).toBeLessThan(mostBytes);
  expect(bytes.length).toBeGreaterThan(4_000);
  expect(faults).toEqual([]);
  await context.close();
});
