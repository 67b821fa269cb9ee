import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hashPassword } from '#access';
import { takeTo } from '../world/situation.js';
import type { Name } from '../world/world.js';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

const stage = setStage({ heldSeconds: 'real' });
const password = 'seven boats at anchor';

/** Gives a person of the world a password, and says the sign-in name. */
async function nameWithPassword(name: Name): Promise<string> {
  const { database, actors } = stage.world();
  const { userId } = actors[name];
  await database.plant('insert into sec.password (user_id, hash) values ($1, $2)', [
    userId,
    await hashPassword(password),
  ]);
  return (
    (
      await database.plant<{ sign_in_name: string }>('select sign_in_name from sec.app_user where id = $1', [
        userId,
      ])
    )[0]?.sign_in_name ?? ''
  );
}

async function signIn(page: Page, signInName: string): Promise<void> {
  await page.getByRole('textbox', { name: /Sign-in name/ }).fill(signInName);
  await page.getByLabel(/Password/).fill(password);
  await page.getByRole('button', { name: /Sign in/ }).click();
}

play(
  'a draft written while the line is away is kept on the page, counted, and saved once it is back',
  async () => {
    const { page, context } = await stage.open('police');
    await page.goto('/situations/new');
    const note = page.getByRole('textbox', { name: /Note for your agency/ });
    await note.fill('before');
    await page.getByText('Saved. Only your agency').waitFor();
    await context.setOffline(true);
    await note.fill('before and while the line was away');
    await page.getByText(/Not saved yet/).waitFor();
    await picture(page, 'draft-offline');
    await context.setOffline(false);
    await page.getByText('Saved. Only your agency').waitFor();
    const { rows } = body<{ rows: { id: string }[] }>(await stage.world().actors.police.get('/screenings'));
    expect(rows).toHaveLength(1);
    const kept = body<{ content: { privateNote: string } }>(
      await stage.world().actors.police.get(`/screenings/${rows[0]!.id}`),
    );
    expect(kept.content.privateNote).toBe('before and while the line was away');
  },
);

play(
  'a session that ends covers the page; who signs in again finds what was typed, and it is saved',
  async () => {
    const signInName = await nameWithPassword('policeColleague');
    const { page } = await stage.open(undefined);
    await page.goto('/situations/new');
    await signIn(page, signInName);
    const note = page.getByRole('textbox', { name: /Note for your agency/ });
    await note.fill('first');
    await page.getByText('Saved. Only your agency').waitFor();
    await stage
      .world()
      .database.plant('delete from sec.session where user_id = $1', [
        stage.world().actors.policeColleague.userId,
      ]);
    await note.fill('first and what was typed when the session had ended');
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    expect(await note.isVisible()).toBe(false);
    await picture(page, 'session-ended');
    await signIn(page, signInName);
    await page.getByText('Saved. Only your agency').waitFor();
    expect(await note.inputValue()).toBe('first and what was typed when the session had ended');
  },
);

play('a move made while the server does not answer is made once when it does', async () => {
  const { id } = await takeTo(stage.world(), 'limited');
  const { page, context } = await stage.open('health');
  await page.goto(`/situations/${id}`);
  const answer = page.getByRole('button', { name: 'Should be involved' });
  await answer.waitFor();
  await context.setOffline(true);
  await answer.click();
  await page
    .getByRole('status')
    .filter({ hasText: /waiting/i })
    .waitFor();
  await picture(page, 'offline-bar');
  await context.setOffline(false);
  await page.getByText('Answered.').waitFor({ timeout: 20_000 });
  const { answers } = body<{ answers: { agency: { id: string }; answer: string }[] }>(
    await stage.world().actors.deputy.get(`/situations/${id}`),
  );
  expect(answers.filter((each) => each.agency.id === stage.world().agency.health)).toMatchObject([
    { answer: 'shouldBeInvolved' },
  ]);
});

play('what somebody else changed first is shown before anything is tried again', async () => {
  const { id } = await takeTo(stage.world(), 'limited');
  const { page, context } = await stage.open('deputy');
  await page.goto(`/situations/${id}`);
  await page.getByRole('button', { name: 'Close the round of answers' }).waitFor();
  await context.route('**/api/v1/events', (route) => route.abort());
  await context.route(`**/api/v1/situations/${id}`, (route) => route.abort());
  const { actors } = stage.world();
  const { version } = body<{ version: number }>(await actors.coordinator.get(`/situations/${id}`));
  body(await actors.coordinator.post(`/situations/${id}/moves/close-round`, {}, { ifMatch: version }));
  await page.getByRole('button', { name: 'Close the round of answers' }).click();
  await context.unrouteAll();
  await page
    .getByRole('dialog', { name: 'Somebody else changed this first' })
    .getByRole('row', { name: /Round closed.*Round closed/ })
    .waitFor();
  await picture(page, 'changed-first');
});

