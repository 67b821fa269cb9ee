import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { giveTo, serverAccount } from '#database/embedded';
import { draft } from '../world/situation.js';
import { ask, Installation, until, type Answered, type Api, type Person } from './installation.js';
import { npmStart } from './started.js';

jest.setTimeout(240_000);
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const mayMount = process.getuid?.() === 0;
// Only root may mount a disk of a chosen size: elsewhere these say aloud that they did not run, and a build
// server fails.
if (!mayMount)
  process.stderr.write(
    'NOT TESTED: a full and a read-only data directory want root, which may mount a small disk.\n',
  );
if (!mayMount && process.env['CI'] === 'true')
  throw new Error('A full and a read-only data directory were not tested: run as root.');
const onSmallDisk = mayMount ? describe : describe.skip;

/** A disk of its own with so much room. */
function smallDisk(at: string, megabytes: number): void {
  mkdirSync(at, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', at]);
}

/** Writes until not one byte more has room. */
function fillUp(file: string): void {
  const ballast = openSync(file, 'a');
  try {
    for (const size of [1 << 20, 4096, 1]) {
      try {
        for (;;) writeSync(ballast, Buffer.alloc(size, 1));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
    fdatasyncSync(ballast);
  } finally {
    closeSync(ballast);
  }
}

onSmallDisk('a disk without room', () => {
  let disk: string;
  let home: Installation;
  let apis: readonly [Api, Api];
  let police: Person;
  beforeAll(async () => {
    disk = mkdtempSync('/tmp/st-room-');
    smallDisk(disk, 220);
    giveTo(serverAccount(), disk);
    home = await Installation.create(join(disk, 'data'));
    police = await home.enter('rep', 'police');
    apis = [await home.startApi(), await home.startApi()];
  });
  afterAll(async () => {
    await home.close();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  const write = (at = 0): Promise<Answered> =>
    ask(apis[at % 2 === 0 ? 0 : 1], '/api/v1/screenings', {
      body: draft,
      headers: { ...police.headers, 'idempotency-key': randomUUID() },
    });

  it('refuses clearly, keeps what it acknowledged, and is well again by itself once there is room', async () => {
    expect((await write()).status).toBe(201);
    fillUp(join(disk, 'ballast'));
    const during: Answered[] = [];
    const from = Date.now();
    while (Date.now() - from < 120_000 && during.filter(({ status }) => status !== 201).length < 40) {
      during.push(...(await Promise.all(Array.from({ length: 16 }, (_, each) => write(each)))));
    }
    const refused = during.filter(({ status }) => status !== 201);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, headers, body } of refused) {
      expect([status, headers['content-type'], body['code']]).toEqual([
        503,
        'application/problem+json; charset=utf-8',
        'service.unavailable',
      ]);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect([body['detail'], body['next']]).toEqual([expect.any(String), expect.any(String)]);
      expect(JSON.stringify(body)).not.toMatch(/space|pg_wal|relation|extend|SQL/);
    }
    for (const api of apis) expect((await ask(api, '/healthz')).status).toBe(200);

    rmSync(join(disk, 'ballast'));
    await until(
      'well again',
      async () => (await write(0)).status === 201 && (await write(1)).status === 201,
      30_000,
    );
    const kept = new Set(
      (await home.sql<{ id: string }>('select id from app.screening')).map(({ id }) => id),
    );
    const acknowledged = during.filter(({ status }) => status === 201).map(({ body }) => String(body['id']));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(await home.brokenChains()).toEqual([]);
  });
});

/*
 * A data directory that lets nothing be written while we serve. Root writes whatever a file's mode says, and
 * a disk cannot be made read-only under an open file, so PostgreSQL itself is told
 * to take no changes: what reaches the API is the same, a database that answers and writes nothing. It stands
 * for a disk that the system made read-only, and for a standby.
 */
describe('a database that takes no changes while it is served', () => {
  let home: Installation;
  let apis: readonly Api[];
  let police: Person;
  beforeAll(async () => {
    home = await Installation.create();
    police = await home.enter('rep', 'police');
    apis = [await home.startApi(), await home.startApi()];
  });
  afterAll(async () => {
    await home.close();
  });

  const write = (api: Api): Promise<Answered> =>
    ask(api, '/api/v1/screenings', {
      body: draft,
      headers: { ...police.headers, 'idempotency-key': randomUUID() },
    });
  const both = async (): Promise<Answered[]> => Promise.all(apis.map(write));

  it('refuses every change clearly, keeps none, and is well again by itself', async () => {
    expect((await both()).map(({ status }) => status)).toEqual([201, 201]);
    await home.sql('alter system set default_transaction_read_only = on');
    await home.sql('select pg_reload_conf()');
    // A connection hears of it when it is idle.
    await until('refused', async () => (await both()).every(({ status }) => status !== 201));
    const kept = await home.sql('select id from app.screening');
    for (const { status, headers, body } of await both()) {
      expect([status, headers['content-type'], body['code']]).toEqual([
        503,
        'application/problem+json; charset=utf-8',
        'service.unavailable',
      ]);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(JSON.stringify(body)).not.toMatch(/read-only|transaction|SQL/i);
    }
    expect(await home.sql('select id from app.screening')).toEqual(kept);
    for (const api of apis) expect((await ask(api, '/healthz')).status).toBe(200);

    await home.sql('alter system reset default_transaction_read_only');
    await home.sql('select pg_reload_conf()');
    await until('well again', async () => (await both()).every(({ status }) => status === 201));
    expect(await home.brokenChains()).toEqual([]);
    for (const api of apis) expect(api.output()).not.toContain('"level":"fault"');
  });
});

onSmallDisk('npm start where nothing can be written', () => {
  let disk: string;
  beforeAll(() => {
    disk = mkdtempSync('/tmp/st-still-');
    chmodSync(disk, 0o711);
  });
  afterAll(() => {
    rmSync(disk, { recursive: true });
  });

  it.each([
    ['read-only', 64, /^Situation Table cannot keep its data in \S+, because it is read-only: [^\n]+\.$/],
    ['full', 8, /^Situation Table cannot keep its data in \S+, because no room is left[^\n]+\.$/],
  ] as const)('says in one sentence that it is %s, and ends', async (how, megabytes, sentence) => {
    const at = join(disk, how);
    smallDisk(at, megabytes);
    try {
      if (how === 'read-only') execFileSync('mount', ['-o', 'remount,ro', at]);
      const started = await npmStart(checkout, join(at, 'data'), {}, undefined, ['--empty']);
      expect(await started.ended).toBe(1);
      expect(started.output().trim().split('\n').at(-1)).toMatch(sentence);
      expect(started.output()).not.toMatch(/ at .*\.js|ENOSPC|EROFS/);
      expect(
        existsSync(join(at, 'data', 'running.json')) &&
          readFileSync(join(at, 'data', 'running.json'), 'utf8'),
      ).toBe(false);
    } finally {
      execFileSync('umount', [at]);
    }
  });
});
