import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import {
  bornAt,
  clearLeftovers,
  databaseName,
  giveTo,
  serverAccount,
  startEmbedded,
  type EmbeddedServer,
} from '#database/embedded';
import { migrate, schemaSourceDigest } from '#database/migration';
import { runVariable, type RunServer } from './test-database.js';
import { tier } from './tier.js';

/**
 * Tests lose their data on purpose, so nothing waits for the disk; synchronous_commit stays on, since the
 * boot check demands it.
 */
const quick = {
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  max_wal_size: '4GB',
  autovacuum: 'off',
  shared_buffers: '256MB',
};

const account = serverAccount();
const base = account.drop ? '/tmp' : tmpdir();
const prefix = 'st-test-';

/**
 * In memory where there is room. A clone has 1,150 files, and ext4 looks at each file that was deleted in the
 * last minutes before it makes another, so that the clones of a run cost more than most of its tests.
 */
function runFolder(): string {
  const memory = '/dev/shm';
  const wanted = (tier === 'short' ? 3 : tier === 'full' ? 8 : 48) * 2 ** 30;
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (Math.min(bavail * bsize, process.availableMemory()) > wanted)
      return mkdtempSync(join(memory, prefix));
  } catch {
    /* this system has none, or it is not ours to write */
  }
  return mkdtempSync(join(base, prefix));
}
const templates = join(base, `st-templates-${process.getuid?.() ?? 0}`);
const libs = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json)$/.test(name) && !name.endsWith('.spec.ts'))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Everything that a migrated database is made from: the migrations, the domain they write out as rows, the
 * roles, and how the cluster is made.
 */
function templateKey(): string {
  const digest = createHash('sha256').update(schemaSourceDigest());
  const made = [
    ...sources(join(libs, 'domain', 'src')),
    ...sources(join(libs, 'database', 'src', 'embedded')),
    join(libs, 'database', 'src', 'cluster', 'roles.ts'),
    ...sources(join(libs, 'database', 'src', 'migration')),
  ];
  for (const file of made) digest.update(readFileSync(file));
  return digest.digest('hex').slice(0, 20);
}

function copyTree(from: string, to: string): void {
  const copied = spawnSync('cp', ['-pR', from, to], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(`Copying the template cluster failed: ${copied.stderr}`);
}

/**
 * Stops and removes what a killed run of this account left behind; a run that is alive is known by its
 * process's birth.
 */
async function sweep(): Promise<void> {
  const folders = [base, '/dev/shm'].filter(existsSync).flatMap((parent) =>
    readdirSync(parent)
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(parent, name)),
  );
  for (const folder of folders) {
    try {
      const holder = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as {
        pid: number;
        bornAt: string;
      };
      if (bornAt(holder.pid) === holder.bornAt) continue;
      await clearLeftovers(join(folder, 'data', 'postgresql'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      /* another run is just making or sweeping it, or it is another account's */
    }
  }
  if (!existsSync(templates)) return;
  for (const name of readdirSync(templates)) {
    const folder = join(templates, name);
    if (Date.now() - statSync(folder).mtimeMs > 6 * 3_600_000)
      rmSync(folder, { recursive: true, force: true });
  }
}

async function startMigrated(data: string): Promise<EmbeddedServer> {
  const cached = join(templates, templateKey());
  if (existsSync(cached)) {
    copyTree(cached, data);
    utimesSync(cached, new Date(), new Date());
    return startEmbedded(data, quick);
  }
  const server = await startEmbedded(data, quick);
  try {
    await migrate(server.url('migrator'));
  } finally {
    await server.stop();
  }
  mkdirSync(templates, { recursive: true, mode: 0o700 });
  const partial = mkdtempSync(join(templates, 'making-'));
  copyTree(data, join(partial, 'data'));
  try {
    renameSync(join(partial, 'data'), cached);
  } catch (error) {
    if (!existsSync(cached)) throw error; // another run made the same one at the same time
  }
  rmSync(partial, { recursive: true, force: true });
  return startEmbedded(data, quick);
}

async function startTemplate(folder: string): Promise<EmbeddedServer> {
  const server = await startMigrated(join(folder, 'data'));
  const client = new Client({ connectionString: server.url('postgres', 'postgres') });
  await client.connect();
  // A template that somebody is connected to cannot be copied.
  await client.query(`alter database ${databaseName} with is_template true allow_connections false`);
  await client.end();
  const told: RunServer = {
    base: server.url('postgres', 'postgres'),
    template: databaseName,
    passwords: JSON.parse(
      readFileSync(join(server.directory, 'logins.json'), 'utf8'),
    ) as RunServer['passwords'],
  };
  process.env[runVariable] = JSON.stringify(told);
  return server;
}

/**
 * Starts the run's server and tells the workers where it is through their environment; returns how to stop
 * it. Where that fails, by a migration with a fault in it say, only the tests that ask for a database fail,
 * each with that message.
 */
export async function startRunServer(): Promise<() => Promise<void>> {
  await sweep();
  const folder = runFolder();
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ pid: process.pid, bornAt: bornAt(process.pid) }));
  giveTo(account, folder);
  const server = await startTemplate(folder).catch((error: unknown) => {
    process.env[runVariable] = JSON.stringify({
      failure: error instanceof Error ? error.message : String(error),
    });
  });
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