play(
  'a draft that was changed elsewhere is shown in both versions, and the person says which goes on',
  async () => {
    const { page } = await stage.open('health', { language: 'fr' });
    await page.goto('/situations/new');
    const note = page.getByRole('textbox', { name: /Note pour votre organisme/ });
    await note.fill('mine');
    await page.getByText('Enregistré.').waitFor();
    const { actors } = stage.world();
    const { rows } = body<{ rows: { id: string; version: number }[] }>(
      await actors.health.get('/screenings'),
    );
    body(
      await actors.health.put(
        `/screenings/${rows[0]!.id}`,
        { type: 'family', riskFactors: [], privateNote: 'theirs' },
        { ifMatch: rows[0]!.version },
      ),
    );
    await note.fill('mine, longer');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('theirs').waitFor();
    await dialog.getByText('mine, longer').waitFor();
    await picture(page, 'draft-conflict');
    // Closed, it decides nothing: neither version is lost, and the next change asks again.
    await page.keyboard.press('Escape');
    await page.getByText('Non enregistré').waitFor();
    expect(await note.inputValue()).toBe('mine, longer');
    expect(
      body<{ content: { privateNote: string } }>(await actors.health.get(`/screenings/${rows[0]!.id}`))
        .content.privateNote,
    ).toBe('theirs');
    await note.fill('mine, longer still');
    await dialog.getByText('mine, longer still').waitFor();
    await dialog.getByRole('button', { name: 'Continuer avec l’autre' }).click();
    await page.getByRole('radio', { name: 'Famille' }).and(page.locator(':checked')).waitFor();
    expect(await note.inputValue()).toBe('theirs');
  },
);

play('whoever closes the page while an action waits is asked first', async () => {
  const { id } = await takeTo(stage.world(), 'limited');
  const { page, context } = await stage.open('health');
  await page.goto(`/situations/${id}`);
  await context.route('**/moves/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Should be involved' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /waiting/i })
    .waitFor();
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', (dialog) => {
      void dialog.dismiss().then(() => {
        resolve(dialog.type());
      });
    });
  });
  await page.close({ runBeforeUnload: true });
  expect(await asked).toBe('beforeunload');
});

/** The menu entry of a person, by the pointer. */
async function askToSignOut(page: Page, name: Name): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

play(
  'whoever signs out while an acceptance is held is asked, and it is never sent, whether they stay or go',
  async () => {
    const { id } = await takeTo(stage.world(), 'planning');
    const { page } = await stage.open('childServices');
    await page.goto(`/situations/${id}`);
    const accept = page.getByRole('button', { name: 'Accept', exact: true });
    await accept.click();
    await page.getByRole('combobox', { name: 'Legal basis' }).selectOption('cyfsa292');
    const ask = page.getByRole('alertdialog', { name: 'Sign out?' });
    for (const answer of ['Cancel', 'Sign out without it']) {
      await page.locator('.act-form').getByRole('button', { name: 'Accept', exact: true }).click();
      await page.locator('.held-action').waitFor();
      await askToSignOut(page, 'childServices');
      await ask.waitFor();
      await expectSound(page);
      await picture(page, 'sign-out-held');
      await page.waitForTimeout(6_000);
      await ask.getByRole('button', { name: answer }).click();
      await ask.waitFor({ state: 'detached' });
    }
    await page.getByRole('textbox', { name: 'Sign-in name' }).waitFor();
    const { assignments } = body<{ assignments: { state: string; role: string }[] }>(
      await stage.world().actors.deputy.get(`/situations/${id}`),
    );
    expect(assignments.find(({ role }) => role === 'lead')).toMatchObject({ state: 'asked' });
  },
);

play(
  'whoever signs out while the server does not answer leaves nothing to read, and is out as soon as it does',
  async () => {
    const { id } = await takeTo(stage.world(), 'limited');
    const { page, context } = await stage.open('health');
    await page.goto(`/situations/${id}`);
    await page.getByRole('button', { name: 'Should be involved' }).waitFor();
    await context.route('**/api/v1/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Should be involved' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /waiting/i })
      .waitFor();
    await askToSignOut(page, 'health');
    await page
      .getByRole('alertdialog', { name: 'Sign out?' })
      .getByRole('button', { name: 'Cancel' })
      .click();
    await askToSignOut(page, 'health');
    await page
      .getByRole('alertdialog', { name: 'Sign out?' })
      .getByRole('button', { name: 'Sign out without it' })
      .click();
    await page.getByText('The server does not answer. The page stays covered').waitFor();
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('2026-');
    await picture(page, 'sign-out-unreached');
    await context.unrouteAll();
    await page.getByRole('textbox', { name: 'Sign-in name' }).waitFor();
    const { answers } = body<{ answers: { agency: { id: string } }[] }>(
      await stage.world().actors.deputy.get(`/situations/${id}`),
    );
    expect(answers.map(({ agency }) => agency.id)).not.toContain(stage.world().agency.health);
    expect((await context.request.get(`${stage.origin()}/api/v1/me`)).status()).toBe(401);
  },
);

play(
  'a screen that cannot be fetched says so in the person’s language, and leaves the rest where it is',
  async () => {
    const { page, context } = await stage.open('coordinator', { language: 'fr' });
    await page.goto('/meetings');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.route(/assets\/statistics-/, (route) => route.abort());
    await page.getByRole('link', { name: 'Statistiques' }).click();
    await page.getByRole('heading', { name: 'Cette page n’a pas pu être affichée.' }).waitFor();
    await page.getByRole('link', { name: 'Rencontres' }).waitFor();
    await picture(page, 'screen-failed');
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/went wrong|Show Error|assets/);
    await context.unrouteAll();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('heading', { level: 1, name: /Statistiques/ }).waitFor();
  },
);
