import { expect } from '@jest/globals';
import { takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';
import { Typist } from './typist.js';

const stage = setStage();

play('a situation is concluded in three steps with at most eight keys after the proposal', async () => {
  const { id } = await takeTo(stage.world(), 'intervention');
  const { page, faults } = await stage.open('deputy');
  await page.goto(`/situations/${id}/conclude`);
  await page.getByRole('radio', { name: 'Connected to services', exact: true }).waitFor();
  await picture(page, 'conclude-1');
  const typist = new Typist(page);
  await typist.press('Control+Enter');
  await page.waitForURL(/step=services/);
  await page.getByRole('group', { name: /risk factors are still there/ }).waitFor();
  await picture(page, 'conclude-2');
  await typist.press('Space', 'Tab', 'Space', 'Control+Enter');
  await page.waitForURL(/step=check/);
  await page.getByText(/It is sealed then/).waitFor();
  await picture(page, 'conclude-3');
  await typist.press('Control+Enter');
  await page.getByText('Nothing else waits to be concluded').waitFor();
  expect(typist.keys).toBeLessThanOrEqual(8);
  expect(body<{ stage: string }>(await stage.world().actors.deputy.get(`/situations/${id}`)).stage).toBe(
    'concluded',
  );
  expect(faults).toEqual([]);
});

play('back leads to the step before with what was chosen, in French on a narrow screen', async () => {
  const { id } = await takeTo(stage.world(), 'intervention');
  const { page, faults } = await stage.open('deputy', { language: 'fr', width: 320 });
  await page.goto(`/situations/${id}/conclude`);
  await page.getByRole('radio', { name: /Risque global réduit/ }).waitFor();
  await page.getByRole('button', { name: /Suivant/ }).click();
  await page.waitForURL(/step=services/);
  await page.goBack();
  expect(await page.getByRole('radio', { name: /Mise en rapport avec des services$/ }).isChecked()).toBe(
    true,
  );
  await picture(page, 'conclude-320-fr');
  expect(faults).toEqual([]);
});
