import { expect } from '@jest/globals';
import { plantDue } from '../size/due-rows.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/*
 * The administrator's health page: what should have happened and did not is a red line each, with what to do,
 * in both languages. A parked row is named by its job and its table. Which situation it is, row 3 of the
 * matrix refuses to an administrator: the coordinators of the table are told the number.
 */
const stage = setStage();

const lateness: Readonly<Record<string, string>> = {
  seal: `update sec.situation_table set created_at = sec.domain_now() - interval '1 day'; update app.sealing set next_at = sec.domain_now() - interval '2 hours'`,
  digest: `update sec.digest set next_at = sec.domain_now() - interval '2 hours'`,
  backup: `delete from sec.backup_run where kind = 'data'; insert into sec.backup_run (kind, rows, keys, bytes, taken_at) values ('data', 0, 0, 0, clock_timestamp() - interval '38 hours')`,
  keyDump: `insert into sec.backup_run (kind, rows, keys, bytes, taken_at) values ('keys', 0, 0, 0, clock_timestamp() - interval '9 days'); insert into sec.retired_epoch (epoch_id, destroyed_at) values ('gone', clock_timestamp()) on conflict do nothing`,
  checkpoint: `update audit.checkpoint set made_at = made_at - interval '31 minutes'; update sec.app_user set created_at = created_at - interval '3 days'`,
};

/** Of each line: how it begins, and what it tells to do. */
const lines: Readonly<Record<'en' | 'fr', Readonly<Record<string, readonly [RegExp, RegExp]>>>> = {
  en: {
    destruction: [/^Destruction: /, /See whether the jobs run, then whether something is parked below/],
    seal: [/^Sealing: /, /See whether the jobs run/],
    digest: [/^Weekly digest: /, /See whether the jobs run/],
    backup: [/^Backup: /, /run npm run situation-table -- backup/],
    keyDump: [/^Key dump: /, /copy the new keys\.dump to its other place/],
    checkpoint: [/^Checkpoint of the audit: /, /See whether the folder of checkpoints can be written/],
    parked: [/^Parked: /, /It is named below/],
  },
  fr: {
    destruction: [/^Destruction\s: /, /Voyez/],
    seal: [/^Scellement\s: /, /Voyez/],
    digest: [/^Bilan hebdomadaire\s: /, /Voyez/],
    backup: [/^Sauvegarde\s: /, /npm run situation-table -- backup/],
    keyDump: [/^Copie des clés\s: /, /keys\.dump/],
    checkpoint: [/^Point de contrôle du journal\s: /, /Voyez/],
    parked: [/^Mis de côté\s: /, /./],
  },
};
const title = { en: 'Overdue', fr: 'En retard' };

async function plantAll(): Promise<string> {
  const { database, tables, agency, actors } = stage.world();
  const place = { database, table: tables.harbour, agency: agency.police, user: actors.police.userId };
  await database.plant('delete from sec.stuck; delete from sec.retired_epoch; delete from sec.backup_run');
  for (const sql of Object.values(lateness)) await database.plant(sql);
  const [late, stuck] = await plantDue(place, 'destroyed', 2);
  expect(late).toBeDefined();
  for (let tries = 0; tries < 3; tries += 1)
    await database.plant(`select sec.note_stuck('destroyed', $1, $2, '22012')`, [tables.harbour, stuck]);
  const [row] = await database.plant<{ number: string }>(
    'select s.number from app.situation s where s.id = $1',
    [stuck],
  );
  return row!.number;
}

for (const language of ['en', 'fr'] as const)
  play(
    `an administrator sees a red line with words on what to do for each thing that is overdue (${language})`,
    async () => {
      const number = await plantAll();
      const { page, context, faults } = await stage.open('administrator', { language });
      await page.goto('/administration/health');
      await page.getByText(title[language], { exact: true }).first().waitFor();
      const notices = page.locator('.notice[data-tone="danger"]');
      for (const [what, [begins, todo]] of Object.entries(lines[language])) {
        const line = notices.filter({ has: page.getByText(begins) });
        expect([what, await line.count()]).toEqual([what, 1]);
        expect(await line.innerText()).toMatch(todo);
      }
      const colour = await notices.first().evaluate((element) => {
        const style = getComputedStyle(element);
        return [style.borderTopColor, style.borderInlineStartColor, style.backgroundColor, style.color];
      });
      const reds = colour.map((value) => (value.match(/[\d.]+/g) ?? []).map(Number));
      expect(reds.some(([r = 0, g = 0, b = 0]) => r > g * 1.3 && r > b * 1.3)).toBe(true);
      // By its job and table, and never by its number.
      const main = await page.locator('main').innerText();
      expect(main).toContain('Table harbour');
      expect(main).toContain('22012');
      expect(main).not.toContain(number);
      await expectSound(page);
      await picture(page, `health-overdue-${language}`);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

play(
  'a parked row is tried again from the page, and the coordinators were told which situation it is',
  async () => {
    const number = await plantAll();
    const { page, context, faults } = await stage.open('administrator');
    await page.goto('/administration/health');
    await page.getByRole('button', { name: 'Try again: Destruction' }).click();
    await page.getByText('It is tried within a minute.').waitFor();
    await page.getByRole('heading', { name: 'Parked work' }).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
    const { coordinator, administrator } = stage.world().actors;
    expect(JSON.stringify((await coordinator.get('/notices')).body)).toContain(number);
    expect(JSON.stringify((await administrator.get('/notices')).body)).not.toContain(number);
  },
);
