import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { webhookEvents } from '#domain/vocabulary';
import { move, takeTo } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let world: World;
let receiver: Server;
let url: string;
let status = 200;
const messages: Message[] = [];
beforeAll(async () => {
  world = await createWorld();
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      messages.push({ headers: request.headers, text: Buffer.concat(parts).toString() });
      response.writeHead(status).end('thanks');
    });
  });
  await new Promise<void>((ready) => {
    receiver.listen(0, '127.0.0.1', ready);
  });
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  await world.queue.start(() => undefined, 0.5);
});
afterAll(async () => {
  await world.close();
  receiver.closeAllConnections();
  await new Promise((closed) => {
    receiver.close(closed);
  });
});
beforeEach(async () => {
  messages.length = 0;
  status = 200;
  await world.database.plant('delete from sec.webhook');
});

const administrator = () => world.actors.administrator;
const add = async (events: readonly string[] = webhookEvents): Promise<{ id: string; secret: string }> =>
  body(await administrator().post('/webhooks', { url, events }));
const tagOf = async (id: string): Promise<string> =>
  (await administrator().get(`/webhooks/${id}`).expect(200)).headers['etag'] as string;
const waiting = async (): Promise<number> =>
  (await world.database.plant('select from sec.webhook_delivery where sent_at is null and dead_at is null'))
    .length;

/** What the queue does by itself once a minute, now; every waiting try is made due. */
async function gather(): Promise<void> {
  const id = randomUUID();
  await world.database.plant(
    `insert into queue.job (id, name, retry_limit) values ($1, 'webhook.gathered', 0)`,
    [id],
  );
  for (
    let tries = 0;
    (await world.database.plant(`select from queue.job where id = $1 and state = 'completed'`, [id]))
      .length === 0;
    tries += 1
  ) {
    if (tries > 200) throw new Error('it was not gathered');
    await pause(50);
  }
  await world.database.plant(
    `update queue.job set start_after = now() where name = 'webhook.deliver' and state = 'retry'`,
  );
}
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 300) throw new Error('it did not come true');
    await pause(50);
  }
}
async function delivered(): Promise<void> {
  await gather();
  await until(async () => (await waiting()) === 0);
}
/** A receiver's own check, written from the specification: which of the signatures are this secret's. */
function verified({ headers, text }: Message, secret: string): boolean[] {
  const expected = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update([headers['webhook-id'], headers['webhook-timestamp'], text].join('.'))
    .digest('base64');
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1_000)).toBeLessThan(60);
  return String(headers['webhook-signature'])
    .split(' ')
    .map((one) => one === `v1,${expected}`);
}
async function changeTable(region: string): Promise<void> {
  const path = `/tables/${world.tables.harbour}`;
  const { headers } = await administrator().get(path).expect(200);
  await administrator()
    .patch(path, { region }, { ifMatch: headers['etag'] as string })
    .expect(200);
}

