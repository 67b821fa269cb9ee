import { expect } from '@jest/globals';
import { counted, picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play(
  'help is a page for each task, and the guided first meeting keeps its place over a sign-out',
  async () => {
    const { page, faults } = await stage.open('police');
    await page.goto('/help');
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    await picture(page, 'help');
    expect(await counted(page.getByRole('main').getByRole('link'), 10)).toBe(10);
    await page.getByRole('link', { name: 'Conclude' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Conclude' }).waitFor();
    const shown = page.getByRole('img', { name: /first of three steps/ });
    await shown.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.help-picture')?.naturalWidth === 1100,
    );
    await picture(page, 'help-conclude');
    await page.goto('/help/first-meeting');
    await page.getByRole('checkbox', { name: 'Log a situation' }).press('Space');
    await page
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox', { name: 'Open the meeting' }) })
      .getByRole('link', { name: 'Go there' })
      .waitFor();
    await picture(page, 'help-guide');
    await page.reload();
    expect(await page.getByRole('checkbox', { name: 'Log a situation' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => localStorage.getItem('guide-done'))).toBe('log');
    expect(faults).toEqual([]);
  },
);

play(
  'the question mark opens the keys of everywhere and of the screen, but not while somebody types',
  async () => {
    const { page, faults } = await stage.open('police', { language: 'fr' });
    await page.goto('/situations/new');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('textbox', { name: /Résumé/ }).fill('Pourquoi');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Touches' });
    await keys.getByText('L’ajouter à l’ordre du jour').waitFor();
    await keys.getByText('Aller à une page').waitFor();
    await picture(page, 'keys-fr');
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  },
);
