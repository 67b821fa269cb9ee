import { expect } from '@jest/globals';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play('who is not signed in sees the door, in both languages', async () => {
  const { page, faults } = await stage.open(undefined, { language: 'fr' });
  await page.goto('/');
  await page.getByRole('heading', { name: /Sign in.*Ouvrir une session/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
  await picture(page, 'door');
  expect(faults).toEqual([]);
});

play('a signed-in person with one seat lands on the first screen of that seat', async () => {
  const { page, faults } = await stage.open('coordinator');
  await page.goto('/');
  await page.getByRole('heading', { name: 'Meetings', exact: true }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Go to' }).waitFor();
  await picture(page, 'palette');
  expect(faults).toEqual([]);
});

play.each(['auditor', 'administrator', 'policeOfficer', 'school'] as const)(
  'whoever signs out, %s too, stands at the door, and nothing of theirs is on the page',
  async (name) => {
    const { page, faults } = await stage.open(name);
    await page.goto('/help');
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'Sign-in name' }).waitFor();
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    // A read that was on its way when the session ended is refused; the stream of events must not ask again.
    expect(faults.filter((fault) => !/401 .*\/api\/v1\/(?!events)/.test(fault))).toEqual([]);
  },
);
