import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LiveService } from '../../apps/api/src/live/live.service.js';
import { Turns } from '../../apps/api/src/live/turns.js';
import { createWorld, type World } from '../world/world.js';

describe('a stream that nobody reads', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('is ended at the second beat that finds it unread; one that is read again before goes on', async () => {
    const live = world.app.get(LiveService);
    const { key } = world.actors.school;
    const responses: ServerResponse[] = [];
    const server = createServer((_, response) => {
      responses.push(response);
      void live.begin({ ...key, requestId: '', tableId: world.tables.harbour }, undefined, () => response);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => {
      server.once('listening', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const open = (): Promise<IncomingMessage> =>
      new Promise((resolve) => {
        get({ port, host: '127.0.0.1', agent: false }, (message) => {
          message.on('error', () => undefined);
          resolve(message);
        });
      });
    const [stuck, slow] = [await open(), await open()];
    // More than any line buffers.
    for (const response of responses) response.write(`: ${' '.repeat(32 * 1024 * 1024)}\n\n`);
    expect(responses.map(({ writableNeedDrain }) => writableNeedDrain)).toEqual([true, true]);
    live.beat();
    slow.resume();
    await new Promise<void>((resolve) => {
      responses[1]!.once('drain', () => {
        resolve();
      });
    });
    live.beat();
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(responses.map(({ destroyed }) => destroyed)).toEqual([true, false]);
    stuck.destroy();
    slow.destroy();
    server.close();
  });
});

describe('turns', () => {
  it('let no more than so many work, in order, and a failure gives its turn on', async () => {
    const turns = new Turns(2);
    let working = 0;
    let most = 0;
    const order: number[] = [];
    const one = async (each: number): Promise<void> => {
      working += 1;
      most = Math.max(most, working);
      order.push(each);
      await new Promise((resolve) => {
        setTimeout(resolve, 2);
      });
      working -= 1;
      if (each % 3 === 0) throw new Error('failed');
    };
    await Promise.allSettled(Array.from({ length: 30 }, (_, each) => turns.take(() => one(each))));
    expect([most, working]).toEqual([2, 0]);
    expect(order).toEqual(Array.from({ length: 30 }, (_, each) => each));
    await expect(turns.take(() => Promise.resolve('again'))).resolves.toBe('again');
  });
});
