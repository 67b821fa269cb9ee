import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveTo, identityOf, type Account } from './account.js';
import { bornAt } from './claim.js';
import { superuser } from './logins.js';
import type { Places } from './places.js';

/** Nothing of our own environment reaches PostgreSQL: a stray PGDATA or PGPORT would change what it does. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Settings that tests may relax; everything else is the same for all. */
export type Settings = Readonly<Record<string, string>>;

const always: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  max_connections: '100',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
  scram_iterations: '1',
  // A log line never carries a row's values: no statement with an error, and no DETAIL, which quotes keys.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

function empty(directory: string): void {
  for (const entry of readdirSync(directory))
    rmSync(join(directory, entry), { recursive: true, force: true });
}

/**
 * Makes the cluster in a place of the account's, if there is none yet; a half-made one, from a start that was
 * killed, is made again.
 */
export function createCluster(binaries: string, places: Places, account: Account, password: string): boolean {
  const unfinished = `${places.cluster}-unfinished`;
  if (existsSync(join(places.cluster, 'PG_VERSION')) && !existsSync(unfinished)) return false;
  if (existsSync(unfinished)) empty(places.cluster);
  else writeFileSync(unfinished, '', { flag: 'wx' });
  const passwordFile = join(places.socket, 'superuser-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(account, passwordFile);
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      '-D',
      places.cluster,
      '-U',
      superuser,
      '--pwfile',
      passwordFile,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...identityOf(account), cwd: '/', env: environment, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new Error(
      `PostgreSQL could not make its data directory ${places.cluster}: ${made.error?.message ?? made.stderr.trim()}`,
    );
  }
  rmSync(unfinished);
  return true;
}

interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

function postmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** True when the process works on this cluster; on Linux its working directory says so, elsewhere its command line. */
function worksOn(pid: number, cluster: string): boolean {
  if (bornAt(pid) === undefined) return false;
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
    return command.includes(cluster);
  } catch {
    return false;
  }
}

async function gone(pid: number, milliseconds: number): Promise<boolean> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await pause(20))
    if (bornAt(pid) === undefined) return true;
  return bornAt(pid) === undefined;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    /* it is gone already */
  }
}

/**
 * Stops a server that outlived a killed start, and removes the lock of one that is dead while its process
 * number lives on in somebody else, which PostgreSQL itself would take for a running server. Call it only
 * while holding the claim on the data directory.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const left = postmaster(cluster);
  if (!left) return;
  if (worksOn(left.pid, cluster)) {
    signal(left.pid, 'SIGINT');
    if (!(await gone(left.pid, 20_000))) {
      signal(left.pid, 'SIGQUIT');
      if (!(await gone(left.pid, 10_000)))
        throw new Error(
          `An earlier PostgreSQL (process ${left.pid}) still works on ${cluster} and does not stop.`,
        );
    }
  } else if (bornAt(left.pid) !== undefined) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** A running postmaster; `ended` resolves when it is gone, for whatever reason. */
export interface Postgres {
  readonly pid: number;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.1`);
  return openSync(
    file,
    constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW,
    0o600,
  );
}

/** What the server has logged from an offset on. */
function logged(log: number, from: number): string {
  const buffer = Buffer.alloc(Math.max(0, fstatSync(log).size - from));
  readSync(log, buffer, 0, buffer.length, from);
  return buffer.toString('utf8');
}

async function launch(
  binaries: string,
  places: Places,
  account: Account,
  settings: Settings,
): Promise<Postgres> {
  const log = openLog(places.log);
  const from = fstatSync(log).size;
  const all = { ...always, unix_socket_directories: `"${places.socket.replaceAll('"', '""')}"`, ...settings };
  const child: ChildProcess = spawn(
    join(binaries, 'postgres'),
    ['-D', places.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...identityOf(account),
      cwd: '/',
      env: environment,
      stdio: ['ignore', log, log],
      // A process group of its own: Ctrl-C at the terminal must reach us alone, so that requests end before
      // the database does.
      detached: true,
    },
  );
  let failure: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure = error.message;
      resolve();
    });
    child.once('exit', () => {
      failure ??= '';
      resolve();
    });
  });
  const running = { pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
  try {
    for (;;) {
      if (failure !== undefined)
        throw new Error(
          `PostgreSQL did not start on ${places.cluster}: ${failure || logged(log, from).trim()}`,
        );
      const state = postmaster(places.cluster);
      if (state?.pid === child.pid && state?.ready) return running;
      await pause(10);
    }
  } finally {
    closeSync(log);
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  for (const [name, milliseconds] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    child.kill(name);
    const waited = new AbortController();
    await Promise.race([
      ended,
      pause(milliseconds, undefined, { signal: waited.signal }).catch(() => undefined),
    ]);
    waited.abort();
    if (child.exitCode !== null || child.signalCode !== null) return;
  }
}

/**
 * Starts PostgreSQL and waits until it takes connections; after a crash that includes its recovery, however
 * long that takes.
 */
export async function startCluster(
  binaries: string,
  places: Places,
  account: Account,
  settings: Settings,
): Promise<Postgres> {
  for (const until = Date.now() + 15_000; ;) {
    try {
      return await launch(binaries, places, account, settings);
    } catch (error) {
      // The last workers of a killed server hold its shared memory for a moment.
      if (!/shared memory block|Is another postmaster/i.test((error as Error).message) || Date.now() > until)
        throw error;
      await pause(200);
    }
  }
}
