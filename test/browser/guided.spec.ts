import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { npmStart, untilReady, type Started } from '../fault/started.js';
import { buildProduct, checkout } from '../world/built.js';
import { hasBrowser, openBrowser, openPage, picture, type Watched } from './browser.js';
import { play } from './stage.js';

jest.setTimeout(600_000);
/** Held actions are sent after five seconds. */
const held = { timeout: 60_000 };
let folder: string;
let demo: Started;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser()) return;
  buildProduct();
  folder = mkdtempSync('/tmp/st-guided-');
  chmodSync(folder, 0o755);
  demo = await npmStart(checkout, join(folder, 'data'), {}, undefined, ['--demo']);
  await untilReady(demo);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  demo?.process.kill('SIGINT');
  await demo?.ended;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).last().click();

/**
 * The two windows of the guide: one for the coordinator, a private one for all others, who sign out and in
 * between them.
 */
interface Windows {
  readonly coordinator: Page;
  readonly others: Page;
  /** Signs the private window out, and in as this account of the demo. */
  readonly become: (user: string) => Promise<void>;
  number: string;
}

async function openOwn({ others, number }: Windows): Promise<void> {
  await others.getByRole('link', { name: /My agency/ }).click();
  await others
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click();
  await others.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
}

/** Each step of the guide by its title, played as its text says. */
const plays: Readonly<Record<string, (windows: Windows) => Promise<void>>> = {
  'Log a situation': async (windows) => {
    const { others } = windows;
    await others.getByRole('link', { name: 'Log a situation' }).click();
    await others.getByRole('heading', { level: 1, name: 'Log a situation' }).waitFor();
    await others.getByText('Person', { exact: true }).first().click();
    await others.getByText('12–17', { exact: true }).first().click();
    const box = others.getByRole('searchbox').first();
    for (const factor of ['miss sch', 'suic cur']) {
      await box.click();
      await box.pressSequentially(factor);
      await others.keyboard.press('Enter');
    }
    await others.getByRole('checkbox', { name: /means are exhausted/ }).focus();
    await others.keyboard.press('Space');
    await others.getByText('Saved. Only your agency').waitFor();
    await others.keyboard.press('Control+Enter');
    await others.waitForURL(/\/situations\/[0-9a-f-]{36}$/);
    const title = await others.getByRole('heading', { level: 1, name: /\d{4}-\d{3}/ }).innerText();
    windows.number = /\d{4}-\d{3}/.exec(title)?.[0] ?? '';
  },
  'Open the meeting': async ({ coordinator }) => {
    await coordinator.getByRole('link', { name: 'Agenda' }).first().click();
    await press(coordinator, 'Open the meeting');
    await coordinator.getByRole('button', { name: 'Begin with the first' }).waitFor();
    await coordinator.keyboard.press('t');
    for (const name of [/Police/, /School/, /Hospital/, /Child/])
      await coordinator.getByRole('radiogroup', { name }).first().getByText('Room').click();
    await coordinator.keyboard.press('Escape');
  },
  'Record the risk': async ({ coordinator, number }) => {
    const numbers = await coordinator.locator('.agenda-row .number').allInnerTexts();
    for (const _ of numbers.slice(0, numbers.indexOf(number) + 1)) {
      const put = coordinator.waitForResponse(
        (response) => response.url().endsWith('/card') && response.request().method() === 'PUT',
      );
      await coordinator.keyboard.press('j');
      await put;
    }
    await coordinator
      .getByRole('main')
      .getByRole('heading', { name: new RegExp(number) })
      .waitFor();
    await coordinator.keyboard.press('y');
    await coordinator.getByText(`${number}: Risk recorded.`).waitFor();
  },
  'Release limited identifiers': async (windows) => {
    const { others } = windows;
    await openOwn(windows);
    await others.getByRole('link', { name: 'Identifiers' }).click();
    await press(others, 'Add identifiers');
    await others.getByRole('textbox', { name: 'Family name' }).fill('Okonkwo');
    await others.getByRole('textbox', { name: 'Given names' }).fill('Ada');
    await press(others, 'Save');
    await others.getByText('Okonkwo').first().waitFor();
    await others.goBack();
    await press(others, 'Release limited identifiers');
    await others.getByRole('combobox', { name: 'Legal basis' }).selectOption({ index: 1 });
    for (const name of [/Hospital/, /School/])
      await others
        .getByRole('checkbox', { name })
        .first()
        .focus()
        .then(() => others.keyboard.press('Space'));
    await press(others, 'Release limited identifiers');
    await others.getByText('Limited identifiers released.').waitFor(held);
  },
  Answer: async (windows) => {
    await windows.become('health');
    await openOwn(windows);
    await windows.others.getByRole('checkbox', { name: 'Can help' }).focus();
    await windows.others.keyboard.press('Space');
    await press(windows.others, 'Should be involved');
    await windows.others.getByText('Answered.').waitFor();
  },
  Assign: async ({ coordinator, number }) => {
    await coordinator.getByRole('heading', { name: 'Answers at filter 3' }).waitFor();
    await coordinator.keyboard.press('c');
    await coordinator.getByRole('heading', { name: 'Who is needed?' }).waitFor();
    const digit = await coordinator
      .locator('.assign li')
      .filter({ hasText: /Hospital/ })
      .locator('kbd')
      .first()
      .innerText();
    await coordinator.keyboard.press(digit.trim());
    await coordinator.locator('button:focus').filter({ hasText: 'Assign and ask' }).waitFor();
    await coordinator.keyboard.press('Enter');
    await coordinator.getByText(`${number}: Assigned.`).waitFor(held);
  },
  Accept: async (windows) => {
    await openOwn(windows);
    await press(windows.others, 'Accept');
    await windows.others.getByRole('combobox', { name: 'Legal basis' }).selectOption({ index: 1 });
    await press(windows.others, 'Accept');
    await windows.others.getByText('Assignment accepted.').waitFor(held);
  },
  'Report back': async ({ others, number }) => {
    await others.getByRole('link', { name: /My agency/ }).click();
    await others
      .getByRole('listitem')
      .filter({ hasText: number })
      .getByRole('button', { name: 'Report back' })
      .click();
    await press(others, 'Contact made');
    await others.getByText('Reported back.').waitFor();
  },
  Conclude: async ({ coordinator, number }) => {
    await coordinator.getByRole('link', { name: 'Situations' }).click();
    await coordinator
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click();
    await coordinator.getByRole('link', { name: 'Conclude' }).click();
    await coordinator.getByText('Overall Risk Lowered', { exact: true }).click();
    await coordinator.getByText('Connected to services', { exact: true }).click();
    await coordinator.keyboard.press('Control+Enter');
    await coordinator.waitForURL(/step=services/);
    await coordinator.getByRole('radiogroup').first().getByRole('radio').first().focus();
    await coordinator.keyboard.press('Space');
    await coordinator.keyboard.press('Control+Enter');
    await coordinator.waitForURL(/step=check/);
    await coordinator.getByText(/It is sealed then/).waitFor();
    await coordinator.keyboard.press('Control+Enter');
    await coordinator.getByText(`${number} is concluded.`).first().waitFor();
  },
  'Close the meeting': async ({ coordinator }) => {
    await coordinator.getByRole('link', { name: 'Meetings' }).click();
    await coordinator
      .getByRole('link', { name: /^(To the meeting|Agenda)$/ })
      .first()
      .click();
    await press(coordinator, 'Close the meeting');
    await coordinator.getByRole('alertdialog').getByRole('button', { name: 'Close the meeting' }).click();
    await coordinator.getByRole('link', { name: 'Minutes' }).click();
    await coordinator.getByText('What the table decided').first().waitFor();
    expect(await coordinator.getByRole('main').innerText()).not.toContain('Okonkwo');
  },
  Export: async ({ others, become }) => {
    await become('auditor');
    await others.getByRole('tab', { name: 'Exports' }).click();
    await press(others, 'Ask for the file');
    await others.getByText('Waits for approval').first().waitFor();
    await become('second-auditor');
    await others.getByRole('tab', { name: 'Exportations' }).click();
    await press(others, 'Approuver');
    await others.getByText('Approuvé', { exact: true }).first().waitFor(held);
    await become('auditor');
    await others.getByRole('tab', { name: 'Exports' }).click();
    await others
      .getByRole('button', { name: /Look at it/ })
      .first()
      .click();
    await press(others, 'Fetch the file');
    await others.getByText('is the one that was approved').waitFor();
  },
};

