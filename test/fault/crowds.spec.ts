import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { draft } from '../world/situation.js';
import { follow, type Following } from './following.js';
import { ask, Installation, until, type Api, type Person } from './installation.js';

jest.setTimeout(240_000);

/** What a process holds in memory, in MiB. Linux only; elsewhere undefined. */
function residentMiB(pid: number): number | undefined {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** Sends bytes one at a time and resolves with all that was answered until the line was cut. */
function drip(port: number, head: string, slowly: string, every: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    let next = 0;
    socket.write(head);
    const dripping = setInterval(() => {
      if (next < slowly.length) socket.write(slowly[next++] ?? '');
    }, every);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(heard);
    });
  });
}

describe('slow peers and crowds', () => {
  let home: Installation;
  let api: Api;
  let other: Api;
  let police: Person;
  let people: Person[];
  beforeAll(async () => {
    home = await Installation.create();
    police = await home.enter('rep', 'police');
    people = [];
    for (let each = 0; each < 20; each += 1)
      people.push(await home.enter('rep', each % 2 === 0 ? 'police' : 'school'));
    api = await home.startApi({ POOL_SIZE: '8' });
    other = await home.startApi({ POOL_SIZE: '8' });
  });
  afterAll(async () => {
    await home.close();
  });

  /**
   * Our logins' transactions under way: each holds its own number locked. What they are doing is told to
   * nobody (track_activities).
   */
  /** Connections in a transaction in each of five looks: a scheduled job that passes by is not held. */
  const inTransaction = async (): Promise<number> => {
    const looks: number[] = [];
    for (let each = 0; each < 5; each += 1) {
      const [row] = await home.sql<{ n: number }>(
        `select count(*)::int as n from pg_locks join pg_stat_activity using (pid) where pg_locks.locktype = 'virtualxid' and pg_stat_activity.usename in ('app', 'authn', 'job')`,
      );
      looks.push(row?.n ?? -1);
      await pause(50);
    }
    return Math.min(...looks);
  };

  it('200 requests at once at two processes with a pool of 8 each: each is answered with its own, or 503 with Retry-After', async () => {
    const wishes = Array.from({ length: 200 }, (_, each) => ({
      to: each % 2 === 0 ? api : other,
      person: people[(each >> 1) % people.length] as Person,
      key: randomUUID(),
    }));
    const send = ({ to, person, key }: (typeof wishes)[number]) =>
      ask(to, '/api/v1/screenings', { body: draft, headers: { ...person.headers, 'idempotency-key': key } });
    const answers = await Promise.all(wishes.map(send));
    expect(
      [...new Set(answers.map(({ status }) => status))].filter((status) => status !== 201 && status !== 503),
    ).toEqual([]);
    for (const { status, headers } of answers)
      if (status === 503) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    const rows = await home.sql<{ id: string; created_by: string }>(
      'select id, created_by from app.screening',
    );
    const author = new Map(rows.map((row) => [row.id, row.created_by]));
    const made = answers.flatMap(({ status, body }, each) =>
      status === 201 ? [{ id: String(body['id']), by: wishes[each]?.person.userId }] : [],
    );
    expect(made.filter(({ id, by }) => author.get(id) !== by)).toEqual([]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
    console.log(
      `200 at once: ${made.length} done, ${200 - made.length} told to come again, the slowest after ${Math.round(Math.max(...answers.map(({ milliseconds }) => milliseconds)))} ms`,
    );
  });

  it('a request whose headers or body drip is ended with 408 and holds no connection of the database', async () => {
    const api = await home.startApi({ REQUEST_TIMEOUT_MS: '2000', POOL_SIZE: '8' });
    const dressed = `Host: localhost\r\nCookie: ${police.headers['cookie']}\r\nSeat: ${police.seatId}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nIdempotency-Key: ${randomUUID()}\r\n`;
    const slow = Array.from({ length: 20 }, (_, each) =>
      each % 2 === 0
        ? drip(
            api.port,
            `POST /api/v1/screenings HTTP/1.1\r\n${dressed}Content-Length: 500\r\n\r\n`,
            JSON.stringify(draft),
            50,
          )
        : drip(api.port, 'GET /api/v1/situations HTTP/1.1\r\n', dressed, 50),
    );
    await pause(1_000);
    expect(await inTransaction()).toBe(0);
    const holder = new Client({ connectionString: home.running.url('app') });
    await holder.connect();
    await holder.query('begin; select 1');
    expect(await inTransaction()).toBe(1);
    await holder.end();
    expect((await ask(api, '/api/v1/situations', { headers: police.headers })).status).toBe(200);
    const heard = await Promise.all(slow);
    expect([...new Set(heard.map((text) => text.slice(0, 12)))]).toEqual(['HTTP/1.1 408']);
  });

  it('500 open streams cost less than 100 MiB, all hear a decision, and requests go on', async () => {
    // A process of its own: what the crowd before left free in memory would hide what the streams take.
    const api = await home.startApi({ POOL_SIZE: '8' });
    await ask(api, '/api/v1/situations', { headers: police.headers });
    const before = residentMiB(api.pid);
    const streams: Following[] = [];
    for (let each = 0; each < 500; each += 25)
      streams.push(
        ...(await Promise.all(
          Array.from({ length: 25 }, (_, one) => follow(api, people[(each + one) % people.length] as Person)),
        )),
      );
    await until('all ready', () => streams.every(({ kinds }) => kinds.includes('ready')));
    await pause(3_000);
    const open = residentMiB(api.pid);
    // Decided through one process, heard at another.
    const {
      body: { id },
    } = await ask(other, '/api/v1/screenings', {
      body: draft,
      headers: { ...police.headers, 'idempotency-key': randomUUID() },
    });
    const brought = await ask(other, `/api/v1/screenings/${String(id)}/bring-to-table`, {
      body: { ownMeansExhausted: true },
      headers: { ...police.headers, 'if-match': '"v1"', 'idempotency-key': randomUUID() },
    });
    expect(brought.status).toBe(201);
    const [heard, listed] = await Promise.all([
      until('all heard', () => streams.every(({ ids }) => ids.includes(String(brought.body['id']))), 15_000),
      ask(api, '/api/v1/situations', { headers: police.headers }),
    ]);
    expect(listed.status).toBe(200);
    const told = residentMiB(api.pid);
    for (const stream of streams) stream.close();
    console.log(
      `500 streams: ${before?.toFixed(1)} MiB idle, ${open?.toFixed(1)} MiB open, ${told?.toFixed(1)} MiB after a decision that all heard within ${Math.round(heard)} ms; a list meanwhile took ${Math.round(listed.milliseconds)} ms`,
    );
    if (before !== undefined && told !== undefined)
      expect(Math.max(open ?? 0, told) - before).toBeLessThan(100);
  });
});
