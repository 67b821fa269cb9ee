import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ask, Installation, until, type Api } from './installation.js';

jest.setTimeout(360_000);

let installation: Installation;
let apis: [Api, Api];
let receiver: Server;
let answerAfterMs = 0;
const arrived: string[] = [];
beforeAll(async () => {
  receiver = createServer((request, response) => {
    arrived.push(String(request.headers['webhook-id']));
    setTimeout(() => {
      response.end();
    }, answerAfterMs);
  });
  await new Promise<void>((ready) => {
    receiver.listen(0, '127.0.0.1', ready);
  });
  installation = await Installation.create();
  // What a killed process had begun is taken for lost after a minute or two, and done again half a minute
  // later; here sooner.
  await installation.sql(
    `update queue.queue set expire_seconds = 20, retry_delay = 2 where name in ('webhook.deliver', 'webhook.gathered')`,
  );
  apis = [
    await installation.startApi({ WEBHOOK_LOOPBACK: 'yes' }),
    await installation.startApi({ WEBHOOK_LOOPBACK: 'yes' }),
  ];
  const administrator = await installation.enter('administrator');
  const { status } = await ask(apis[0], '/api/v1/webhooks', {
    body: { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, events: ['seat.added'] },
    headers: { ...administrator.headers, 'idempotency-key': randomUUID() },
  });
  expect(status).toBe(201);
});
afterAll(async () => {
  await installation.close();
  receiver.closeAllConnections();
  await new Promise((closed) => {
    receiver.close(closed);
  });
});

/** So many seats begin, each of which must be told; the minute that the queue would wait for passes. */
async function happened(count: number): Promise<string[]> {
  const before = new Set(
    (await installation.sql<{ id: string }>('select id from sec.webhook_delivery')).map(({ id }) => id),
  );
  arrived.length = 0;
  for (let n = 0; n < count; n += 1) await installation.enter('rep', 'police');
  await installation.sql(`insert into queue.job (name, retry_limit) values ('webhook.gathered', 0)`);
  // Not those alone that wait: the minute may pass by itself, and some are sent by now.
  return (await installation.sql<{ id: string }>('select id from sec.webhook_delivery'))
    .map(({ id }) => id)
    .filter((id) => !before.has(id));
}
const unsent = async (): Promise<number> =>
  (await installation.sql('select from sec.webhook_delivery where sent_at is null')).length;

it('two processes send each message once', async () => {
  const ids = await happened(20);
  expect(ids).toHaveLength(20);
  await until('all noted', async () => (await unsent()) === 0, 100_000);
  expect([...arrived].sort()).toEqual([...ids].sort());
});

it('a process killed while it sends loses no message; one that comes twice has the same id', async () => {
  answerAfterMs = 8_000;
  const ids = await happened(8);
  // Each works at one message at a time: two that are not answered yet are one of each.
  await until('both are in the middle of one', () => arrived.length === 2, 100_000);
  await apis[0].kill('SIGKILL');
  answerAfterMs = 0;
  await until('all noted', async () => (await unsent()) === 0, 210_000);
  expect([...new Set(arrived)].sort()).toEqual([...ids].sort());
  // The control: the one that died had not noted its message, so that it came again.
  expect(arrived).toHaveLength(ids.length + 1);
});
