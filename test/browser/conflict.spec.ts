import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { takeTo } from '../world/situation.js';
import { body, type Actor } from '../world/world.js';
import { counted, picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

const stage = setStage();

const tagOf = async (actor: Actor, path: string): Promise<string> =>
  String((await actor.get(path)).headers['etag']);
/** Whoever else is at work changes it from the version that stands. */
async function changeElsewhere(
  actor: Actor,
  path: string,
  change: object,
  verb: 'put' | 'patch' = 'patch',
): Promise<void> {
  body(await actor[verb](path, change, { ifMatch: await tagOf(actor, path) }));
}
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

play(
  'a table’s settings say what changes for whom; who was overtaken reads both versions, loses nothing, and goes on with their own',
  async () => {
    const { administrator, secondAdministrator } = stage.world().actors;
    const path = `/tables/${stage.world().tables.harbour}`;
    const { page, faults } = await stage.open('administrator');
    await page.goto('/administration/tables');
    await page.getByRole('button', { name: 'Settings: Table harbour' }).click();
    await press(page, 'Change name and days');
    const region = page.locator('.office-form').getByRole('textbox', { name: 'Region' });
    await region.fill('Mine');
    await page.getByText('reads the region “Mine” from now on').waitFor();
    await expectSound(page);
    await picture(page, 'table-basics');
    await changeElsewhere(secondAdministrator, path, { region: 'Theirs' });
    await press(page, 'Save');
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this first' });
    await dialog.getByRole('row', { name: /Region.*Mine.*Theirs/ }).waitFor();
    await expectSound(page);
    await picture(page, 'conflict-table');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await region.inputValue()).toBe('Mine');
    expect(body(await administrator.get(path))).toMatchObject({ region: 'Theirs' });
    await press(page, 'Save');
    await dialog.getByRole('button', { name: 'Go on with this page' }).click();
    await page.getByText('Table harbour: saved.').waitFor();
    expect(body(await administrator.get(path))).toMatchObject({ region: 'Mine' });
    expect(faults.filter((fault) => !fault.includes('412'))).toEqual([]);
  },
);

play('an agency is renamed, in French, by who was overtaken and takes the other’s name', async () => {
  const { secondAdministrator } = stage.world().actors;
  const path = `/agencies/${stage.world().agency.foodBank}`;
  const { page } = await stage.open('administrator', { language: 'fr', width: 320 });
  await page.goto('/administration/agencies');
  await press(page, 'Renommer Agency foodBank');
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Nom' });
  await name.fill('Banque d’ici');
  await page.getByText('Tout le monde lit «').waitFor();
  await expectSound(page);
  await picture(page, 'agency-rename-fr-320');
  await changeElsewhere(secondAdministrator, path, { name: 'Banque d’ailleurs' });
  await press(page, 'Enregistrer');
  const conflict = page.getByRole('dialog', { name: 'Quelqu’un d’autre l’a modifié avant vous' });
  await conflict.getByText('Banque d’ailleurs').waitFor();
  await expectSound(page);
  await picture(page, 'conflict-agency-fr-320');
  await conflict.getByRole('button', { name: 'Continuer avec l’autre' }).click();
  await conflict.waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('Banque d’ailleurs');
  await name.fill('Banque du port');
  await press(page, 'Enregistrer');
  await page.getByText('Enregistré : Banque du port.').waitFor();
  expect(body(await secondAdministrator.get(path))).toMatchObject({ name: 'Banque du port' });
});

