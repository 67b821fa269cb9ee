import { expect } from '@jest/globals';
import { openMeeting, takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { axeFaults } from './axe.js';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play(
  'whoever wants it is covered when the window is left or nobody touches it, on this device alone',
  async () => {
    const world = stage.world();
    const meeting = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
    const { page, faults } = await stage.open('deputy');
    await page.clock.install();
    await page.goto(`/meetings/${meeting}`);
    const covered = page.getByRole('heading', { name: 'Screen covered' });
    const wish = page.getByRole('switch', { name: /Cover when I am away/ });
    await wish.waitFor();
    await page.evaluate(() => dispatchEvent(new Event('blur')));
    expect(await covered.isVisible()).toBe(false);
    await wish.focus();
    await page.keyboard.press('Space');
    await page.evaluate(() => dispatchEvent(new Event('blur')));
    await covered.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(body<{ shaded: boolean }>(await world.actors.deputy.get(`/meetings/${meeting}/card`)).shaded).toBe(
      false,
    );
    await page.getByRole('button', { name: 'Show the screen again' }).click();
    await covered.waitFor({ state: 'hidden' });
    await page.clock.fastForward('04:50');
    await page.mouse.move(100, 100);
    await page.clock.fastForward('04:50');
    expect(await covered.isVisible()).toBe(false);
    await page.clock.fastForward('00:20');
    await covered.waitFor();
    await page.getByRole('button', { name: 'Show the screen again' }).click();
    await page.reload();
    expect(await page.getByRole('switch', { name: /Cover when I am away/ }).isChecked()).toBe(true);
    expect(faults).toEqual([]);
  },
);

play(
  'while the line is away the meeting goes on: each decision is shown and counted, nothing is blocked, nothing is lost',
  async () => {
    const world = stage.world();
    const meeting = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
    const [first, second] = [await takeTo(world, 'deidentified'), await takeTo(world, 'deidentified')];
    const { page, context } = await stage.open('deputy');
    await page.goto(`/meetings/${meeting}`);
    await page.getByText('0 of 2 done').waitFor();
    // What the key asked for has been answered, and the next card is there.
    const put = page
      .waitForResponse(
        (response) => response.request().method() === 'PUT' && response.url().endsWith('/card'),
      )
      .then(() => page.waitForResponse((response) => response.url().endsWith('/card')));
    const next = page.waitForResponse((response) => response.url().endsWith(second.id));
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: new RegExp(first.number) }).waitFor();
    await page.getByRole('button', { name: 'Yes, risk recorded' }).waitFor();
    await Promise.all([put, next].map(async (response) => (await response).finished()));
    await context.setOffline(true);
    await page.keyboard.press('y');
    await page.getByRole('status').filter({ hasText: '1 action waiting' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: new RegExp(second.number) }).waitFor();
    await page.keyboard.press('l');
    const bar = page.getByRole('status').filter({ hasText: '3 actions waiting' });
    await bar.waitFor();
    await picture(page, 'meeting-offline');
    expect(await axeFaults(page)).toEqual([]);
    // Nothing lies over the page: the next key does what it says.
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: new RegExp(first.number) }).waitFor();
    // They are sent in the order in which they were taken: where the last is answered, all are.
    const last = page.waitForResponse(
      (response) =>
        response.ok() &&
        response.request().method() === 'PUT' &&
        (response.request().postDataJSON() as { situationId?: string }).situationId === first.id,
      { timeout: 60_000 },
    );
    await context.setOffline(false);
    await last;
    await page
      .getByRole('status')
      .filter({ hasText: /waiting/ })
      .waitFor({ state: 'detached' });
    const { rows } = body<{ rows: { situationId: string; noted: string | null }[] }>(
      await world.actors.deputy.get(`/meetings/${meeting}/agenda`),
    );
    expect(rows.find(({ situationId }) => situationId === second.id)?.noted).toBe('moreInformation');
    expect(
      body<{ offered: string[] }>(await world.actors.police.get(`/situations/${first.id}`)).offered,
    ).toContain('releaseIdentifiers');
    expect(
      body<{ situationId: string }>(await world.actors.deputy.get(`/meetings/${meeting}/card`)).situationId,
    ).toBe(first.id);
  },
  120_000,
);
