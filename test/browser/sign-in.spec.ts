import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createWorld, type World } from '../world/world.js';
import { hasBrowser, openBrowser, openPage, picture } from './browser.js';

const story = hasBrowser() ? test : test.skip;
let world: World;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  world = await createWorld();
  origin = `http://127.0.0.1:${(world.server.address() as AddressInfo).port}`;
  if (hasBrowser()) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await world.close();
});

story('who is not signed in sees the door, in both languages', async () => {
  const { page, faults } = await openPage(browser, { origin, language: 'fr' });
  await page.goto('/');
  await page.getByRole('heading', { name: /Sign in.*Ouvrir une session/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
  await picture(page, 'door');
  expect(faults).toEqual(['console: Failed to load resource: the server responded with a status of 401 (Unauthorized)']);
});

story('a signed-in person with one seat lands on the first screen of that seat', async () => {
  const { page, faults } = await openPage(browser, { origin, token: world.actors.chair.token });
  await page.goto('/');
  await page.getByRole('heading', { name: 'Meetings' }).waitFor();
  await picture(page, 'first');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Go to' }).waitFor();
  await picture(page, 'palette');
  expect(faults).toEqual([]);
});
