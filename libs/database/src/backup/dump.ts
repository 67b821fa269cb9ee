import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  manifestName,
  sealManifest,
  syncPath,
  writeWhole,
  type DumpedTable,
  type Manifest,
  type Sign,
} from './manifest.js';
import type { Ledger } from '../migration/ledger.js';
import { programVersion } from '../migration/version.js';
import { auditMonths, copiedTables, schemaDigest, type CopiedTable } from './tables.js';

/** A finished backup of data. */
export interface DataDump {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly rows: number;
  readonly bytes: number;
}

/** What was done so far, for whoever waits. */
export type Progress = (table: string, done: number, of: number) => void;

const unfinished = '.unfinished';

async function dumpTable(
  client: Client,
  folder: string,
  { table, columns, partitioned }: CopiedTable,
): Promise<DumpedTable> {
  const file = `${table}.copy.gz`;
  const rows = partitioned
    ? `(select ${columns.join(', ')} from ${table})`
    : `${table} (${columns.join(', ')})`;
  const copy = client.query(copyTo(`copy ${rows} to stdout`));
  const digest = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    copy,
    createGzip({ level: 6 }),
    counted,
    createWriteStream(join(folder, file), { mode: 0o600, flags: 'wx' }),
  );
  syncPath(join(folder, file));
  return { table, columns, file, rows: copy.rowCount, bytes, sha256: digest.digest('hex') };
}

/**
 * Copies everything but keys in one snapshot, while others go on writing. Memory stays one chunk.
 * @param url of the login `backup`
 * @param backups the folder that backups lie in; what a cut-off backup left there is removed
 */
export async function dumpData(
  url: string,
  backups: string,
  sign: Sign,
  progress: Progress = () => undefined,
): Promise<DataDump> {
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(backups))
    if (name.endsWith(unfinished)) rmSync(join(backups, name), { recursive: true, force: true });
  const client = new Client({ connectionString: url, application_name: 'situation-table backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const {
      rows: [at],
    } = await client.query<{ taken: string; ledger: Ledger }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as taken, migration.ledger() as ledger`,
    );
    if (!at) throw new Error('PostgreSQL gave no answer.');
    const folder = join(backups, `data-${at.taken.replaceAll(/[:.]/g, '-')}`);
    const draft = folder + unfinished;
    mkdirSync(draft, { mode: 0o700 });
    const tables = await copiedTables(client);
    const dumped: DumpedTable[] = [];
    for (const [i, table] of tables.entries()) {
      progress(table.table, i, tables.length);
      dumped.push(await dumpTable(client, draft, table));
    }
    const manifest: Manifest = {
      format: 'situation-table data',
      version: 2,
      takenAt: at.taken,
      program: at.ledger.installed?.version ?? programVersion,
      migrations: at.ledger.history,
      schema: await schemaDigest(client),
      months: await auditMonths(client),
      tables: dumped,
    };
    await client.query('commit');
    writeWhole(join(draft, manifestName), sealManifest(manifest, sign));
    renameSync(draft, folder);
    syncPath(backups);
    return {
      folder,
      manifest,
      rows: dumped.reduce((sum, { rows }) => sum + rows, 0),
      bytes: dumped.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  } finally {
    await client.end();
  }
}

/** The newest whole backup of data in a folder, or undefined. */
export function newestData(backups: string): string | undefined {
  if (!existsSync(backups)) return undefined;
  const whole = readdirSync(backups)
    .filter((name) => name.startsWith('data-') && existsSync(join(backups, name, manifestName)))
    .sort();
  const last = whole.at(-1);
  return last === undefined ? undefined : join(backups, last);
}