async function signIn(page: Page, user: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: /Sign-in name|Nom de connexion/ }).fill(user);
  await page.getByLabel(/Password|Mot de passe/).fill(password);
  await page.getByRole('button', { name: /Sign in|Se connecter|Ouvrir/ }).click();
  await page.getByRole('button', { name: /Search and go to|Chercher et aller à/ }).waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.locator('.shell-tools').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: /Sign out|Fermer la session/ }).click();
  await page.getByRole('textbox', { name: /Sign-in name|Nom de connexion/ }).waitFor();
}

play(
  'the guided first meeting is played on the demo as it is written, step by step, in two windows',
  async () => {
    const origin = `http://127.0.0.1:${demo.port}`;
    const {
      accounts: [account],
    } = JSON.parse(readFileSync(join(folder, 'data', 'demo-accounts.json'), 'utf8')) as {
      accounts: { password: string }[];
    };
    const password = account?.password ?? '';
    const coordinator: Watched = await openPage(browser, { origin });
    const others: Watched = await openPage(browser, { origin });
    for (const [{ page }, user] of [
      [coordinator, 'deputy'],
      [others, 'police'],
    ] as const) {
      await page.goto('/');
      await signIn(page, user, password);
    }
    const guide = await coordinator.context.newPage();
    guide.on('console', (message) => {
      if (message.type() === 'error') coordinator.faults.push(`the guide: ${message.text()}`);
    });
    await guide.goto('/help/first-meeting');
    const steps = guide.locator('.guide-step');
    await steps.first().waitFor();
    const titles = await steps
      .getByRole('checkbox')
      .evaluateAll((boxes) =>
        boxes.map((box) => box.closest('li')?.querySelector('strong')?.textContent ?? ''),
      );
    expect(titles).toEqual(Object.keys(plays));
    const windows: Windows = {
      coordinator: coordinator.page,
      others: others.page,
      number: '',
      become: async (user) => {
        await signOut(others.page);
        await signIn(others.page, user, password);
      },
    };
    const begun = Date.now();
    for (const title of titles) {
      await plays[title]?.(windows);
      await guide.getByRole('checkbox', { name: title, exact: true }).check({ force: true });
    }
    await guide.getByText('Nobody saw a name who should not have.').waitFor();
    await picture(guide, 'guide-played');
    process.stdout.write(
      `The guided meeting took ${Math.round((Date.now() - begun) / 1000)} s of a script, held actions included.\n`,
    );
    // What is on its way when somebody signs out is refused, and the browser says so.
    expect([
      ...coordinator.faults,
      ...others.faults.filter((fault) => !/401 .*\/api\/v1\/(?!events)/.test(fault)),
    ]).toEqual([]);
  },
);
