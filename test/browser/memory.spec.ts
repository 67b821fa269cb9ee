import process from 'node:process';
import { expect } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import { openMeeting, takeTo, type Story } from '../world/situation.js';
import { body } from '../world/world.js';
import { play, setStage } from './stage.js';

const stage = setStage();
const minutes = 120;
/** What a lively meeting changes in a minute: a card put on the table, two things noted. */
const eventsAMinute = 3;

interface Held {
  readonly bytes: number;
  readonly nodes: number;
}

/** What the page holds once all that nobody needs is thrown away. */
async function held(debug: CDPSession): Promise<Held> {
  for (let again = 0; again < 3; again += 1) await debug.send('HeapProfiler.collectGarbage');
  const { usedSize } = await debug.send('Runtime.getHeapUsage');
  const { nodes } = await debug.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes };
}

play(
  'a meeting left open for two simulated hours of events holds at most a fifth more than after its first ten minutes',
  async () => {
    const world = stage.world();
    const { deputy } = world.actors;
    const meeting = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
    const stories: Story[] = [];
    for (let n = 0; n < 4; n += 1) stories.push(await takeTo(world, 'deidentified'));
    const { page, context, faults } = await stage.open('coordinator');
    await page.clock.install();
    const debug = await context.newCDPSession(page);
    await page.goto(`/meetings/${meeting}`);
    await page.getByText(`of ${stories.length} done`).waitFor();
    let asked = 0;
    page.on('request', (request) => {
      if (request.method() === 'GET' && request.url().includes('/api/v1/')) asked += 1;
    });
    const noted = new Map<string, number>();
    let cardVersion = body<{ version: number }>(await deputy.get(`/meetings/${meeting}/card`)).version;
    /** One minute of the other coordinator's work, and of this page's clock. */
    const minute = async (n: number): Promise<void> => {
      const story = stories[n % stories.length]!;
      const card = page.getByRole('heading', { name: new RegExp(story.number) });
      cardVersion = body<{ version: number }>(
        await deputy.put(
          `/meetings/${meeting}/card`,
          { situationId: story.id, withSummary: n % 2 === 0 },
          { ifMatch: cardVersion },
        ),
      ).version;
      await card.waitFor();
      for (const note of ['moreInformation', null]) {
        const read = page.waitForResponse((response) => response.url().endsWith('/agenda'));
        const { version } = body<{ version: number }>(
          await deputy.put(
            `/meetings/${meeting}/agenda/${story.id}`,
            { noted: note },
            { ifMatch: noted.get(story.id) ?? 1 },
          ),
        );
        noted.set(story.id, version);
        await read;
      }
      await page.clock.fastForward(60_000);
    };
    for (let n = 0; n < 10; n += 1) await minute(n);
    const [begun, askedBefore] = [await held(debug), asked];
    for (let n = 10; n < minutes; n += 1) await minute(n);
    const ended = await held(debug);
    const asks = asked - askedBefore;
    const megabytes = ({ bytes }: Held): string => (bytes / 1e6).toFixed(2);
    process.stdout.write(
      `an open meeting after 10 minutes and after ${minutes}: ${megabytes(begun)} and ${megabytes(ended)} MB of script's memory, ${begun.nodes} and ${ended.nodes} nodes; ${(minutes - 10) * eventsAMinute} events, ${asks} requests\n`,
    );
    // Each event made the page ask: what is measured is a page that worked.
    expect(asks).toBeGreaterThan((minutes - 10) * eventsAMinute);
    expect(ended.bytes).toBeLessThanOrEqual(begun.bytes * 1.2);
    expect(faults).toEqual([]);
  },
  300_000,
);
