import { counted } from '#domain/text';
import { numberedMigrations, type SchemaSource } from './files.js';
import { changedByHand, readLedger, type Ask, type Ledger } from './ledger.js';
import { codeNames } from './code-data.js';
import { compareVersions, programVersion } from './version.js';

/** Why a database and this program do not fit together; the message says what to do. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit';
}

function firstEdited(ledger: Ledger, source?: SchemaSource): string | undefined {
  const known = new Map(numberedMigrations(source).map(({ name, sha256 }) => [name, sha256]));
  return ledger.history.find(({ name, sha256 }) => known.has(name) && known.get(name) !== sha256)?.name;
}

/** What is wrong whether one serves from the database or migrates it. */
function misfit(ledger: Ledger, source?: SchemaSource): string | undefined {
  if (ledger.restoring)
    return 'A restore into this database was cut off. Run the same restore command again: it begins from the start.';
  if (ledger.beforeBaseline)
    return 'This database was made before version 0.2.0, the first one that can be upgraded. Start with an empty data directory or database.';
  const edited = firstEdited(ledger, source);
  if (edited !== undefined)
    return `The migration ${edited} was applied to this database with another text than this program has. Use the program that made the database, or a released version that contains the same text.`;
  return undefined;
}

function byHand(changes: readonly string[]): string | undefined {
  if (changes.length === 0) return undefined;
  const shown = changes.slice(0, 3).join('; ');
  return `The database's own definitions were changed by hand since the last migration (${counted(changes.length, 'difference')}: ${shown}). Undo the change, or restore a backup into an empty database.`;
}

/** Migrations of the history that a program does not have: the database is newer. */
function unknownTo(ledger: Ledger, source?: SchemaSource): string[] {
  const known = new Set(numberedMigrations(source).map(({ name }) => name));
  return ledger.history.map(({ name }) => name).filter((name) => !known.has(name));
}

/** Numbered migrations that a database has not had yet. */
export function pendingIn(ledger: Pick<Ledger, 'history'>, source?: SchemaSource): string[] {
  const applied = new Set(ledger.history.map(({ name }) => name));
  return numberedMigrations(source)
    .map(({ name }) => name)
    .filter((name) => !applied.has(name));
}

/**
 * Refuses to migrate a database that this program must not touch.
 * @throws DatabaseUnfit
 */
export async function demandMigratable(
  ask: Ask,
  { source, restoring = false }: { source?: SchemaSource; restoring?: boolean },
): Promise<void> {
  const found = await readLedger(ask);
  const ledger = restoring ? { ...found, restoring: false } : found;
  const wrong = misfit(ledger, source);
  if (wrong !== undefined) throw new DatabaseUnfit(wrong);
  const version = ledger.installed?.version;
  const newer = unknownTo(ledger, source);
  if (newer.length > 0 || (version !== undefined && compareVersions(version, programVersion) > 0))
    throw new DatabaseUnfit(
      `This database was made by version ${version ?? 'unknown'}, which is newer than this program (${programVersion}). Use that version or a newer one.`,
    );
  const changed = byHand(await changedByHand(ask));
  if (changed !== undefined) throw new DatabaseUnfit(changed);
}

/** Why this program must not serve from a database, in the order in which an operator mends it; empty means ready. */
export async function reasonsNotToServe(ask: Ask, source?: SchemaSource): Promise<string[]> {
  const ledger = await readLedger(ask);
  const wrong = misfit(ledger, source);
  if (wrong !== undefined) return [wrong];
  const pending = pendingIn(ledger, source);
  if (pending.length > 0)
    return [
      `The database is behind by ${counted(pending.length, 'migration')}, ${String(pending[0])} first: run situation-table migrate with MIGRATOR_URL.`,
    ];
  const accepts = ledger.installed?.accepts;
  if (unknownTo(ledger, source).length > 0 && (!accepts || compareVersions(programVersion, accepts) < 0))
    return [
      `This database is newer than the program: it accepts programs from version ${accepts ?? 'unknown'} on, and this one is ${programVersion}. Start that version or a newer one.`,
    ];
  if (ledger.unfinished)
    return ['A migration of this database was cut off: run situation-table migrate with MIGRATOR_URL again.'];
  const written = new Set(ledger.codeNames);
  const missing = codeNames().filter((name) => !written.has(name));
  if (missing.length > 0)
    return [
      `The database does not know ${missing.length} of this program's moves and codes, ${String(missing[0])} first: run situation-table migrate with MIGRATOR_URL.`,
    ];
  const changed = byHand(await changedByHand(ask));
  return changed === undefined ? [] : [changed];
}

/** True while a database lacks a migration of this program, as the readiness probe asks again and again. */
export async function isBehind(ask: Ask): Promise<boolean> {
  // A probe comes every few seconds: of the ledger only the history is sent.
  const [row] = await ask(`select migration.ledger() -> 'history' as history`);
  return pendingIn({ history: row?.['history'] as Ledger['history'] }).length > 0;
}
