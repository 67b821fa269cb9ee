import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { draft, takeTo } from '../world/situation.js';
import { body, type Name } from '../world/world.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/*
 * What fails to save stays on the page, is said with its field, and nothing is brought until it is saved.
 * Given: a summary with a soft hyphen or a family emoji was refused in the background, and the table got the
 * version before it.
 */
const stage = setStage();

interface Situation {
  readonly id: string;
  readonly summary: { readonly text: string };
}

/** A draft that is saved and ready to be brought, open on its page. */
async function openDraft(name: Name, summary = 'Left home twice'): Promise<{ id: string; page: Page }> {
  const { id } = body<{ id: string }>(
    await stage.world().actors[name].post('/screenings', { ...draft, summary }),
  );
  const { page } = await stage.open(name);
  await page.goto(`/situations/new?draft=${id}`);
  await page.getByRole('checkbox', { name: /means are exhausted/ }).check({ force: true });
  return { id, page };
}
const summaryOf = (page: Page) => page.getByRole('textbox', { name: 'Summary' });
const noteOf = (page: Page) => page.getByRole('textbox', { name: 'Note for your agency' });
const savedIn = async (name: Name, id: string): Promise<{ summary: string; privateNote: string }> =>
  body<{ content: { summary: string; privateNote: string } }>(
    await stage.world().actors[name].get(`/screenings/${id}`),
  ).content;
const saved = (page: Page) => page.getByText('Saved. Only your agency').waitFor();
const add = (page: Page) => page.getByRole('button', { name: 'Add to the agenda' }).click();

/** The summary of the situation that the page shows after it was brought. */
async function brought(page: Page, name: Name): Promise<string> {
  await page.waitForURL(/\/situations\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1) ?? '';
  return body<Situation>(await stage.world().actors[name].get(`/situations/${id}`)).summary.text;
}

play('the table gets the summary with the soft hyphen removed and the family emoji in it', async () => {
  const { id, page } = await openDraft('police');
  await summaryOf(page).fill('un\u00adpredictable, at home with 👨‍👩‍👧‍👦');
  await noteOf(page).fill('call \u2068Ms. B\u2069 first');
  await saved(page);
  expect(await summaryOf(page).inputValue()).toBe('unpredictable, at home with 👨‍👩‍👧‍👦');
  expect(await savedIn('police', id)).toMatchObject({ privateNote: 'call Ms. B first' });
  await add(page);
  expect(await brought(page, 'police')).toBe('unpredictable, at home with 👨‍👩‍👧‍👦');
});

play(
  'a summary with an override of direction is said with its field, stays, and is not brought',
  async () => {
    const { id, page } = await openDraft('school');
    await summaryOf(page).fill('goes out \u202eat night');
    await page.getByText('Not saved. What you wrote is only on this page.').waitFor();
    await page.getByRole('alert').getByText('Summary: character 10 (U+202E)').waitFor();
    await page.getByText('Character 10 (U+202E) cannot be kept.').waitFor();
    await expectSound(page);
    await picture(page, 'draft-refused');
    await add(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('What you wrote is not saved, so nothing was added.').waitFor();
    expect(await summaryOf(page).inputValue()).toBe('goes out \u202eat night');
    expect(await savedIn('school', id)).toMatchObject({ summary: 'Left home twice' });
    await page.getByRole('button', { name: 'Remove it' }).click();
    await saved(page);
    await add(page);
    expect(await brought(page, 'school')).toBe('goes out at night');
  },
);

play('a page is not left with a note that is too long to save, unless the person says so', async () => {
  const { id, page } = await openDraft('health');
  const long = 'a'.repeat(4001);
  await noteOf(page).fill(long);
  await page.getByRole('alert').getByText('Note for your agency: too long').waitFor();
  await page.getByRole('link', { name: 'Meetings' }).first().click();
  const asked = page.getByRole('alertdialog', { name: 'Leave this page?' });
  await asked.waitFor();
  await expectSound(page);
  await asked.getByRole('button', { name: 'Cancel' }).click();
  expect(await noteOf(page).inputValue()).toBe(long);
  await noteOf(page).fill('short enough');
  await page.getByRole('link', { name: 'Meetings' }).first().click();
  await page.waitForURL(/\/meetings/);
  expect(await savedIn('health', id)).toMatchObject({ privateNote: 'short enough' });
});

play('a new draft that is refused at first is saved once it is put right', async () => {
  const { page } = await stage.open('housing');
  await page.goto('/situations/new');
  await noteOf(page).fill('a'.repeat(4001));
  await page.getByRole('alert').getByText('Note for your agency: too long').waitFor();
  await noteOf(page).fill('shorter');
  await saved(page);
  const { rows } = body<{ rows: { id: string }[] }>(await stage.world().actors.housing.get('/screenings'));
  expect(rows).toHaveLength(1);
  expect(await savedIn('housing', rows[0]?.id ?? '')).toMatchObject({ privateNote: 'shorter' });
});

play(
  'a remark that is refused after its page was left is said on the next page, with its words',
  async () => {
    const { id } = await takeTo(stage.world(), 'deidentified');
    const { page } = await stage.open('health');
    await page.goto(`/situations/${id}`);
    let answer = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/notes', async (route) => {
      await left;
      await route.continue();
    });
    await page.getByRole('textbox', { name: 'Remark' }).fill('Reach them at 613 555-0134 in the evening');
    await page.getByRole('button', { name: /^Add: / }).click();
    await page.getByRole('link', { name: 'Meetings' }).first().click();
    await page.waitForURL(/\/meetings/);
    answer();
    const notice = page.getByRole('alert').filter({ hasText: 'that you left was not saved' });
    await notice.getByText('Reach them at 613 555-0134 in the evening').waitFor();
    await expectSound(page);
    await picture(page, 'kept-words');
    await notice.getByRole('button', { name: 'Put away' }).click();
    await notice.waitFor({ state: 'detached' });
  },
);

play('what is typed while a remark is being sent stays in its field', async () => {
  const { id } = await takeTo(stage.world(), 'deidentified');
  const { page } = await stage.open('childServices');
  await page.goto(`/situations/${id}`);
  let answer = (): void => undefined;
  const typed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/notes', async (route) => {
    await typed;
    await route.continue();
  });
  const field = page.getByRole('textbox', { name: 'Remark' });
  await field.fill('Calmer this week');
  await page.getByRole('button', { name: /^Add: / }).click();
  await field.fill('Calmer this week and at school');
  answer();
  await page.getByText('Calmer this week', { exact: true }).waitFor();
  expect(await field.inputValue()).toBe('and at school');
});

play(
  'a language and a switch that could not be saved are said, and the switch shows what is saved',
  async () => {
    const { page } = await stage.open('deputy');
    await page.goto('/profile');
    const wanted = page.getByRole('switch').first();
    await wanted.waitFor();
    const before = await wanted.isChecked();
    await page.route('**/api/v1/me/profile', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      const { mail, language } = route.request().postDataJSON() as { mail?: object; language: string };
      // The request is made wrong on its way, so that the server itself refuses it.
      return route.continue({ postData: JSON.stringify({ mail, language: `${language}!` }) });
    });
    await wanted.click({ force: true });
    await page.getByRole('alert').first().waitFor();
    await expect(wanted.isChecked()).resolves.toBe(before);
    await page.getByRole('radio', { name: 'Français' }).locator('xpath=..').click();
    await page.getByText('Ce que vous avez fait il y a un instant').waitFor();
  },
);
