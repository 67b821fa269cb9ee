import { beforeAll, expect } from '@jest/globals';
import { runScheduledJobs } from '#database/jobs';
import { demoShape, outcomeRecords, seededRandom } from '#statistics';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { looksOfToday } from './screens.js';
import { play, setStage } from './stage.js';

const stage = setStage();
let year: number;

/** Plants three past years of one table and lets the clock cut them. */
beforeAll(async () => {
  const world = stage.world();
  const rows = [...outcomeRecords(demoShape(2026), seededRandom(11))];
  await world.database.plant(
    `insert into stats.sealed_record (year, month, table_id, region, status, type, age_band, sex, originating_sector, conclusion_group, conclusion_reason)
    select r.year, make_date(r.year, r.month, 1), $2, 'East', r.status, r.type, r."ageBand", r.sex, r."originatingSector", r."conclusionGroup", r."conclusionReason"
    from jsonb_to_recordset($1) as r(year int, month int, status text, type text, "ageBand" text, sex text, "originatingSector" text, "conclusionGroup" text, "conclusionReason" text)`,
    [JSON.stringify(rows), world.tables.harbour],
  );
  year = Math.max(...rows.map((row) => row.year));
  await world.ahead('440 days');
  await runScheduledJobs(world.data);
});

const words = {
  en: {
    figures: /How it ended/,
    exports: 'Exports',
    age: 'Age group',
    columns: 'Columns',
    why: 'Why are figures hidden?',
  },
  fr: {
    figures: /Issue/,
    exports: 'Exportations',
    age: 'Groupe d’âge',
    columns: 'Colonnes',
    why: 'Pourquoi des chiffres sont-ils masqués?',
  },
} as const;

for (const [language, width] of looksOfToday) {
  play(`an auditor reads figures in which what is hidden says so (${language}, ${width})`, async () => {
    const { page, context, faults } = await stage.open('auditor', { language, width });
    const word = words[language];
    await page.goto('/statistics');
    await page.getByRole('table', { name: word.figures }).waitFor();
    await page.getByRole('heading', { name: word.why }).waitFor();
    await expectSound(page);
    await picture(page, `statistics-${language}-${width}`);
    await page.goto(`/statistics?year=${year}&by=ageBand&and=sex`);
    await page.getByRole('table', { name: new RegExp(`${word.age} ×`) }).waitFor();
    const cells = await page.getByRole('cell').allInnerTexts();
    expect(cells.length).toBeGreaterThan(20);
    for (const cell of cells) expect(cell).toMatch(/^\s*(x\s+(hidden|masqué)[\s\S]*|[1-9][\d\s,]+)$/);
    expect(cells.some((cell) => cell.includes('x'))).toBe(true);
    await expectSound(page);
    await picture(page, `statistics-cross-${language}-${width}`);
    await page.goto('/statistics?view=exports');
    await page.getByRole('tabpanel').getByRole('heading').first().waitFor();
    await expectSound(page);
    expect(faults).toEqual([]);
    await context.close();
  });
}

play(
  'a file leaves only after a second person, is looked at before it is saved, and is the one that was approved',
  async () => {
    const first = await stage.open('auditor');
    await first.page.goto('/statistics?view=exports');
    await first.page.getByRole('combobox', { name: 'Year' }).waitFor();
    await first.page.getByRole('combobox', { name: 'Year' }).selectOption(String(year));
    await first.page.getByRole('button', { name: 'Ask for the file' }).focus();
    await first.page.keyboard.press('Enter');
    await first.page.getByText('Waits for approval').waitFor();
    expect(await first.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);

    const second = await stage.open('secondAuditor');
    await second.page.goto('/statistics?view=exports');
    await second.page.getByRole('button', { name: 'Approve' }).focus();
    await second.page.keyboard.press('Enter');
    await second.page.getByText('Approved', { exact: true }).waitFor({ timeout: 15_000 });

    await first.page.reload();
    await first.page.getByRole('button', { name: /Look at it/ }).focus();
    await first.page.keyboard.press('Enter');
    await first.page.getByRole('button', { name: 'Fetch the file' }).focus();
    await first.page.keyboard.press('Enter');
    await first.page.getByText('is the one that was approved').waitFor();
    expect(
      await first.page
        .getByRole('table', { name: /first 5 records/ })
        .getByRole('row')
        .nth(1)
        .getByRole('rowheader')
        .innerText(),
    ).toBe(String(year));
    await expectSound(first.page);
    await picture(first.page, 'statistics-file');
    const saved = first.page.waitForEvent('download');
    await first.page.getByRole('button', { name: 'Save it on this computer' }).focus();
    await first.page.keyboard.press('Enter');
    expect((await saved).suggestedFilename()).toBe(`situation-tables-${year}.csv`);
    const [asked] = body<{ rows: { approvedAs: string }[] }>(
      await stage.world().actors.auditor.get('/statistics/exports'),
    ).rows;
    expect(asked?.approvedAs).toBe('auditor');

    // The auditor finds it in the records as their own, and the other's as an auditor's; nobody is named there.
    await first.page.getByRole('link', { name: 'Administration' }).click();
    const events = first.page.getByRole('table', { name: 'What administration did' });
    await events.getByRole('row', { name: /You.*Export.*file fetched/ }).waitFor();
    await events.getByRole('row', { name: /Auditor.*Export: approve/ }).waitFor();
    expect(await first.page.locator('main').innerText()).not.toContain('secondAuditor');
    await expectSound(first.page);
    await picture(first.page, 'records');
    expect([...first.faults, ...second.faults]).toEqual([]);
  },
);

play('a representative reads the own table alone, and is offered no file', async () => {
  const { page, faults } = await stage.open('school', { language: 'fr' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/statistics');
  await page.getByRole('table', { name: /Issue/ }).waitFor();
  expect(await page.getByRole('tab').count()).toBe(0);
  await page.getByRole('combobox', { name: 'Comparer avec' }).selectOption(String(year - 1));
  await page.getByRole('columnheader', { name: `Discussions, ${year - 1}` }).waitFor();
  await expectSound(page);
  await picture(page, 'statistics-own-fr');
  expect(asked.some((url) => /\/api\/.*(across-tables|exports)/.test(url))).toBe(false);
  expect(faults).toEqual([]);
});
