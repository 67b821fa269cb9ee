import { expect } from '@jest/globals';
import { takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play(
  'a situation is logged and another reported back by finger alone, on a screen of 320 pixels',
  async () => {
    await takeTo(stage.world(), 'intervention');
    const { page, faults } = await stage.open('school', { width: 320, height: 640, touch: true });
    await page.goto('/agency');
    await page.getByRole('button', { name: 'Report back' }).first().tap();
    await page.getByRole('button', { name: 'Contact made' }).tap();
    await page.getByText('Reported back.').waitFor();
    await page.getByRole('link', { name: 'Log a situation' }).tap();
    await page.getByText('12–17').tap();
    const box = page.getByRole('searchbox', { name: /Risk factors/ });
    await box.tap();
    await page.keyboard.type('suic cur');
    await page.getByRole('option').first().tap();
    await page.getByRole('list', { name: 'Chosen' }).getByText('Suicide').waitFor();
    await picture(page, 'finger-log-320');
    await page.getByText(/means are exhausted/).tap();
    await page.getByRole('button', { name: /Add to the agenda/ }).tap();
    await page.waitForURL(/\/situations\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    const brought = body<{ tier2: { ageBand: string } }>(
      await stage.world().actors.health.get(`/situations/${page.url().split('/').at(-1)!}`),
    );
    expect(brought.tier2.ageBand).toBe('12-17');
    expect(faults).toEqual([]);
  },
);
