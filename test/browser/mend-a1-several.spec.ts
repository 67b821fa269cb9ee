import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openMeeting } from '../world/situation.js';
import { body } from '../world/world.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/*
 * Each save that fails is said, whatever was done after it. Found: of several marks made one after another only
 * the last one's refusal was said; and none where the list had been closed meanwhile.
 */
const stage = setStage();

/** Refuses the marks of these agencies as the API does, a moment later; the others go through. */
async function refuse(page: Page, agencies: readonly string[]): Promise<void> {
  await page.route(/\/attendance\/[0-9a-f-]{36}$/, async (route) => {
    const agency = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (route.request().method() !== 'PUT' || !agencies.includes(agency)) return route.continue();
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    return route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'Not now',
        status: 409,
        code: 'meeting.attendanceBasis',
        detail: `Refused for ${agency}.`,
        next: 'Mark it again.',
        requestId: '0a7b8c9d-0000-4000-8000-000000000001',
      }),
    });
  });
}
const line = (page: Page, name: string) => page.getByRole('radiogroup', { name: `Agency ${name}` });
async function modes(meeting: string): Promise<Map<string, string>> {
  const { rows } = body<{ rows: { agencyId: string; mode: string }[] }>(
    await stage.world().actors.deputy.get(`/meetings/${meeting}/attendance`),
  );
  return new Map(rows.map(({ agencyId, mode }) => [agencyId, mode]));
}

play('of several marks each refusal is said, whichever of them it is', async () => {
  const { agency } = stage.world();
  const id = await openMeeting(stage.world(), ['police']);
  for (const [mode, refused] of [
    ['Remote', ['health', 'school']],
    ['Room', ['school']],
  ] as const) {
    const { page } = await stage.open('deputy');
    await page.goto(`/meetings/${id}`);
    await refuse(
      page,
      refused.map((name) => agency[name]),
    );
    await page.getByRole('button', { name: /^Present/ }).click();
    for (const name of ['school', 'health', 'housing'] as const)
      await line(page, name).getByText(mode, { exact: true }).click();
    await line(page, 'housing').getByRole('radio', { name: mode, checked: true }).waitFor();
    for (const name of refused) {
      await page.getByText(`Refused for ${agency[name]}.`).waitFor({ state: 'attached', timeout: 15_000 });
      await line(page, name).getByRole('radio', { name: 'Absent', checked: true }).waitFor();
    }
    // Shown at once, it is on its way still.
    let kept = await modes(id);
    for (let tries = 0; kept.get(agency.housing) !== mode.toLowerCase() && tries < 100; tries += 1) {
      await page.waitForTimeout(100);
      kept = await modes(id);
    }
    expect(kept.get(agency.housing)).toBe(mode.toLowerCase());
    expect(kept.get(agency.school)).toBe('absent');
    await page.close();
  }
});

play('a mark that is refused when the list was closed is said on the page', async () => {
  const { agency } = stage.world();
  const id = await openMeeting(stage.world(), ['police']);
  const { page } = await stage.open('deputy');
  await page.goto(`/meetings/${id}`);
  await refuse(page, [agency.childServices]);
  await page.getByRole('button', { name: /^Present/ }).click();
  await line(page, 'childServices').getByText('Room', { exact: true }).click();
  await page.keyboard.press('Escape');
  await line(page, 'childServices').waitFor({ state: 'detached' });
  await page.getByText(`Refused for ${agency.childServices}.`).waitFor();
  await expectSound(page);
});
