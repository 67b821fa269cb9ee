import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { draft } from '../world/situation.js';
import { follow } from './following.js';
import { ask, Installation, until, type Answered, type Api, type Person } from './installation.js';

jest.setTimeout(120_000);

describe('PostgreSQL stopped and started while the API runs', () => {
  let home: Installation;
  let api: Api;
  let other: Api;
  let police: Person;
  let school: Person;
  beforeAll(async () => {
    home = await Installation.create();
    police = await home.enter('rep', 'police');
    school = await home.enter('rep', 'school');
    api = await home.startApi();
    other = await home.startApi();
  });
  afterAll(async () => {
    await home.close();
  });

  const write = (to: Api = api): Promise<Answered> =>
    ask(to, '/api/v1/screenings', {
      body: draft,
      headers: { ...police.headers, 'idempotency-key': randomUUID() },
    });
  const list = (): Promise<Answered> => ask(api, '/api/v1/situations', { headers: police.headers });

  async function bring(to: Api): Promise<string> {
    const {
      body: { id },
    } = await write(to);
    const brought = await ask(to, `/api/v1/screenings/${String(id)}/bring-to-table`, {
      body: { ownMeansExhausted: true },
      headers: { ...police.headers, 'if-match': '"v1"', 'idempotency-key': randomUUID() },
    });
    expect(brought.status).toBe(201);
    return String(brought.body['id']);
  }

  it('a decision made through one process is heard within a second on a stream of the other', async () => {
    const stream = await follow(other, school);
    await until('ready', () => stream.kinds.includes('ready'));
    const id = await bring(api);
    await until('heard', () => stream.ids.includes(id), 1_000);
    stream.close();
  });

  let isOver = false;
  afterEach(() => {
    isOver = true;
  });

  it.each(['stopped', 'killed'] as const)(
    '%s: 503 with Retry-After at once, alive and not ready; then well again by itself, streams too',
    async (how) => {
      expect((await write()).status).toBe(201);
      const stream = await follow(other, school);
      await until('ready', () => stream.kinds.includes('ready'));
      // Requests are under way while it goes.
      isOver = false;
      const during: Answered[] = [];
      const writers = Array.from({ length: 12 }, async () => {
        while (!isOver) during.push(await write());
      });
      await pause(400);
      await (how === 'stopped' ? home.stopDatabase() : home.killDatabase());
      if (await Promise.race([api.ended.then(() => true), pause(300).then(() => false)]))
        throw new Error(`The API died: ${api.output()}`);
      for (const asked of [write(), list(), ask(api, '/readyz')]) {
        const answered = await asked;
        expect([answered.status, answered.headers['content-type'], answered.milliseconds < 1_500]).toEqual([
          503,
          'application/problem+json; charset=utf-8',
          true,
        ]);
        expect(Number(answered.headers['retry-after'])).toBeGreaterThan(0);
      }
      expect((await ask(api, '/healthz')).status).toBe(200);
      isOver = true;
      await Promise.all(writers);
      expect([...new Set(during.map(({ status }) => status))].sort()).toEqual([201, 503]);
      for (const { status, headers } of during)
        if (status === 503) expect(Number(headers['retry-after'])).toBeGreaterThan(0);

      await home.startDatabase();
      await until('ready again', async () => (await ask(api, '/readyz')).status === 200, 5_000);
      expect((await write()).status).toBe(201);
      await pause(1_500);
      const id = await bring(api);
      await until('heard again', () => stream.ids.includes(id), 1_000);
      stream.close();
      const kept = await home.sql<{ id: string }>('select id from app.screening');
      const keptIds = new Set(kept.map((row) => row.id));
      expect(during.filter(({ status, body }) => status === 201 && !keptIds.has(String(body['id'])))).toEqual(
        [],
      );
      expect(await home.brokenChains()).toEqual([]);
      expect(api.output()).not.toContain('"level":"fault"');
    },
  );
});
