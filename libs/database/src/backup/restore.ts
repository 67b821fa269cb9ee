import { counted } from '#domain/text';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { numberedMigrations } from '../migration/files.js';
import { migrate } from '../migration/migrate.js';
import type { Progress } from './dump.js';
import type { KeyDump } from './key-dump.js';
import { BackupRefused, type DumpedTable, type Manifest } from './manifest.js';
import { schemaDigest } from './tables.js';

/** What a restore did. */
export interface Restored {
  readonly rows: number;
  readonly keys: number;
  /** Situations that were destroyed, or left and minimised, since the data was copied: their rows are deleted again. */
  readonly destroyedAgain: number;
  readonly minimisedAgain: number;
  /** Screenings that were dropped or brought since: without a key, and deleted. */
  readonly screeningsLeft: number;
  /** Items under youth-justice law whose own day has passed since. */
  readonly youthItemsLeft: number;
}

/** Where to: an empty database, as a superuser and as the migrator. */
export interface RestoreTarget {
  readonly superuser: string;
  readonly migrator: string;
}

/**
 * Compares what a backup was made from with what this program knows.
 * @throws BackupRefused when the backup is of a newer or of another version
 */
export function checkVersion(manifest: Manifest): void {
  const known = numberedMigrations();
  const unknown = manifest.migrations.filter(({ name }) => !known.some((each) => each.name === name));
  if (unknown.length > 0) {
    throw new BackupRefused(
      `This backup was made by version ${manifest.program}: it has ${counted(unknown.length, 'migration')} that this program does not know, ${String(unknown[0]?.name)} first. Restore it with version ${manifest.program} or a newer one.`,
    );
  }
  const other = manifest.migrations.find(
    ({ name, sha256 }, i) => name !== known[i]?.name || sha256 !== known[i].sha256,
  );
  if (other)
    throw new BackupRefused(
      `This backup was made with another text of the migration ${other.name}. Restore it with version ${manifest.program} as it was released.`,
    );
}

/** @throws BackupRefused for a file that is missing or not the one that was written */
export async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { file, sha256 } of manifest.tables) {
    const digest = createHash('sha256');
    try {
      for await (const chunk of createReadStream(join(folder, file))) digest.update(chunk as Buffer);
    } catch {
      throw new BackupRefused(`${join(folder, file)} cannot be read.`);
    }
    if (digest.digest('hex') !== sha256)
      throw new BackupRefused(`${join(folder, file)} was altered or cut short.`);
  }
}

async function load(
  client: Client,
  folder: string,
  { table, columns, file, rows }: DumpedTable,
  into: string,
): Promise<void> {
  const copy = client.query(copyFrom(`copy ${into} (${columns.join(', ')}) from stdin`));
  await pipeline(createReadStream(join(folder, file)), createGunzip(), copy);
  if (copy.rowCount !== rows)
    throw new BackupRefused(
      `${table} has ${counted(copy.rowCount ?? 0, 'row')} in its file, and the manifest says ${rows}.`,
    );
}

/** Tables whose rows carry a key of their own, and what the key dump calls it. */
const keyed: Readonly<Record<string, string>> = { 'app.screening': 'screening', 'app.youth_item': 'youth' };
const keysSql =
  'create temporary table restored_key (kind text, table_id uuid, place_id uuid, tier smallint, wrapped bytea, epoch_id text) on commit drop';

async function* keyLines(dump: KeyDump): AsyncGenerator<string> {
  for await (const keys of dump.pagesOfKeys())
    yield keys
      .map(({ kind, place, wrapped, epochId }) =>
        [
          kind,
          place.tableId,
          place.situationId,
          place.tier,
          `\\\\x${Buffer.from(wrapped).toString('hex')}`,
          epochId,
        ].join('\t'),
      )
      .join('\n')
      .concat('\n');
}

async function loadKeys(client: Client, dump: KeyDump): Promise<void> {
  await client.query(keysSql);
  await pipeline(Readable.from(keyLines(dump)), client.query(copyFrom('copy restored_key from stdin')));
  await client.query('create index on restored_key (kind, table_id, place_id)');
  await client.query('analyze restored_key');
}

/**
 * What was destroyed or minimised since the data was copied is so again, a page at a time in the one
 * transaction of the restore.
 */
async function forgetAgain(
  client: Client,
  dump: KeyDump,
): Promise<{ readonly destroyed: number; readonly minimised: number }> {
  const all = { destroyed: 0, minimised: 0 };
  for await (const gone of dump.pagesOfGone()) {
    const {
      rows: [again],
    } = await client.query<{ destroyed: number; minimised: number }>(
      'select f.destroyed, f.minimised from app.forget_again($1::jsonb) f',
      [JSON.stringify(gone)],
    );
    all.destroyed += again?.destroyed ?? 0;
    all.minimised += again?.minimised ?? 0;
  }
  return all;
}

/**
 * Rows that stand with their own key get it back with themselves; one without a key is gone since: dropped,
 * brought, or past its own day.
 */
