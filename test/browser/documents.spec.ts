import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { documentOf, htmlOf, type Document } from '#documents';
import { councilInEnglish, councilInFrench } from '../documents/council.js';
import { readPdf } from '../documents/read-pdf.js';
import { yearlyReport } from '../documents/yearly-report.js';
import { axeFaults } from './axe.js';
import { hasBrowser, openBrowser } from './browser.js';

/** Everything that makes a table difficult to print: long words, markup, many columns and rows. */
const difficult = (): Document =>
  documentOf({
    language: 'en',
    title: '<script>document.title = "run"</script>',
    blocks: [
      {
        kind: 'table',
        caption: '</style><img src=x onerror="document.title = 1">',
        rowsAre: 'Row',
        columns: Array.from({ length: 9 }, (_, place) => ({ heading: `Heading ${place}`, holds: 'text' })),
        rows: Array.from({ length: 120 }, (_, row) => ({
          heading: `Row ${row}`,
          cells: Array.from({ length: 9 }, (_unused, place) => ({
            kind: 'text' as const,
            text: place === 3 ? 'Donaudampfschifffahrtsgesellschaftskapitän' : 'مرحبا <b>12</b> 👩‍👩‍👧',
          })),
        })),
      },
    ],
  });

const documents = [
  ['the yearly report', yearlyReport],
  ['the page for a council', councilInEnglish],
  ['a difficult table', difficult],
] as const;

(hasBrowser() ? describe : describe.skip)('a document as a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function shown<Result>(
    make: () => Document,
    width: number,
    scheme: 'light' | 'dark',
    look: (page: Page, faults: readonly string[]) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    try {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (!/^(about|data):/.test(request.url())) faults.push(request.url());
      });
      await page.setContent(htmlOf(make()), { waitUntil: 'load' });
      return await look(page, faults);
    } finally {
      await context.close();
    }
  }

  for (const [name, make] of documents)
    for (const [width, scheme] of [
      [1366, 'light'],
      [820, 'dark'],
      [320, 'light'],
    ] as const)
      it(`shows ${name} at ${width} in ${scheme}, without a fault of axe, nothing run, nothing beside the page`, async () => {
        await shown(make, width, scheme, async (page, faults) => {
          expect(await page.title()).toBe(make().title);
          expect(await page.locator('h1').innerText()).toBe(make().title);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect(await page.evaluate(() => document.fonts.check('16px Atkinson'))).toBe(true);
          expect(faults).toEqual([]);
          expect(await axeFaults(page)).toEqual([]);
        });
      });

  it('reads in a browser as it was written', async () => {
    await shown(yearlyReport, 1366, 'light', async (page) => {
      const tables = await page.locator('table').evaluateAll((all) =>
        all.map((table) => ({
          caption: (table as HTMLTableElement).caption?.innerText.trim(),
          rows: (table as HTMLTableElement).tBodies[0]?.rows.length,
        })),
      );
      const expected = yearlyReport().blocks.flatMap((block) =>
        block.kind === 'table' ? [{ caption: block.caption, rows: block.rows.length }] : [],
      );
      expect(tables).toEqual(expected);
    });
  });

  it('prints on Letter: the page for a council on one page, no table cut at the right', async () => {
    const pdf = async (make: () => Document): Promise<Buffer> =>
      shown(make, 1366, 'dark', (page) => page.pdf({ preferCSSPageSize: true, tagged: true }));
    for (const make of [councilInEnglish, councilInFrench]) {
      const council = (await pdf(make)).toString('latin1');
      expect(council.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
      expect(council).toMatch(/\/MediaBox ?\[0 0 612 792\]/);
    }
    await shown(difficult, 1366, 'light', async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 690, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(690);
    });
  });

  it('has the same words in the PDF as on the page', async () => {
    const { pdfOf } = await import('#documents');
    const pdf = readPdf(await pdfOf(councilInEnglish()));
    const words = await shown(councilInEnglish, 1366, 'light', (page) => page.locator('main').innerText());
    for (const [text] of pdf.tables.flatMap(({ rows }) => rows.flat())) expect(words).toContain(text);
  });
});
