import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { TOTP, Secret } from 'otpauth';
import { plantSession } from '../world/planting.js';
import { axeFaults } from './axe.js';
import { counted, picture } from './browser.js';
import { looksOfToday } from './screens.js';
import { play, setStage } from './stage.js';

const stage = setStage();

const openProfile = async (page: Page, title: string): Promise<void> => {
  await page.goto('/profile');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};

play(
  'an authenticator is set up by a picture that the browser draws, and its recovery codes are shown once',
  async () => {
    const { page, faults } = await stage.open('police');
    await openProfile(page, 'Profile and sign-in');
    await page.getByText('Not set up').waitFor();
    await page.getByRole('button', { name: 'Set up an authenticator' }).press('Enter');
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'profile-factor');
    const secret = ((await page.locator('.own-secret').textContent()) ?? '').replaceAll(' ', '');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await page
      .getByRole('textbox', { name: 'Six-digit code' })
      .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Recovery codes' }).waitFor();
    expect(await counted(page.getByRole('listitem'), 10)).toBe(10);
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'profile-recovery');
    await page.getByRole('button', { name: 'I have kept them' }).press('Enter');
    await page.getByText('10 recovery codes are left.').waitFor();
    expect(faults).toEqual([]);
  },
);

play('another session is signed out from here', async () => {
  const { world } = stage;
  await plantSession(world().database, world().actors.school.userId, {
    device: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  });
  const { page, faults } = await stage.open('school');
  await openProfile(page, 'Profile and sign-in');
  await page.getByRole('button', { name: /^Sign out Firefox, Linux/ }).press('Enter');
  await page.getByText('Signed out there.').waitFor();
  await page.getByRole('button', { name: /^Sign out Firefox/ }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

play(
  'a language that is chosen is there again after the page was closed, whatever the browser asks for',
  async () => {
    const { page, faults } = await stage.open('health');
    await openProfile(page, 'Profile and sign-in');
    await page.getByRole('radio', { name: 'Français' }).press('Space');
    await page.getByRole('heading', { level: 1, name: 'Profil et connexion' }).waitFor();
    await page
      .waitForResponse((response) => response.request().method() === 'PATCH' && response.ok())
      .catch(() => undefined);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Profil et connexion' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    expect(faults).toEqual([]);
  },
);

play('the calendar’s address is shown once, and ended', async () => {
  const { page, faults } = await stage.open('housing');
  await openProfile(page, 'Profile and sign-in');
  await page.getByRole('button', { name: 'Make an address' }).press('Enter');
  const address = await page.getByRole('textbox', { name: 'Address for your calendar program' }).inputValue();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/calendar\/[\w-]+\/meetings\.ics$/);
  expect((await fetch(address)).status).toBe(200);
  await page.getByRole('button', { name: 'End the address' }).press('Enter');
  await page.getByText('The address no longer works.').waitFor();
  expect((await fetch(address)).status).toBe(404);
  expect(faults).toEqual([]);
});

play('mail: quiet hours are kept, a time that is none is refused beside its field', async () => {
  const { page, faults } = await stage.open('childServices', { language: 'fr' });
  await openProfile(page, 'Profil et connexion');
  const until = page.getByRole('textbox', { name: 'Ne pas déranger jusqu’à' });
  await until.fill('25:00');
  await page.getByText('Une heure comme 21:30.').waitFor();
  await until.fill('06:45');
  await until.press('Enter');
  await page.getByText('C’est enregistré.').waitFor();
  await page.reload();
  expect(await until.inputValue()).toBe('06:45');
  await picture(page, 'profile-fr');
  expect(faults).toEqual([]);
});

for (const [language, width] of looksOfToday) {
  play(`axe finds nothing, ${language}, ${width} pixels`, async () => {
    const { page, context, faults } = await stage.open('deputy', { language, width });
    await openProfile(page, { en: 'Profile and sign-in', fr: 'Profil et connexion' }[language]);
    await page.getByRole('table').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await picture(page, `profile-${language}-${width}`);
    expect(faults).toEqual([]);
    await context.close();
  });
}
