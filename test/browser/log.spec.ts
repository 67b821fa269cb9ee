import { expect } from '@jest/globals';
import { body } from '../world/world.js';
import { counted, picture } from './browser.js';
import { play, setStage } from './stage.js';
import { Typist } from './typist.js';

const stage = setStage();

const factors = ['suic cur', 'drug abus', 'miss sch', 'run', 'gang mem', 'depr', 'viol hom', 'hous'];

play('a situation with eight factors is logged by keyboard alone in at most 110 keys', async () => {
  const { page, faults } = await stage.open('police');
  await page.goto('/situations/new');
  await page.getByRole('heading', { name: 'Log a situation' }).waitFor();
  const typist = new Typist(page);
  await page.getByRole('radio', { name: 'Person' }).focus();
  await typist.press('Tab', 'ArrowRight', 'ArrowRight', 'Space', 'Tab', 'Space', 'Tab', 'Tab');
  for (const factor of factors) {
    await typist.type(factor);
    await typist.press('Enter');
  }
  expect(await counted(page.getByRole('list', { name: 'Chosen' }).getByRole('listitem'), 8)).toBe(8);
  await page.getByText('Saved. Only your agency').waitFor();
  await page.getByRole('checkbox', { name: /means are exhausted/ }).focus();
  await typist.press('Space', 'Control+Enter');
  await page.waitForURL(/\/situations\/[0-9a-f-]{36}$/);
  expect(typist.keys).toBeLessThanOrEqual(110);
  const { rows } = body<{ rows: { riskFactors: string[] }[] }>(
    await stage.world().actors.school.get('/situations'),
  );
  expect(rows).toHaveLength(1);
  expect(faults).toEqual([]);
});

play(
  'what is being typed stays in the box, and the box in focus, when the server answers with the draft’s id',
  async () => {
    const { page, faults } = await stage.open('health');
    let answer = (): void => undefined;
    const typed = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/v1/screenings', async (route) => {
      await typed;
      await route.continue();
    });
    await page.goto('/situations/new');
    const asked = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/screenings'),
    );
    await page.getByText('12–17').click();
    await asked;
    const box = page.getByRole('searchbox', { name: /Risk factors/ });
    await box.focus();
    await page.keyboard.type('suic');
    answer();
    await page.getByText('Saved. Only your agency').waitFor();
    await page.keyboard.type(' cur');
    expect(await box.inputValue()).toBe('suic cur');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Chosen' }).getByText('Suicide').waitFor();
    expect(faults).toEqual([]);
  },
);

play(
  'the card beside the form is what the server would show, and what identifies is named while it is typed',
  async () => {
    const { page, faults } = await stage.open('school', { language: 'fr' });
    await page.goto('/situations/new');
    const box = page.getByRole('searchbox', { name: /Facteurs de risque/ });
    await box.fill('fugue');
    await picture(page, 'log-search-fr');
    await box.press('Enter');
    await page.getByRole('article').getByText(/fugue/i).first().waitFor();
    await page.getByRole('textbox', { name: /Résumé/ }).fill('Appeler au 613 555-0134.');
    await page.getByText(/numéro de téléphone/).waitFor();
    await page.getByRole('button', { name: /Ajouter à l’ordre du jour/ }).click();
    await page
      .getByRole('alert')
      .getByText(/Retirez du résumé/)
      .waitFor();
    await picture(page, 'log-fr');
    expect(faults).toEqual([]);
  },
);

play('a draft is there again after the page was closed', async () => {
  const first = await stage.open('health', { width: 320 });
  await first.page.goto('/situations/new');
  await first.page.getByRole('searchbox', { name: /Risk factors/ }).fill('depr');
  await first.page.keyboard.press('Enter');
  await first.page.getByText('Saved. Only your agency').waitFor();
  const address = first.page.url();
  await picture(first.page, 'log-320');
  await first.context.close();
  const second = await stage.open('health');
  await second.page.goto(address);
  await second.page.getByRole('list', { name: 'Chosen' }).getByRole('listitem').waitFor();
  await picture(second.page, 'log-draft');
  expect([...first.faults, ...second.faults]).toEqual([]);
});
