import { expect } from '@jest/globals';
import { takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play('a report-back is two taps, and the work list says what comes next', async () => {
  const situation = await takeTo(stage.world(), 'intervention');
  const { page, faults } = await stage.open('school');
  await page.goto('/agency');
  await page.getByRole('heading', { name: /Do now/ }).waitFor();
  await picture(page, 'agency');
  await page.getByRole('button', { name: 'Report back' }).first().click();
  await picture(page, 'agency-report');
  await page.getByRole('button', { name: 'Contact made' }).click();
  await page.getByText('Reported back.').waitFor();
  const view = body<{ reportBacks: { status: string }[] }>(
    await stage.world().actors.school.get(`/situations/${situation.id}`),
  );
  expect(view.reportBacks).toHaveLength(2);
  expect(faults).toEqual([]);
});
