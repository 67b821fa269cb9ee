import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { takeTo } from '../world/situation.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/* Harmless invisible characters go as they are typed or pasted, with the caret where it was; what is refused is named beside its field. */
const stage = setStage();

/** Pastes as a person does, at the caret. */
async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.evaluate((words) => {
    document.execCommand('insertText', false, words);
  }, text);
}

play('what is pasted out of Word is cleaned in place, and typing goes on where the caret was', async () => {
  const { id } = await takeTo(stage.world(), 'deidentified');
  const { page, faults } = await stage.open('health');
  await page.goto(`/situations/${id}`);
  const field = page.getByRole('textbox', { name: 'Remark' });
  await field.fill('before  after');
  await field.press('Home');
  for (let at = 0; at < 7; at += 1) await field.press('ArrowRight');
  await paste(page, field, '\u2068un\u00adclear\u2069\u200b\u000bsecond line');
  await page.keyboard.type('!');
  expect(await field.inputValue()).toBe('before unclear\nsecond line! after');
  await field.fill('👩‍🚒 می‌خواهم ශ්‍රී');
  expect(await field.inputValue()).toBe('👩‍🚒 می‌خواهم ශ්‍රී');
  expect(faults).toEqual([]);
});

play('a control in a name is said beside its field, in French, and removed by one press', async () => {
  const { page } = await stage.open('administrator', { language: 'fr' });
  await page.goto('/administration/agencies');
  await page.getByRole('button', { name: 'Renommer Agency foodBank' }).click();
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Nom' });
  await name.fill('Banque\u202d du port');
  await page.getByText('Le caractère 7 (U+202D) ne peut pas être gardé.').waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await expectSound(page);
  await picture(page, 'refused-character-fr');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('alert').getByText('Nom : le caractère 7 (U+202D)').waitFor();
  await page.getByRole('button', { name: 'Le retirer' }).click();
  expect(await name.inputValue()).toBe('Banque du port');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Enregistré : Banque du port.').waitFor();
});
