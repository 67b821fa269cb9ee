import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { draft } from '../world/situation.js';
import { follow, type Following } from './following.js';
import { ask, Installation, until, type Api, type Person } from './installation.js';

jest.setTimeout(240_000);

const limit = 8_000;

/** What a process holds in memory, in MiB. Linux only; elsewhere 0. */
function residentMiB(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  }
}

interface SlowReader {
  readonly socket: Socket;
  taken: number;
}

/**
 * Takes an answer at so many bytes a second; 0 takes none. Who does not read does not learn either that the
 * line was cut: that is asked of the server.
 */
function readSlowly(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  perSecond: number,
): SlowReader {
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );
  socket.pause();
  const reader: SlowReader = { socket, taken: 0 };
  socket.on('error', () => undefined);
  const taking = setInterval(() => {
    reader.taken += (socket.read(Math.ceil(perSecond / 4)) as Buffer | null)?.length ?? 0;
  }, 250);
  socket.on('close', () => {
    clearInterval(taking);
  });
  if (perSecond === 0) clearInterval(taking);
  return reader;
}

describe('readers that are slow, or do not read at all', () => {
  let home: Installation;
  let api: Api;
  let police: Person;
  let auditor: Record<string, string>;
  let exported: string;

  beforeAll(async () => {
    home = await Installation.create();
    police = await home.enter('rep', 'police');
    const { userId: asker, headers } = await home.enter('auditor');
    const { userId: approver } = await home.enter('auditor');
    auditor = headers;
    const everywhere = '00000000-0000-0000-0000-000000000000';
    await home.sql('insert into stats.year_cut (scope, year) values ($1, 2024)', [everywhere]);
    await home.sql(
      `insert into stats.year_class (scope, year, type, age_band, sex, conclusion_group, records) values ($1, 2024, 'individual', '25-29', 'female', 'other', 2000000)`,
      [everywhere],
    );
    const [row] = await home.sql<{ id: string }>(
      `insert into stats.export (year, asked_by, approved_by, approved_at, approved_as) values (2024, $1, $2, now(), 'auditor') returning id`,
      [asker, approver],
    );
    exported = `/api/v1/statistics/exports/${row?.id ?? ''}/records.csv`;
    api = await home.startApi({ POOL_SIZE: '8', ANSWER_TIMEOUT_MS: String(limit) });
  });
  afterAll(async () => {
    await home.close();
  });

  /** How long a list takes, each asked when the one before was answered. */
  const listing = async (while_: () => boolean): Promise<number[]> => {
    const took: number[] = [];
    while (while_()) {
      const { status, milliseconds } = await ask(api, '/api/v1/situations', { headers: police.headers });
      expect(status).toBe(200);
      took.push(milliseconds);
    }
    return took.sort((one, other) => one - other);
  };
  const at = (sorted: readonly number[], part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  const gauge = async (name: string): Promise<number> => {
    const text = await (await fetch(`http://127.0.0.1:${api.port}/metrics`)).text();
    return Number(new RegExp(`^situation_table_${name} ([\\d.e+-]+)$`, 'm').exec(text)?.[1]);
  };

  it('twenty exports read at 1 kB a second are cut off in time, take no memory to speak of, and hurt nobody', async () => {
    await listing(() => false);
    for (let each = 0; each < 20; each += 1)
      await ask(api, '/api/v1/situations', { headers: police.headers });
    const before = residentMiB(api.pid);
    const readers = Array.from({ length: 20 }, () => readSlowly(api.port, exported, auditor, 1_000));
    let open = true;
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, residentMiB(api.pid));
    }, 100);
    const cut = (): number[] =>
      api
        .output()
        .split('\n')
        .filter((line) => line.includes('records.csv') && line.includes('"cut":true'))
        .map((line) => (JSON.parse(line) as { ms: number }).ms);
    const ended = until('all cut off', () => cut().length === readers.length, limit + 20_000).finally(() => {
      open = false;
    });
    const [took] = await Promise.all([listing(() => open), ended]);
    const after = cut();
    clearInterval(watching);
    for (const { socket } of readers) socket.destroy();
    console.log(
      `20 slow exports: ${(most - before).toFixed(1)} MiB more at most, cut off after ${Math.round(Math.min(...after))} to ${Math.round(Math.max(...after))} ms; ${took.length} lists meanwhile, p50 ${at(took, 0.5).toFixed(0)} ms, p99 ${at(took, 0.99).toFixed(0)} ms`,
    );
    for (const { taken } of readers) expect(taken).toBeGreaterThan(1_000);
    for (const milliseconds of after) expect(milliseconds).toBeGreaterThanOrEqual(limit);
    // Read to its end at that pace, the file would take a day.
    expect(Math.max(...after)).toBeLessThan(limit * 10);
    // The file is some 100 MB: one copy of it for each would be 2 GB.
    expect(most - before).toBeLessThan(100);
    const finished = await home.sql<{ n: number }>(
      `select count(*)::int as n from audit.event where action = 'export.finished'`,
    );
    expect(finished[0]?.n).toBe(0);
  });

  it('a reader that is fast enough gets all of it', async () => {
    const own = await home.startApi({ ANSWER_TIMEOUT_MS: '120000' });
    const answer = await fetch(`http://127.0.0.1:${own.port}${exported}`, { headers: auditor });
    let bytes = 0;
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
    expect(bytes).toBeGreaterThan(50_000_000);
    await until(
      'it is noted',
      async () =>
        (
          await home.sql<{ n: number }>(
            `select count(*)::int as n from audit.event where action = 'export.finished'`,
          )
        )[0]?.n === 1,
    );
    await own.kill('SIGTERM');
  });

  it('event streams that nobody reads keep nothing beyond the line’s own buffers', async () => {
    const before = residentMiB(api.pid);
    // As many at a time as may wait for one person: more than 60 are refused.
    const unread: SlowReader[] = [];
    while (unread.length < 100) {
      for (let each = 0; each < 25; each += 1)
        unread.push(readSlowly(api.port, '/api/v1/events', police.headers, 0));
      await until('open', async () => (await gauge('event_streams')) === unread.length, 90_000);
    }
    const made: string[] = [];
    for (let each = 0; each < 40; each += 1) {
      const {
        body: { id },
      } = await ask(api, '/api/v1/screenings', {
        body: draft,
        headers: { ...police.headers, 'idempotency-key': randomUUID() },
      });
      made.push(String(id));
    }
    expect(new Set(made).size).toBe(40);
    await pause(2_000);
    const grown = residentMiB(api.pid) - before;
    console.log(`100 unread streams: ${grown.toFixed(1)} MiB more after 40 changes`);
    expect(grown).toBeLessThan(60);
    for (const { socket } of unread) socket.destroy();
    await until('closed', async () => (await gauge('event_streams')) === 0);
  });

  it('500 streams that are woken at once leave the pool to requests', async () => {
    const streams: Following[] = [];
    for (let each = 0; each < 500; each += 25)
      streams.push(...(await Promise.all(Array.from({ length: 25 }, () => follow(api, police)))));
    await until('all ready', () => streams.every(({ kinds }) => kinds.includes('ready')));
    await pause(1_000);
    let rounds = 20;
    const quiet = await listing(() => (rounds -= 1) >= 0);
    let waking = true;
    const heard: number[] = [];
    const waits: number[] = [];
    const wake = async (): Promise<void> => {
      for (let each = 0; each < 5; each += 1) {
        const {
          body: { id },
        } = await ask(api, '/api/v1/screenings', {
          body: draft,
          headers: { ...police.headers, 'idempotency-key': randomUUID() },
        });
        heard.push(
          await until('all heard', () => streams.every(({ ids }) => ids.includes(String(id))), 30_000),
        );
      }
      waking = false;
    };
    const look = async (): Promise<void> => {
      while (waking) {
        waits.push(await gauge('pool_waiting\\{login="app"\\}'));
        await pause(5);
      }
    };
    const [took] = await Promise.all([listing(() => waking), wake(), look()]);
    for (const stream of streams) stream.close();
    console.log(
      `500 streams woken 5 times, each told within ${Math.round(Math.max(...heard))} ms; meanwhile ${took.length} lists, p50 ${at(took, 0.5).toFixed(0)} ms, p99 ${at(took, 0.99).toFixed(0)} ms (quiet: p50 ${at(quiet, 0.5).toFixed(0)} ms); at most ${Math.max(...waits)} waited for a connection, seen ${waits.length} times`,
    );
    expect(took.length).toBeGreaterThan(20);
    expect(waits.length).toBeGreaterThan(10);
    // One list and one change are under way besides the streams, on a pool of eight of which the streams hold two.
    expect(Math.max(...waits)).toBe(0);
  });
});
