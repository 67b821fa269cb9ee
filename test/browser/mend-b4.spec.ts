import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { body } from '../world/world.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/*
 * A list that a screen reads in part is whole, or says that it goes on. Found: the 51st agency by name could
 * not be placed at a table, invited for or offered a seat, and stood as "…" where it has one; the 51st
 * situation was not found by its number; of the coming meetings there were eight.
 */
const stage = setStage();
const many = 55;

/** So many agencies whose names come before all others, so that the last of them fill the first page. */
async function plantAgencies(from: number, to: number): Promise<void> {
  await stage
    .world()
    .database.plant(
      `insert into sec.agency (name, sector) select 'Aa ' || lpad(n::text, 4, '0'), 'health' from generate_series($1::int, $2::int) n`,
      [from, to],
    );
}
async function offered(page: Page, label: string): Promise<string[]> {
  return page.getByRole('combobox', { name: label }).locator('option').allTextContents();
}

play('the agency with the last name can be placed, and is named where it sits', async () => {
  const { administrator } = stage.world().actors;
  await plantAgencies(1, many);
  body(await administrator.post('/agencies', { name: 'Zz Last of all', sector: 'health' }));
  const { page, faults } = await stage.open('administrator');
  await page.goto('/administration/tables');
  await page.getByRole('button', { name: 'Settings: Table harbour' }).click();
  await page
    .getByRole('combobox', { name: 'Place an agency' })
    .locator('option', { hasText: 'Zz Last of all' })
    .waitFor({ state: 'attached' });
  await page.goto('/administration/seats');
  await page.locator('td', { hasText: 'Agency valleyPolice' }).first().waitFor();
  expect(await page.locator('td', { hasText: /(?:^|· )…/ }).count()).toBe(0);
  await expectSound(page);
  expect(faults).toEqual([]);
});

play('however many there are, each is there to be chosen', async () => {
  const { page } = await stage.open('administrator');
  let planted = many;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (more) => {
      await plantAgencies(planted + 1, planted + more);
      planted += more;
      await page.goto('/administration/people');
      const last = `Aa ${String(planted).padStart(4, '0')}`;
      await page
        .locator('option', { hasText: 'Zz Last of all' })
        .first()
        .waitFor({ state: 'attached', timeout: 20_000 });
      const names = await offered(page, 'Agency');
      expect(names).toContain(last);
      expect(names.filter((name) => name.startsWith('Aa ')).length).toBe(planted);
    }),
    { numRuns: 3 },
  );
});

play('the palette finds the oldest of many open situations', async () => {
  const { database, tables } = stage.world();
  await database.plant(
    `insert into app.situation (table_id, id, year, sequence, stage, opened_month)
       select $1, gen_random_uuid(), 2020, n, 'deidentified', date '2020-01-01' from generate_series(1, ${many}) n`,
    [tables.harbour],
  );
  await database.plant(
    `insert into app.situation_origin (table_id, situation_id, agency_id)
       select s.table_id, s.id, $2 from app.situation s where s.table_id = $1 and s.year = 2020`,
    [tables.harbour, stage.world().agency.police],
  );
  await database.plant(
    `insert into app.workflow (table_id, situation_id, brought_at)
       select s.table_id, s.id, clock_timestamp() from app.situation s where s.table_id = $1 and s.year = 2020`,
    [tables.harbour],
  );
  const { page, faults } = await stage.open('school');
  await page.goto('/help');
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Go to' }).waitFor();
  await page.getByRole('searchbox').fill('2020-001');
  await page.getByRole('option', { name: 'Situation 2020-001' }).waitFor({ timeout: 20_000 });
  expect(faults).toEqual([]);
});

play('of the coming meetings there are more by a press', async () => {
  const { deputy } = stage.world().actors;
  const { headers } = await deputy.get('/meetings/rule');
  body(
    await deputy.put(
      '/meetings/rule',
      { days: [1, 2, 3, 4, 5], everyWeeks: 1, time: '09:30' },
      { ifMatch: String(headers['etag']) },
    ),
  );
  const { page, faults } = await stage.open('deputy');
  await page.goto('/meetings');
  const rows = page.getByRole('table', { name: /Coming|coming/ }).locator('tbody tr');
  await rows.first().waitFor();
  const first = await rows.count();
  await page.getByRole('button', { name: 'Show more' }).first().click();
  await rows.nth(first).waitFor();
  await expectSound(page);
  expect(faults).toEqual([]);
});