describe('a webhook', () => {
  it('tells by signed messages what an administrator did: an event and ids, nothing else', async () => {
    const { secret } = await add();
    await changeTable('North');
    const seat = await world.enter('watched', { persona: 'rep', table: 'harbour', agency: 'school' });
    await world.database.plant(
      `update sec.seat set ended_because = 'ended', ends_at = sec.domain_now() where id = $1`,
      [seat.seatId],
    );
    await world.database.plant(
      'update sec.table_agency set left_at = sec.domain_now() where table_id = $1 and agency_id = $2',
      [world.tables.harbour, world.agency.foodBank],
    );
    await world.database.plant(
      'update sec.table_agency set left_at = null where table_id = $1 and agency_id = $2',
      [world.tables.harbour, world.agency.foodBank],
    );
    await delivered();
    const told = messages.map(
      ({ text }) =>
        JSON.parse(text) as { type: string; timestamp: string; data: Record<string, string | null> },
    );
    expect(messages.map((message) => verified(message, secret))).toEqual(messages.map(() => [true]));
    const at = { tableId: world.tables.harbour };
    expect(told.map(({ type, data }) => ({ type, data }))).toEqual(
      [
        { type: 'table.changed', data: { ...at, id: world.tables.harbour, agencyId: null } },
        { type: 'seat.added', data: { ...at, id: seat.seatId, agencyId: world.agency.school } },
        { type: 'seat.ended', data: { ...at, id: seat.seatId, agencyId: world.agency.school } },
        { type: 'agency.left', data: { ...at, id: world.agency.foodBank, agencyId: world.agency.foodBank } },
        {
          type: 'agency.joined',
          data: { ...at, id: world.agency.foodBank, agencyId: world.agency.foodBank },
        },
      ].sort(
        (a, b) =>
          told.findIndex(({ type }) => type === a.type) - told.findIndex(({ type }) => type === b.type),
      ),
    );
    for (const { type, timestamp, data, ...rest } of told)
      expect([typeof type, new Date(timestamp).toISOString(), Object.keys(data).sort(), rest]).toEqual([
        'string',
        timestamp,
        ['agencyId', 'id', 'tableId'],
        {},
      ]);
    expect(new Set(messages.map(({ headers }) => headers['webhook-id'])).size).toBe(5);
  });

  it('tells nothing of situations and meetings, however much goes on', async () => {
    await add();
    const story = await takeTo(world, 'limited');
    await move(story, 'deputy', 'close-round');
    await move(story, 'deputy', 'assign', {
      lead: world.agency.childServices,
      assisting: [world.agency.school],
    });
    expect(await world.database.plant('select event from sec.webhook_delivery')).toEqual([]);
    // The control: it does hear.
    await changeTable('South');
    expect(await world.database.plant('select event from sec.webhook_delivery')).toEqual([
      { event: 'table.changed' },
    ]);
  });

  it('tells nothing of what was rolled back, and of its own events alone', async () => {
    await add(['seat.added']);
    await changeTable('West');
    expect(await waiting()).toBe(0);
  });

  it('shows its secret once, seals it, and gives it to nobody', async () => {
    const once = randomUUID();
    const first = body<{ id: string; secret: string }>(
      await administrator().post('/webhooks', { url, events: ['seat.added'] }, { once }),
    );
    expect(body(await administrator().post('/webhooks', { url, events: ['seat.added'] }, { once }))).toEqual({
      id: first.id,
      secret: null,
    });
    const shown = await administrator().get('/webhooks').expect(200);
    expect(shown.text).not.toContain('whsec_');
    const [kept] = await world.database.plant<{ row: string }>(
      `select w::text || encode(w.sealed, 'escape') as row from sec.webhook w`,
    );
    expect(kept!.row).not.toContain(first.secret.slice(6, 30));
    await expect(
      world.data.as(administrator().key, randomUUID(), (session) =>
        session.rows('select sealed from sec.webhook'),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    // What was sealed for one webhook does not open for another.
    const other = await add();
    await world.database.plant(
      'update sec.webhook set sealed = (select sealed from sec.webhook where id = $1) where id = $2',
      [first.id, other.id],
    );
    await changeTable('Moved');
    await gather();
    await until(
      async () =>
        (
          await world.database.plant(
            `select from queue.job where name = 'webhook.deliver' and output::text like '%ciphertextMoved%'`,
          )
        ).length > 0,
    );
    expect(messages).toEqual([]);
    expect(await waiting()).toBe(1);
  });

  it('signs with both secrets for 24 hours after a new one, then with the new one', async () => {
    const { id, secret } = await add();
    const renewed = body<{ secret: string; earlierUntil: string }>(
      await administrator().post(`/webhooks/${id}/secrets`, {}, { ifMatch: await tagOf(id) }),
    );
    expect(Math.round((Date.parse(renewed.earlierUntil) - Date.now()) / 3_600_000)).toBe(24);
    await changeTable('Two');
    await delivered();
    expect([verified(messages[0]!, renewed.secret), verified(messages[0]!, secret)]).toEqual([
      [true, false],
      [false, true],
    ]);
    await world.database.plant(
      `update sec.webhook set earlier_until = clock_timestamp() - interval '1 second'`,
    );
    await changeTable('One');
    await delivered();
    expect(verified(messages[1]!, renewed.secret)).toEqual([true]);
    expect(await world.database.plant('select from sec.webhook where earlier_sealed is not null')).toEqual(
      [],
    );
  });

  it('tries again, as the same message', async () => {
    await add();
    status = 503;
    await changeTable('Again');
    await gather();
    await until(() => messages.length === 1);
    await until(
      async () =>
        (await world.database.plant('select from sec.webhook where failing_since is not null')).length === 1,
    );
    status = 200;
    await until(async () => {
      await world.database.plant(
        `update queue.job set start_after = now() where name = 'webhook.deliver' and state = 'retry'`,
      );
      return messages.length === 2;
    });
    await until(async () => (await waiting()) === 0);
    expect(messages[1]!.headers['webhook-id']).toBe(messages[0]!.headers['webhook-id']);
    expect(await world.database.plant('select from sec.webhook where failing_since is not null')).toEqual([]);
  });

  it.each([
    ['one message more is given up after three days without any arriving', '4 days', 503, true],
    ['not before', '2 days', 503, false],
    ['at once when the receiver says that it is gone', null, 410, true],
  ])('stops: %s', async (_, since, answered, stops) => {
    const { id } = await add();
    if (since !== null)
      await world.database.plant('update sec.webhook set failing_since = clock_timestamp() - $1::interval', [
        since,
      ]);
    status = answered;
    await changeTable(`Stop ${answered} ${since}`);
    await gather();
    await until(() => messages.length > 0);
    // Its last try.
    if (since !== null)
      await until(async () => {
        await world.database.plant(
          `update queue.job set start_after = now(), retry_count = retry_limit - 1 where name = 'webhook.deliver' and state = 'retry'`,
        );
        return (await waiting()) === 0;
      });
    await until(async () => (await waiting()) === 0);
    const shown = body<{ stoppedAt: string | null }>(await administrator().get(`/webhooks/${id}`));
    expect(shown.stoppedAt !== null).toBe(stops);
    const notices = await world.database.plant<{ user_id: string }>(
      `select user_id from sec.notice where code = 'webhook.stopped' and object_id = $1`,
      [id],
    );
    expect(notices.map(({ user_id: user }) => user).sort()).toEqual(
      stops ? [administrator().userId, world.actors.secondAdministrator.userId].sort() : [],
    );
    if (!stops) return;
    await changeTable(`Unheard ${answered}`);
    expect(await waiting()).toBe(0);
    await administrator()
      .post(`/webhooks/${id}/resumption`, {}, { ifMatch: await tagOf(id) })
      .expect(204);
    status = 200;
    await changeTable(`Heard ${answered}`);
    await delivered();
    expect(JSON.parse(messages.at(-1)!.text)).toMatchObject({ type: 'table.changed' });
  });

  it('is the administrators’ alone, kept to https, twenty at most, and changed on its version', async () => {
    const { id } = await add();
    for (const name of ['police', 'coordinator', 'auditor', 'policeOfficer'] as const) {
      await world.actors[name].get('/webhooks').expect(403);
      await world.actors[name].post('/webhooks', { url, events: ['seat.added'] }).expect(403);
      expect(
        await world.data
          .as(world.actors[name].key, randomUUID(), (session) => session.rows('select id from sec.webhook'))
          .catch(({ code }: { code: string }) => code),
      ).toBe('42501');
    }
    for (const wrong of [
      'http://example.org/x',
      'https://10.0.0.1/',
      'https://[::ffff:10.0.0.1]/',
      'https://a:b@example.org/',
    ]) {
      expect(
        (
          await administrator()
            .post('/webhooks', { url: wrong, events: ['seat.added'] })
            .expect(400)
        ).body,
      ).toMatchObject({ code: 'request.invalid' });
    }
    await administrator()
      .post('/webhooks', { url, events: ['situation.brought'] })
      .expect(400);
    await administrator().delete(`/webhooks/${id}`, { ifMatch: 9 }).expect(412);
    await administrator().delete(`/webhooks/${id}`).expect(428);
    await administrator()
      .delete(`/webhooks/${id}`, { ifMatch: await tagOf(id) })
      .expect(204);
    await administrator().get(`/webhooks/${id}`).expect(404);
    for (let n = 0; n < 20; n += 1) await add(['seat.added']);
    expect(
      (
        await administrator()
          .post('/webhooks', { url, events: ['seat.added'] })
          .expect(409)
      ).body,
    ).toMatchObject({ code: 'webhook.add.tooMany' });
    const actions = await world.database.plant<{ action: string }>(
      `select distinct action from audit.event where object_type = 'webhook' order by 1`,
    );
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'webhook.add',
        'webhook.remove',
        'webhook.renewSecret',
        'webhook.resume',
        'webhook.stop',
      ]),
    );
  });
});
