import { expect } from '@jest/globals';
import { freshCode, hashRecoveryCode } from '#access';
import { Data } from '#database/door';
import { issueSetUpCode } from '#database/identity';
import { body } from '../world/world.js';
import { axeFaults } from './axe.js';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();
const phrase = 'kettle drum and a wet umbrella';

play('an invited person sets a password by keyboard and signs in with it', async () => {
  const { administrator, schoolOfficer } = stage.world().actors;
  const invited = body<{ token: string; invitationId: string }>(
    await administrator.post('/users', {
      signInName: 'nora.lindqvist',
      displayName: 'Nora Lindqvist',
      language: 'fr',
      agencyId: stage.world().agency.school,
    }),
  );
  const { code } = body<{ code: string }>(
    await schoolOfficer.post(`/invitations/${invited.invitationId}/codes`),
  );
  const { page, faults } = await stage.open(undefined);
  await page.goto('/');
  await page.getByRole('link', { name: /I have an invitation code/ }).click();
  await page
    .getByRole('heading', { level: 1, name: /Come in with an invitation.*Entrer avec une invitation/ })
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Fill in this field. · Remplissez ce champ.').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await picture(page, 'join');
  await page.getByRole('textbox', { name: /Invitation code/ }).focus();
  for (const [place, text] of [invited.token, code, phrase, phrase].entries()) {
    await page.keyboard.type(text);
    // Each password has its button to look at it on the way.
    await page.keyboard.press(place < 2 ? 'Tab' : place === 2 ? 'Tab' : 'Enter');
    if (place === 2) await page.keyboard.press('Tab');
  }
  await page.getByText(/Your password is set/).waitFor();
  await page.getByRole('link', { name: /Ouvrir une session/ }).press('Enter');
  await page.getByRole('textbox', { name: /Sign-in name/ }).fill('nora.lindqvist');
  await page.getByLabel(/^Password/).fill(phrase);
  await page.keyboard.press('Enter');
  await page.getByText('Vous n’avez aucun siège').waitFor();
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
});

play('a code that is refused says so in place', async () => {
  const { page, faults } = await stage.open(undefined, { language: 'fr', width: 320 });
  await page.goto('/join');
  await page.getByRole('textbox', { name: /Invitation code/ }).fill('A'.repeat(43));
  for (const field of await page.getByLabel(/^(Password|Mot de passe)/).all()) await field.fill(phrase);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await picture(page, 'join-fr-320');
  expect(faults.filter((fault) => !/ 40[19] /.test(fault))).toEqual([]);
});

play('the first administrator comes in with the one-time code', async () => {
  const { database, app } = stage.world();
  await database.plant(`delete from sec.seat where persona = 'administrator'`);
  await database.plant('delete from sec.demo_clock');
  const code = freshCode(20);
  expect(await app.get(Data).asAuthn('', (authn) => issueSetUpCode(authn, hashRecoveryCode(code)))).toBe(
    true,
  );
  const { page, faults } = await stage.open(undefined);
  await page.goto('/set-up');
  await page.getByRole('heading', { level: 1, name: /First administrator/ }).waitFor();
  await page.getByRole('textbox', { name: /One-time code/ }).fill(code);
  await page.getByRole('textbox', { name: /Sign-in name/ }).fill('ada');
  await page.getByRole('textbox', { name: /Your name/ }).fill('Ada');
  for (const field of await page.getByLabel(/^Password/).all()) await field.fill(phrase);
  expect(await axeFaults(page)).toEqual([]);
  await picture(page, 'set-up');
  await page.keyboard.press('Enter');
  await page.getByText(/The installation has its administrator/).waitFor();
  expect(faults.filter((fault) => !fault.includes(' 401 '))).toEqual([]);
});
