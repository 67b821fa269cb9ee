import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { sessionCookieName } from '#access';
import { tier } from '#testing';

/** Debian's Chromium, or the one that CHROMIUM names. */
const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Whether there is a browser to test with. A machine without one is told so on every run, and a machine that
 * decides for others (CI=true) fails.
 */
export function hasBrowser(): boolean {
  if (existsSync(chromiumPath)) return true;
  const missing = `NO BROWSER: ${chromiumPath} is missing, so no page was looked at. Install chromium, or name one with CHROMIUM.`;
  if (process.env['CI'] === 'true') throw new Error(missing);
  process.stderr.write(`\n${missing}\n\n`);
  return false;
}

/** @param more further flags, such as a larger letter by default */
export function openBrowser(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: [...flags, ...more], chromiumSandbox: false });
}

/** What a page did that no page of ours may do; a test expects it empty. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to other origins (stopped), errors in the console, violations of the content security policy. */
  readonly faults: string[];
}

export interface PageOptions {
  readonly origin: string;
  readonly language?: 'en' | 'fr';
  /** Whoever's session the page has; nobody's without. */
  readonly token?: string;
  readonly width?: number;
  readonly height?: number;
  /** A device that is used by finger. */
  readonly touch?: boolean;
  /** Seconds for which actions are held; the real ones unless given. */
  readonly heldSeconds?: number;
  /** The zone of the device; the tables' own unless said. */
  readonly timeZone?: string;
}

/** A page of its own context, watched from its first byte. */
export async function openPage(
  browser: Browser,
  {
    origin,
    language = 'en',
    token,
    width = 1366,
    height = 900,
    touch = false,
    heldSeconds,
    timeZone,
  }: PageOptions,
): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: `${language}-CA`,
    viewport: { width, height },
    hasTouch: touch,
    reducedMotion: 'reduce',
    timezoneId: timeZone ?? 'America/Toronto',
  });
  const faults: string[] = [];
  await context.route(
    (url) => url.origin !== origin && url.protocol !== 'data:',
    async (route) => {
      faults.push(`request to ${route.request().url()}`);
      await route.abort();
    },
  );
  const page = await context.newPage();
  if (heldSeconds !== undefined)
    await page.addInitScript((seconds) => {
      (window as Window & { heldSeconds?: number }).heldSeconds = seconds;
    }, heldSeconds);
  if (token !== undefined) {
    // The browser's own rules for such a cookie let it be set from its origin alone.
    await page.goto('/healthz');
    await page.evaluate((cookie) => {
      document.cookie = cookie;
      localStorage.setItem('session', 'begun');
    }, `${sessionCookieName}=${token}; Path=/; Secure; SameSite=Strict`);
  }
  page.on('console', (message) => {
    if (message.type() === 'error')
      faults.push(`console: ${message.text()} ${new URL(message.location().url, origin).pathname}`);
  });
  page.on('pageerror', (error) => {
    faults.push(`error: ${error.message}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { page, context, faults };
}

/** How many there are, once `least` are drawn: what a page fetches comes some time after its heading. */
export async function counted(these: Locator, least: number): Promise<number> {
  await these.nth(least - 1).waitFor({ state: 'attached' });
  return these.count();
}

const pictures = fileURLToPath(new URL('../../pictures/', import.meta.url));

/**
 * Keeps what a screen looks like, in a folder that git ignores; a run of everything keeps none, since nobody
 * looks at 400 of them.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (tier === 'full') return;
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
}

/**
 * Waits until the page that is open now has fetched all of these paths to their ends. A response that the
 * page before has asked for does not count.
 */
export const fetchedBy = (page: Page, paths: readonly string[]): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => {
      const there = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      return wanted.every((path) => there.includes(path));
    },
    paths,
    { timeout: 10_000 },
  );
