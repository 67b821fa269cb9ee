import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Client } from 'pg';
import {
  AlreadyRunning,
  giveTo,
  serverAccount,
  startEmbedded,
  type EmbeddedServer,
} from '#database/embedded';

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Inserts numbers one after another, each acknowledged, until the server is gone; returns those that were
 * acknowledged.
 */
async function writeUntilGone(url: string): Promise<number[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const acknowledged: number[] = [];
  for (let next = 1; ; next += 1) {
    try {
      await client.query('insert into public_note values ($1)', [next]);
      acknowledged.push(next);
    } catch {
      return acknowledged;
    }
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

jest.setTimeout(120_000);

describe('the embedded server', () => {
  let folder: string;
  let started: EmbeddedServer[] = [];
  beforeEach(() => {
    folder = mkdtempSync('/tmp/st fault ');
    giveTo(serverAccount(), folder);
  });
  afterEach(async () => {
    for (const server of started) await server.stop();
    started = [];
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (directory: string): Promise<EmbeddedServer> => {
    const server = await startEmbedded(directory);
    started.push(server);
    return server;
  };

  it('starts in a path with a space, over an owner-only socket and no TCP port', async () => {
    const server = await start(join(folder, 'my data'));
    const [row] = await ask<{ who: string; listens: string; address: string | null }>(
      server.url('app'),
      `select session_user as who, current_setting('listen_addresses') as listens, inet_server_addr()::text as address`,
    );
    expect(row).toEqual({ who: 'app', listens: '', address: null });
    for (const part of ['', 'postgresql', 'socket'])
      expect(statSync(join(folder, 'my data', part)).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'my data', 'logins.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'my data', 'socket', '.s.PGSQL.5432')).mode & 0o777).toBe(0o700);
  });

  it('starts under a umask that closes every new directory', async () => {
    const before = process.umask(0o077);
    try {
      const server = await start(join(folder, 'not', 'there', 'yet'));
      expect(await ask(server.url('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(existsSync(join(server.directory, 'postgresql'))).toBe(true);
    } finally {
      process.umask(before);
    }
  });

  it('starts where the path is too long for a socket', async () => {
    const server = await start(join(folder, 'a'.repeat(60), 'b'.repeat(60)));
    expect(await ask(server.url('authn'), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(server.directory, 'socket'))).toBe(false);
    const socket = new URL(server.url('authn')).searchParams.get('host') ?? '';
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    await server.stop();
    expect(existsSync(socket)).toBe(false);
  });

  it('tells a second start what is wrong, and lets the first go on', async () => {
    const server = await start(join(folder, 'data'));
    server.announce('http://127.0.0.1:3999');
    await expect(startEmbedded(join(folder, 'data'))).rejects.toThrow(AlreadyRunning);
    await expect(startEmbedded(join(folder, 'data'))).rejects.toThrow(
      /already running on .*data \(process \d+, since .*http:\/\/127\.0\.0\.1:3999\).*SITUATION_TABLE_DATA/,
    );
    expect(await ask(server.url('job'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('of two starts at the same moment exactly one wins', async () => {
    const both = await Promise.allSettled([
      startEmbedded(join(folder, 'data')),
      startEmbedded(join(folder, 'data')),
    ]);
    for (const one of both) if (one.status === 'fulfilled') started.push(one.value);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps every acknowledged row when PostgreSQL is killed in the middle of writing', async () => {
    const first = await start(join(folder, 'data'));
    await ask(
      first.url('postgres'),
      'create schema planted; create table planted.public_note (id int); alter role postgres set search_path = planted',
    );
    const writing = writeUntilGone(first.url('postgres'));
    await new Promise((resolve) => {
      setTimeout(resolve, 700);
    });
    process.kill(first.pid, 'SIGKILL');
    const acknowledged = await writing;
    await first.ended;
    await first.stop();
    expect(acknowledged.length).toBeGreaterThan(20);

    const second = await start(join(folder, 'data'));
    const kept = new Set(
      (await ask<{ id: number }>(second.url('postgres'), 'select id from public_note')).map(({ id }) => id),
    );
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  it('takes over from a start that was killed while its server lived on', async () => {
    const orphan = await start(join(folder, 'data'));
    const claim = join(folder, 'data', 'running.json');
    const held = JSON.parse(readFileSync(claim, 'utf8')) as Record<string, unknown>;
    // As if the process that started it had died: its number is in use again, by somebody born at another time.
    writeFileSync(claim, JSON.stringify({ ...held, bornAt: 'another boot 1' }));
    const second = await start(join(folder, 'data'));
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await ask(second.url('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not stopped by a lock whose process number now belongs to somebody else', async () => {
    const first = await start(join(folder, 'data'));
    const lock = join(folder, 'data', 'postgresql', 'postmaster.pid');
    const text = readFileSync(lock, 'utf8').replace(String(first.pid), String(process.pid));
    await first.stop();
    writeFileSync(lock, text, { mode: 0o600 });
    const account = serverAccount();
    if (account.drop) chownSync(lock, account.uid, account.gid);
    expect(await ask((await start(join(folder, 'data'))).url('app'), 'select 1 as one')).toEqual([
      { one: 1 },
    ]);
  });

  it('makes the cluster again after a first start that was killed half-way', async () => {
    mkdirSync(join(folder, 'data', 'postgresql'), { recursive: true });
    writeFileSync(join(folder, 'data', 'postgresql', 'PG_VERSION'), '18\n');
    writeFileSync(join(folder, 'data', 'postgresql-unfinished'), '');
    expect(await ask((await start(join(folder, 'data'))).url('app'), 'select 1 as one')).toEqual([
      { one: 1 },
    ]);
  });

  it('stops cleanly, twice if asked, and leaves nothing running', async () => {
    const server = await start(join(folder, 'data'));
    await Promise.all([server.stop(), server.stop()]);
    expect(isAlive(server.pid)).toBe(false);
    expect(existsSync(join(folder, 'data', 'running.json'))).toBe(false);
    expect(readFileSync(join(folder, 'data', 'postgresql.log'), 'utf8')).toContain(
      'database system is shut down',
    );
  });
});
