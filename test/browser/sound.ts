import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.js';

/** No rule of axe is broken, and nothing but tables scrolls sideways. The caller has waited for the page's content. */
export async function expectSound(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true);
}