async function loadKeyed(client: Client, folder: string, table: DumpedTable, kind: string): Promise<number> {
  await client.query(
    `create temporary table restored_${kind} on commit drop as select ${table.columns.join(', ')} from ${table.table} limit 0`,
  );
  await load(client, folder, table, `restored_${kind}`);
  const { rowCount } =
    await client.query(`insert into ${table.table} (${table.columns.join(', ')}, wrapped_key, epoch_id)
    select ${table.columns.map((column) => `r.${column}`).join(', ')}, k.wrapped, k.epoch_id from restored_${kind} r
    join restored_key k on k.kind = '${kind}' and k.table_id = r.table_id and k.place_id = r.id`);
  return table.rows - (rowCount ?? 0);
}

/** Copies every table of the backup in one transaction, with the keys that the key dump has for it. */
async function loadAll(
  client: Client,
  folder: string,
  manifest: Manifest,
  dump: KeyDump,
  progress: Progress,
): Promise<Record<string, number>> {
  // No trigger and no key constraint while rows come back in any order; they were checked when they were written.
  await client.query('set local session_replication_role = replica');
  await empty(client, manifest);
  for (const month of manifest.months)
    await client.query(`select audit.make_month('event', $1::date::timestamp at time zone 'UTC')`, [month]);
  await loadKeys(client, dump);
  const left: Record<string, number> = {};
  for (const [i, table] of manifest.tables.entries()) {
    progress(table.table, i, manifest.tables.length);
    const kind = keyed[table.table];
    if (kind !== undefined) left[kind] = await loadKeyed(client, folder, table, kind);
    else await load(client, folder, table, table.table);
  }
  await client.query(`insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id) select k.table_id, k.place_id, k.tier, k.wrapped, k.epoch_id
    from restored_key k join app.situation s on s.table_id = k.table_id and s.id = k.place_id where k.kind = 'tier'`);
  return left;
}

async function empty(client: Client, { tables }: Manifest): Promise<void> {
  await client.query(`truncate ${tables.map(({ table }) => table).join(', ')}, app.tier_key cascade`);
}

/** Takes away again what is gone since the data was copied, and demands a key for the rest. */
async function settle(
  client: Client,
  manifest: Manifest,
  dump: KeyDump,
): Promise<{ readonly destroyed: number; readonly minimised: number }> {
  const again = await forgetAgain(client, dump);
  await client.query(
    'delete from app.youth_recipient r where not exists (select from app.youth_item i where i.table_id = r.table_id and i.id = r.item_id)',
  );
  const {
    rows: [unread],
  } = await client.query<{ n: string }>('select app.without_keys() as n');
  if (unread?.n === '0') return again;
  await client.query('set local session_replication_role = replica');
  await empty(client, manifest);
  await client.query('drop table migration.restoring');
  await client.query('commit');
  throw new BackupRefused(
    `Without a key in the key dump: ${counted(Number(unread?.n ?? 0), 'situation')} of this backup. The dump is not the newest one, or of another time. Nothing was restored.`,
  );
}

/**
 * Restores a backup into an empty database. While it lasts, the database is marked as being restored: nobody can be
 * served from it, and after a restore that was cut off the same command begins again from the start.
 * Afterwards the database is at this program's version.
 * @throws BackupRefused where the database is not empty or its tables are not those that were copied
 */
export async function restoreData(
  target: RestoreTarget,
  folder: string,
  manifest: Manifest,
  dump: KeyDump,
  progress: Progress = () => undefined,
): Promise<Restored> {
  await migrate(target.migrator, { upTo: manifest.migrations.length, restoring: true });
  const client = new Client({
    connectionString: target.superuser,
    application_name: 'situation-table restore',
  });
  await client.connect();
  try {
    const {
      rows: [found],
    } = await client.query<{ touched: boolean }>(
      `select to_regclass('migration.restoring') is null
        and (exists (select from sec.app_user) or exists (select from sec.agency)) as touched`,
    );
    if (found?.touched !== false)
      throw new BackupRefused(
        'The database is not empty: a backup is restored into a new one, never over another.',
      );
    if ((await schemaDigest(client)) !== manifest.schema)
      throw new BackupRefused(
        'This backup was made by another version: its tables have other columns. Restore it with the version that made it.',
      );
    await client.query('create table if not exists migration.restoring ()');
    await client.query('begin');
    const left = await loadAll(client, folder, manifest, dump, progress);
    await client.query('commit');
    await client.query('analyze');
    // The functions that forget are those of this program, whatever version the backup is of.
    await migrate(target.migrator, { restoring: true });
    await client.query('begin');
    const again = await settle(client, manifest, dump);
    await client.query('drop table migration.restoring');
    await client.query('commit');
    return {
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      keys: dump.keys,
      destroyedAgain: again.destroyed,
      minimisedAgain: again.minimised,
      screeningsLeft: left['screening'] ?? 0,
      youthItemsLeft: left['youth'] ?? 0,
    };
  } finally {
    await client.end();
  }
}
