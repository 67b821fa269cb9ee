import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { draft, takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/*
 * Only the API's own answer counts as saved. A proxy or portal before it that refuses with nothing, or with a
 * page of its own, was taken for success where the answer was empty: the field was emptied and the words were
 * lost.
 */
const stage = setStage();

const notesOf = async (id: string): Promise<string[]> =>
  body<{ notes: { text: string }[] }>(await stage.world().actors.school.get(`/situations/${id}`)).notes.map(
    ({ text }) => text,
  );

/** What stands before the API answers this one kind of request, until it is let go. */
async function between(page: Page, path: RegExp, status: number, text: string): Promise<() => Promise<void>> {
  await page.route(path, (route) =>
    route.request().method() === 'GET'
      ? route.continue()
      : route.fulfill({ status, body: text, headers: { 'content-length': String(text.length) } }),
  );
  return () => page.unroute(path);
}

const remark = (page: Page) => page.getByRole('textbox', { name: 'Remark' });
const add = (page: Page) => page.getByRole('button', { name: 'Add: Remark' });

play.each([
  [413, ''],
  [403, '<html>Forbidden</html>'],
  [400, '{"error":"blocked"}'],
] as const)(
  'a remark that is refused on the way (%i) stays, and the refusal is said',
  async (status, text) => {
    const { id } = await takeTo(stage.world(), 'deidentified');
    const { page } = await stage.open('school');
    await page.goto(`/situations/${id}`);
    const letGo = await between(page, /\/notes$/, status, text);
    await remark(page).fill('words that must stay');
    await add(page).click();
    await page.getByText(`Not accepted on the way to the server (${status})`).waitFor();
    await expectSound(page);
    expect(await remark(page).inputValue()).toBe('words that must stay');
    await letGo();
    await add(page).click();
    await page.locator('blockquote', { hasText: 'words that must stay' }).waitFor();
    expect(await notesOf(id)).toContain('words that must stay');
  },
);

play.each([
  [200, ''],
  [500, '<html>Proxy error</html>'],
] as const)(
  'a remark that nobody of the API answered (%i) waits, and is saved once',
  async (status, text) => {
    const { id } = await takeTo(stage.world(), 'deidentified');
    const { page } = await stage.open('school');
    await page.goto(`/situations/${id}`);
    const letGo = await between(page, /\/notes$/, status, text);
    const tried = page.waitForResponse(/\/notes$/);
    await remark(page).fill('words that wait');
    await add(page).click();
    await tried;
    expect(await remark(page).inputValue()).toBe('words that wait');
    await letGo();
    await page.locator('blockquote', { hasText: 'words that wait' }).waitFor();
    expect((await notesOf(id)).filter((each) => each === 'words that wait')).toHaveLength(1);
    expect(await remark(page).inputValue()).toBe('');
  },
);

play('a draft whose saving is refused on the way with nothing is not brought', async () => {
  const { id } = body<{ id: string }>(await stage.world().actors.police.post('/screenings', draft));
  const { page } = await stage.open('police');
  await page.goto(`/situations/new?draft=${id}`);
  await page.getByRole('checkbox', { name: /means are exhausted/ }).check({ force: true });
  const letGo = await between(page, /\/screenings\/[0-9a-f-]{36}$/, 413, '');
  await page.getByRole('textbox', { name: 'Note for your agency' }).fill('a note that is not saved yet');
  await page.getByText('Not saved. What you wrote is only on this page.').waitFor();
  await page.getByRole('button', { name: 'Add to the agenda' }).click();
  await page.getByText('What you wrote is not saved, so nothing was added.').waitFor();
  await letGo();
  await page.getByRole('textbox', { name: 'Note for your agency' }).fill('a note that is saved now');
  await page.getByText('Saved. Only your agency').waitFor();
});
