import { request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { Data } from '#database/door';
import { Answers } from '#edge';
import { Shares } from '../../libs/database/src/door/shares.js';
import { Actor } from '../world/actor.js';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';
import { plantSession } from '../world/planting.js';

class SlowView {
  slept!: boolean;
}

/** A read that takes as long as the database lets it, within the unit of work of the one who asks. */
@Controller('slow')
class SlowController {
  constructor(private readonly data: Data) {}

  @Get()
  @Allow('situation:read')
  @Answers(SlowView)
  async sleep(@TheViewer() viewer: ActingViewer): Promise<SlowView> {
    await this.data.as(viewer, viewer.requestId, (session) => session.rows('select pg_sleep(6)'));
    return { slept: true };
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

let world: EmptyWorld;
let greedy: Actor;
let other: Actor;
let port: number;

beforeAll(async () => {
  world = await createEmptyWorld({ more: [SlowModule] });
  port = Number(new URL(world.url).port);
  await world.table('Pinewood', ['Police', 'School']);
  greedy = await world.person('Greedy', { persona: 'rep', table: 'Pinewood', agency: 'Police' });
  other = await world.person('Other', { persona: 'rep', table: 'Pinewood', agency: 'School' });
});
afterAll(async () => {
  await world.close();
});

/** A read that its sender may give up. */
function slowly(actor: Actor): { giveUp: () => void; ended: Promise<number> } {
  let giveUp = (): void => undefined;
  const ended = new Promise<number>((resolve) => {
    const going = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path: '/api/v1/slow',
        agent: false,
        headers: { cookie: actor.cookie!, seat: actor.seatId },
      },
      (answer) => {
        answer.resume().on('end', () => {
          resolve(answer.statusCode ?? 0);
        });
      },
    );
    going.on('error', () => {
      resolve(0);
    });
    giveUp = () => going.destroy();
    going.end();
  });
  return { giveUp, ended };
}

const asleep = async (): Promise<number> =>
  (
    await world.database.plant<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    )
  )[0]!.n;

async function listed(actor: Actor): Promise<{ status: number; ms: number }> {
  const from = performance.now();
  const { status } = await actor.get('/situations');
  return { status, ms: performance.now() - from };
}

describe('reads of one seat that are given up', () => {
  it('end in the database too, and their connections are free', async () => {
    const reads = Array.from({ length: 40 }, () => slowly(greedy));
    for (let each = 0; each < 100 && (await asleep()) === 0; each += 1) await pause(50);
    await pause(300);
    expect(await asleep()).toBe(3);
    for (const { giveUp } of reads) giveUp();
    await Promise.all(reads.map(({ ended }) => ended));
    for (let each = 0; each < 40 && (await asleep()) > 0; each += 1) await pause(50);
    expect(await asleep()).toBe(0);
    expect(world.data.pools().find(({ login }) => login === 'app')).toMatchObject({ busy: 0, waiting: 0 });
    // The seat itself goes on at once, and with its own answer.
    const { status, ms } = await listed(greedy);
    expect([status, ms < 3_000]).toEqual([200, true]);
  });

  it('while they run hold up nobody else, from one session or from several', async () => {
    const token = await plantSession(world.database, greedy.userId);
    const second = new Actor(world.url, { ...greedy.identity, token });
    const reads = Array.from({ length: 30 }, (_, each) => slowly(each % 2 === 0 ? greedy : second));
    for (let each = 0; each < 100 && (await asleep()) < 3; each += 1) await pause(50);
    expect(await asleep()).toBe(3);
    for (let each = 0; each < 5; each += 1) {
      const { status, ms } = await listed(other);
      expect([status, ms < 3_000]).toEqual([200, true]);
    }
    // What waits for too long is told so.
    const statuses = await Promise.all(reads.map(({ ended }) => ended));
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect((await listed(greedy)).status).toBe(200);
  });
});

describe('shares', () => {
  it('let no key have more than its own, and let all that waits come in time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 2 }),
            ms: fc.nat(4),
            fails: fc.boolean(),
            givenUp: fc.boolean(),
          }),
          { maxLength: 40 },
        ),
        fc.integer({ min: 1, max: 3 }),
        async (claims, atOnce) => {
          const shares = new Shares({ atOnce, waiting: 100, waitMs: 5_000 });
          const running = new Map<string, number>();
          let most = 0;
          const results = claims.map(({ keys, ms, fails, givenUp }) =>
            shares
              .take(
                keys,
                async () => {
                  for (const key of keys) {
                    running.set(key, (running.get(key) ?? 0) + 1);
                    most = Math.max(most, running.get(key)!);
                  }
                  await pause(ms);
                  for (const key of keys) running.set(key, running.get(key)! - 1);
                  if (fails) throw new Error('failed');
                  return 'done';
                },
                (giveUp) => {
                  if (givenUp) giveUp();
                },
              )
              .catch((error: Error) => error.message),
          );
          const ended = await Promise.all(results);
          expect(most).toBeLessThanOrEqual(atOnce);
          for (const [place, { fails, givenUp }] of claims.entries())
            expect([...(fails ? ['failed'] : ['done']), ...(givenUp ? ['given up'] : [])]).toContain(
              ended[place],
            );
        },
      ),
      { numRuns: 40 },
    );
  });
});