play(
  'the lead’s plan and an agency’s own account are corrected; the plan that was changed meanwhile is shown in both versions',
  async () => {
    const { id } = await takeTo(stage.world(), 'intervention');
    const { childServices } = stage.world().actors;
    const {
      rows: [plan],
    } = body<{ rows: [{ id: string; version: number }] }>(await childServices.get(`/situations/${id}/plan`));
    const { page } = await stage.open('childServices');
    await page.goto(`/situations/${id}/identifiers`);
    await page.getByText('Canary-T4-visit on Friday').waitFor();
    expect(
      await page
        .getByText('Canary-T4-full account')
        .locator('xpath=ancestor::div[1]')
        .getByRole('button', { name: 'Correct' })
        .count(),
    ).toBe(0);
    await press(page, 'Correct');
    const text = page.getByRole('textbox', { name: 'Plan', exact: true });
    await text.fill('Visit on Monday');
    body(
      await childServices.put(
        `/situations/${id}/plan/${plan.id}`,
        { text: 'Visit on Tuesday' },
        { ifMatch: plan.version },
      ),
    );
    await press(page, 'Save');
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this first' });
    await dialog.getByText('Visit on Tuesday').waitFor();
    await dialog.getByText('Visit on Monday').waitFor();
    await expectSound(page);
    await picture(page, 'conflict-plan');
    await dialog.getByRole('button', { name: 'Go on with this page' }).click();
    await text.waitFor({ state: 'detached' });
    expect(
      body<{ rows: { text: string }[] }>(await childServices.get(`/situations/${id}/plan`)).rows.map(
        (row) => row.text,
      ),
    ).toEqual(['Visit on Monday']);
    const other = await stage.open('school');
    await other.page.goto(`/situations/${id}/identifiers`);
    await other.page.getByText('Visit on Monday').waitFor();
    expect(await other.page.getByRole('button', { name: 'Correct', exact: true }).count()).toBe(0);
  },
);

play(
  'a meeting that somebody else has moved, and letters that another page has changed, are shown in both versions',
  async () => {
    const { deputy } = stage.world().actors;
    const { id } = body<{ id: string }>(
      await deputy.post('/meetings', {
        kind: 'regular',
        scheduledFor: '2031-03-05T15:00:00.000Z',
        place: 'Library',
      }),
    );
    const { page } = await stage.open('deputy');
    await page.goto('/meetings');
    await page.getByText('Library').waitFor();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('textbox', { name: /Place/ }).fill('Town hall');
    const path = `/meetings/${id}`;
    await changeElsewhere(deputy, path, { scheduledFor: '2031-03-06T15:00:00.000Z', place: 'School' }, 'put');
    await press(page, 'Move the meeting');
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this first' });
    await dialog.getByRole('row', { name: /Place.*Town hall.*School/ }).waitFor();
    await picture(page, 'conflict-meeting');
    await dialog.getByRole('button', { name: 'Go on with this page' }).click();
    await page.getByText('Meeting moved.').waitFor();
    expect(body(await deputy.get(path))).toMatchObject({ place: 'Town hall' });

    await page.goto('/profile');
    await page.getByRole('textbox', { name: 'Do not disturb from' }).fill('20:15');
    await page.getByRole('radio', { name: 'Français' }).locator('xpath=..').click();
    await page.getByRole('heading', { name: 'Profil et connexion' }).waitFor();
    await page.getByRole('button', { name: 'Enregistrer les heures de repos' }).click();
    await page.getByText('C’est enregistré.').waitFor();
    expect(body(await deputy.get('/me/profile'))).toMatchObject({
      mail: { quietFrom: '20:15' },
      language: 'fr',
    });
    await page.getByRole('textbox', { name: 'Ne pas déranger de' }).fill('19:00');
    await changeElsewhere(deputy, '/me/profile', {
      language: 'fr',
      mail: { wanted: true, quietFrom: '22:45', quietUntil: '06:00' },
    });
    await page.getByRole('button', { name: 'Enregistrer les heures de repos' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Continuer avec l’autre' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await counted(page.locator('input[value="22:45"]'), 1)).toBe(1);
  },
);

play('a table is ended after the list of what ends with it, and only by who says so twice', async () => {
  const { page, faults } = await stage.open('administrator', { language: 'fr' });
  await page.goto('/administration/tables');
  await page.getByRole('button', { name: 'Réglages : Table valley' }).click();
  await press(page, 'Mettre fin à la table');
  const dialog = page.getByRole('alertdialog', { name: 'Mettre fin à Table valley?' });
  await dialog.getByRole('listitem').nth(4).waitFor();
  expect(await counted(dialog.getByRole('listitem'), 5)).toBe(5);
  await expectSound(page);
  await picture(page, 'table-end-fr');
  await dialog.getByRole('button', { name: 'Mettre fin à la table' }).click();
  await page.getByText('Table valley a pris fin.').waitFor();
  expect((await stage.world().actors.valley.get('/week')).status).toBeGreaterThanOrEqual(401);
  expect(faults).toEqual([]);
});
