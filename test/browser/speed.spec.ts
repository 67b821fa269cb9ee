import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openMeeting, takeTo } from '../world/situation.js';
import type { Name } from '../world/world.js';
import { shown } from './screens.js';
import { play, setStage } from './stage.js';

const stage = setStage();
const places = { situation: '', meeting: '' };

beforeAll(async () => {
  const world = stage.world();
  places.meeting = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
  places.situation = (await takeTo(world, 'limited')).id;
  await takeTo(world, 'deidentified');
});

/** The two lines of the goals: bits a second, the way there and back, and how much slower the processor is made. */
const lines = {
  '10 Mbit/s, processor 2× slower': { bits: 10e6, latency: 40, slower: 2, goal: 1_500 },
  'slow 4G (1.6 Mbit/s, 150 ms), processor 4× slower': { bits: 1.6e6, latency: 150, slower: 4, goal: 2_500 },
} as const;

const screens: readonly (readonly [
  screen: string,
  who: Name | undefined,
  path: () => string,
  use: (page: Page) => Promise<void>,
])[] = [
  [
    'door',
    undefined,
    () => '/',
    async (page) => {
      await page.getByRole('textbox').first().pressSequentially('somebody');
    },
  ],
  [
    'agency',
    'childServices',
    () => '/agency',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('prof');
    },
  ],
  [
    'log',
    'health',
    () => '/situations/new',
    async (page) => {
      await page.getByRole('searchbox').first().pressSequentially('runa');
      await page.keyboard.press('Enter');
      await page.getByRole('radio').first().press('Space');
    },
  ],
  [
    'situation',
    'deputy',
    () => `/situations/${places.situation}`,
    async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'meeting',
    'deputy',
    () => `/meetings/${places.meeting}`,
    async (page) => {
      for (const key of ['j', 'w', 'j', 'k', 't']) await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
    },
  ],
];

interface Vitals {
  lcp: number;
  cls: number;
  shifts: string[];
  inputs: number[];
}

/** What a person waits for, as the browser itself notes it. */
async function watch(page: Page): Promise<() => Promise<Vitals>> {
  await page.addInitScript(() => {
    const vitals: Vitals = { lcp: 0, cls: 0, shifts: [], inputs: [] };
    Object.assign(window, { vitals });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) vitals.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Element | null }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        vitals.cls += entry.value;
        vitals.shifts.push(
          `${entry.value.toFixed(3)} ${entry.sources.map(({ node }) => `${node?.nodeName ?? ''}.${node?.className ?? ''}`).join(' ')}`,
        );
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
        if (entry.interactionId > 0) vitals.inputs.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  return () => page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals);
}

const report: object[] = [];

play.each(Object.entries(lines))(
  '%s: what is seen when, and how fast a key is answered; times are reported, bytes, requests and shifts hold',
  async (line, { bits, latency, slower, goal }) => {
    for (const [screen, who, path, use] of screens) {
      const { page, context } = await stage.open(who);
      const debug = await context.newCDPSession(page);
      await debug.send('Network.enable');
      const fetched = { requests: 0, bytes: 0 };
      const scripts = new Set<string>();
      debug.on('Network.responseReceived', ({ requestId, type }) => {
        if (type === 'Script') scripts.add(requestId);
      });
      debug.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (scripts.has(requestId)) {
          fetched.requests += 1;
          fetched.bytes += encodedDataLength;
        }
      });
      await debug.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput: bits / 8,
        uploadThroughput: bits / 8,
      });
      await debug.send('Emulation.setCPUThrottlingRate', { rate: slower });
      const read = await watch(page);
      await page.goto(path());
      await shown(page);
      const { lcp, cls, shifts } = await read();
      const { requests, bytes } = fetched;
      await debug.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
      await use(page);
      // The browser notes an input once what it changed has been painted.
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => {
              requestAnimationFrame(resolve);
            });
          }),
      );
      const inputs = (await read()).inputs.sort((a, b) => a - b);
      const slow = inputs[Math.ceil(inputs.length * 0.75) - 1] ?? 0;
      report.push({
        line,
        screen,
        lcp: Math.round(lcp),
        goal,
        inputs: inputs.length,
        slowestQuarter: slow,
        cls,
        requests,
        bytes,
      });
      process.stdout.write(
        `${line}, ${screen}: LCP ${Math.round(lcp)} ms (goal ${goal}), input p75 ${slow} ms (goal 100, over 16 ms: ${inputs.length}), CLS ${cls.toFixed(3)}, ${requests} scripts, ${Math.round(bytes / 1000)} kB\n`,
      );
      expect({ screen, shifts: cls <= 0.05 ? [] : shifts }).toEqual({ screen, shifts: [] });
      // Each answer has a head of some hundred bytes.
      expect(bytes).toBeLessThanOrEqual(220_000 + 1_000 * requests);
      expect(requests).toBeLessThanOrEqual(50);
      await context.close();
    }
    writeFileSync(
      new URL('../../pictures/speed.json', import.meta.url),
      `${JSON.stringify(report, null, 2)}\n`,
    );
  },
  240_000,
);
