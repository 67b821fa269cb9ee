import { expect } from '@jest/globals';
import { canary, takeTo } from '../world/situation.js';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play('an answer given on one device stands on another within a second, without reloading', async () => {
  const { id } = await takeTo(stage.world(), 'limited');
  const health = await stage.open('health');
  const chair = await stage.open('deputy');
  await chair.page.goto(`/situations/${id}`);
  await chair.page.getByRole('heading', { name: /Answers at filter 3/ }).waitFor();
  await health.page.goto(`/situations/${id}`);
  await picture(health.page, 'situation-limited');
  await health.page.getByRole('button', { name: 'Should be involved' }).click();
  await chair.page.getByRole('row', { name: /Agency health/ }).getByText('Should be involved').waitFor({ timeout: 5_000 });
  await picture(chair.page, 'situation-limited-chair');
  expect([...health.faults, ...chair.faults]).toEqual([]);
});

play('the coordinator assigns with the effect spelled out, and nothing of filters 3 and 4 ever reaches that page', async () => {
  const { id } = await takeTo(stage.world(), 'intervention');
  const chair = await stage.open('deputy', { language: 'fr' });
  const received: string[] = [];
  chair.page.on('response', (response) => { void response.text().then((text) => received.push(text), () => undefined); });
  await chair.page.goto(`/situations/${id}`);
  await chair.page.getByRole('heading', { name: /Comptes rendus/ }).waitFor();
  await picture(chair.page, 'situation-intervention-fr');
  const page = await chair.page.evaluate(() => document.documentElement.outerHTML + document.title + JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }));
  for (const word of [canary.familyName, canary.address, canary.full, canary.plan, canary.safety, canary.detail, canary.consent, canary.privateNote]) {
    expect([word, `${page}${received.join('')}`.includes(word)]).toEqual([word, false]);
  }
  expect(chair.faults).toEqual([]);
});

play('situations are found by filters that stand in the address', async () => {
  const { page, faults } = await stage.open('school', { width: 820 });
  await page.goto('/situations');
  await page.getByRole('row', { name: /2026-001/ }).waitFor();
  await page.getByRole('combobox', { name: 'Stage' }).selectOption('intervention');
  await page.waitForURL(/stage=intervention/);
  await picture(page, 'situations');
  await page.reload();
  await page.getByRole('link', { name: /2026-/ }).first().waitFor();
  expect(faults).toEqual([]);
});
