import { expect } from '@jest/globals';
import { addMonths, dayIn } from '#domain/days';
import { takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/* A birth date against the age shown is pointed out as it is typed, and saved all the same; a zone is chosen and never typed. */
const stage = setStage();

play('a birth date against the age band is pointed out, and saved, in both languages', async () => {
  const { id } = await takeTo(stage.world(), 'deidentified');
  const today = dayIn('America/Toronto', Date.now());
  const born = (years: number) => addMonths(today, -12 * years);
  for (const [language, correct, birth, hint, save] of [
    ['en', 'Correct', 'Date of birth', /does not fit the age that the table was shown/, 'Save'],
    ['fr', 'Corriger', 'Date de naissance', /ne concorde pas avec l’âge montré à la table/, 'Enregistrer'],
  ] as const) {
    const { page, faults } = await stage.open('police', { language });
    await page.goto(`/situations/${id}/identifiers`);
    await page.getByRole('button', { name: correct }).click();
    const field = page.getByLabel(birth);
    // The table was shown 12 to 17.
    await field.fill(born(14));
    expect(await page.getByText(hint).count()).toBe(0);
    await field.fill(born(41));
    await page.getByText(hint).waitFor();
    await expectSound(page);
    await field.fill('2026-02-30');
    await page.getByText(hint).waitFor({ state: 'detached' });
    await field.fill(born(41));
    await page.getByRole('button', { name: save, exact: true }).click();
    await page.getByText(born(41), { exact: true }).waitFor();
    expect(faults).toEqual([]);
  }
});

play('the zone of a table is chosen from places that keep their summer time', async () => {
  const { page, faults } = await stage.open('administrator', { timeZone: 'America/Winnipeg' });
  await page.goto('/administration/tables');
  const zone = page.getByLabel('Time zone');
  await zone.waitFor();
  expect(await zone.inputValue()).toBe('America/Winnipeg');
  const offered = await zone
    .locator('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  expect(offered.length).toBeGreaterThan(300);
  expect(offered).toEqual(expect.arrayContaining(['America/Toronto', 'America/St_Johns', 'UTC']));
  expect(offered.filter((each) => /^(?:Etc\/|E[SD]T|[A-Z]{3}\d)/.test(each ?? ''))).toEqual([]);
  await zone.selectOption('America/St_Johns');
  await page.getByRole('textbox', { name: 'Name' }).fill('Avalon');
  await page.getByRole('textbox', { name: 'Region' }).fill('East');
  await page.getByRole('button', { name: 'Create the table' }).click();
  await page.getByText('Avalon').first().waitFor();
  const tables = body<{ rows: { name: string; timeZone: string }[] }>(
    await stage.world().actors.administrator.get('/tables'),
  ).rows;
  expect(tables.find(({ name }) => name === 'Avalon')?.timeZone).toBe('America/St_Johns');
  expect(faults).toEqual([]);
});
