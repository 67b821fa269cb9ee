import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { draft, takeTo } from '../world/situation.js';
import { body, type Name } from '../world/world.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/*
 * Own writes renew what a page has read, and an own change is never taken for somebody else's. Given: My
 * agency → Finish showed a draft's first version, the next word was a conflict with oneself, and going on
 * with the page destroyed what was saved.
 */
const stage = setStage();

const noteOf = (page: Page) => page.getByRole('textbox', { name: 'Note for your agency' });
const saved = (page: Page) => page.getByText('Saved. Only your agency').waitFor();
const dialogs = (page: Page) => page.getByRole('dialog', { name: 'Somebody else changed this first' });

async function drafts(name: Name): Promise<{ id: string; version: number }[]> {
  return body<{ rows: { id: string; version: number }[] }>(
    await stage.world().actors[name].get('/screenings'),
  ).rows;
}
async function contentOf(name: Name, id: string): Promise<{ summary?: string; privateNote?: string }> {
  return body<{ content: object }>(await stage.world().actors[name].get(`/screenings/${id}`)).content;
}
const link = (page: Page, name: string) => page.getByRole('link', { name }).first().click();

play(
  'Finish shows what was written in the same session, and the next word is saved on top of it',
  async () => {
    const { page } = await stage.open('police');
    await page.goto('/situations/new');
    await noteOf(page).fill('first words');
    await saved(page);
    await noteOf(page).fill('first words, and the ones that followed');
    // Left at once: the save is still to come.
    await link(page, 'My agency');
    for (const word of [' once', ' more']) {
      await page
        .getByRole('link', { name: 'Finish' })
        .or(page.getByRole('button', { name: 'Finish' }))
        .first()
        .click();
      const note = noteOf(page);
      await note.waitFor();
      const before = await note.inputValue();
      expect(before).toContain('the ones that followed');
      await note.fill(`${before}${word}`);
      await saved(page);
      expect(await dialogs(page).count()).toBe(0);
      await link(page, 'My agency');
    }
    const [only, ...others] = await drafts('police');
    expect(others).toEqual([]);
    expect(await contentOf('police', only?.id ?? '')).toMatchObject({
      privateNote: 'first words, and the ones that followed once more',
    });
  },
);

play('a new draft after an open one begins empty, and changes nothing of the other', async () => {
  const { id } = body<{ id: string }>(await stage.world().actors.school.post('/screenings', draft));
  const { page } = await stage.open('school');
  await page.goto(`/situations/new?draft=${id}`);
  await noteOf(page).waitFor();
  await page.evaluate(() => {
    history.pushState({}, '', '/situations/new');
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  });
  await page.getByRole('checkbox', { name: /means are exhausted/ }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('textarea')[1]?.value === '');
  expect(await noteOf(page).inputValue()).toBe('');
  await noteOf(page).fill('another one');
  await saved(page);
  expect(await contentOf('school', id)).toMatchObject({ privateNote: draft.privateNote });
  expect(await drafts('school')).toHaveLength(2);
});

play('a save whose answer is lost is known again as the page’s own', async () => {
  const { page } = await stage.open('health');
  await page.goto('/situations/new');
  await noteOf(page).fill('one');
  await saved(page);
  const [{ id } = { id: '' }] = await drafts('health');
  let lost = 0;
  await page.route(`**/api/v1/screenings/${id}`, async (route) => {
    if (route.request().method() !== 'PUT' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await noteOf(page).fill('one two');
  await page.getByText(/Not saved yet/).waitFor();
  await noteOf(page).fill('one two three');
  await saved(page);
  expect([lost, await dialogs(page).count()]).toEqual([1, 0]);
  expect(await contentOf('health', id)).toMatchObject({ privateNote: 'one two three' });
});

play(
  'going on with this page keeps what was saved elsewhere: by field, and replaced words beside it',
  async () => {
    const { housing } = stage.world().actors;
    const { id } = body<{ id: string }>(
      await housing.post('/screenings', { ...draft, summary: 'As it was', privateNote: 'note' }),
    );
    const { page } = await stage.open('housing');
    await page.goto(`/situations/new?draft=${id}`);
    await noteOf(page).waitFor();
    const elsewhere = { ...draft, summary: 'Saved elsewhere', privateNote: 'note written elsewhere' };
    body(await housing.put(`/screenings/${id}`, elsewhere, { ifMatch: 1 }));
    await noteOf(page).fill('note written here');
    await dialogs(page).getByRole('button', { name: 'Go on with this page' }).click();
    await saved(page);
    expect(await contentOf('housing', id)).toMatchObject({
      summary: 'Saved elsewhere',
      privateNote: 'note written here',
    });
    const kept = page.getByRole('alert').filter({ hasText: 'These words are no longer saved' });
    await kept.getByText('note written elsewhere').waitFor();
    await expectSound(page);
  },
);

play('an administrator’s save whose answer is lost is done, without a word of somebody else', async () => {
  const { page } = await stage.open('administrator');
  await page.goto('/administration/tables');
  await page.getByRole('button', { name: 'Settings: Table harbour' }).click();
  await page.getByRole('button', { name: 'Change name and days' }).click();
  let lost = 0;
  await page.route(`**/api/v1/tables/${stage.world().tables.harbour}`, async (route) => {
    if (route.request().method() !== 'PATCH' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await page.locator('.office-form').getByRole('textbox', { name: 'Region' }).fill('North');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Table harbour: saved.').waitFor();
  expect([lost, await dialogs(page).count()]).toEqual([1, 0]);
  // Once more at once, from the version that the own save left.
  await page.getByRole('button', { name: 'Change name and days' }).click();
  await page.locator('.office-form').getByRole('textbox', { name: 'Region' }).fill('South');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Table harbour: saved.').first().waitFor();
  expect(await dialogs(page).count()).toBe(0);
});

play(
  'a plan that is corrected while another saves it: the words that are replaced can still be read',
  async () => {
    const { id } = await takeTo(stage.world(), 'intervention');
    const { childServices } = stage.world().actors;
    const path = `/situations/${id}/plan`;
    const {
      rows: [plan],
    } = body<{ rows: [{ id: string; version: number }] }>(await childServices.get(path));
    const { page } = await stage.open('childServices');
    await page.goto(`/situations/${id}/identifiers`);
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByRole('textbox', { name: 'Plan', exact: true }).fill('Visit on Monday');
    body(
      await childServices.put(`${path}/${plan.id}`, { text: 'Visit on Tuesday' }, { ifMatch: plan.version }),
    );
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialogs(page).getByRole('button', { name: 'Go on with this page' }).click();
    const kept = page.getByRole('alert').filter({ hasText: 'These words are no longer saved' });
    await kept.getByText('Visit on Tuesday').waitFor();
  },
);
