import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Data } from '../door/data.js';
import type { KeyRow } from '../stores/keys.js';
import { BackupRefused, sameSignature, writeWhole, type Sign } from './manifest.js';

/** A situation that is gone since some backup: restore makes it so again. */
export interface Gone {
  readonly table_id: string;
  readonly situation_id: string;
  readonly how: 'destroyed' | 'minimised';
  readonly certificate: unknown;
}

/** The wrapped keys of a moment, and what was gone by then. Of no use without the epoch key, which lives in the keyring alone. */
export interface KeyDump {
  readonly takenAt: string;
  readonly keys: readonly KeyRow[];
  readonly gone: readonly Gone[];
}

interface Line {
  readonly kind: string;
  readonly table: string;
  readonly place: string;
  readonly tier: 1 | 2 | 3 | 4;
  readonly wrapped: string;
  readonly epoch: string;
}
interface Head {
  readonly format: unknown;
  readonly version: unknown;
  readonly takenAt: string;
  readonly keys: number;
  readonly gone: number;
}

/** The one name: a newer key dump takes the older one's place. */
export const keyDumpName = 'keys.dump';

/** Writes the key dump over the one before. Returns how many keys are in it. */
export async function dumpKeys(data: Data, file: string, sign: Sign): Promise<number> {
  const { head, lines } = await data.asJob('', async (queries) => {
    const keys = await queries.rows<{ line: Line }>(
      `select json_build_object('kind', k.kind, 'table', k.table_id, 'place', k.place_id, 'tier', k.tier, 'wrapped', encode(k.wrapped, 'base64'), 'epoch', k.epoch_id) as line from app.stored_keys() k`,
    );
    // After the keys: what is destroyed between the two questions is then in both, and restore deletes it.
    const gone = await queries.rows<{ line: Gone }>('select to_json(g) as line from app.gone() g');
    const { at } = await queries.one<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    );
    return {
      head: { format: 'situation-table keys', version: 1, takenAt: at, keys: keys.length, gone: gone.length },
      lines: [...keys, ...gone].map(({ line }) => line),
    };
  });
  const content = `${[head, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`;
  writeWhole(file, `${content}${sign(content)}\n`);
  return head.keys;
}

/**
 * Reads a key dump.
 * @throws BackupRefused when it is missing, altered, of another installation, or of a version that this program does not know
 */
export function readKeyDump(file: string, sign: Sign): KeyDump {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new BackupRefused(
      `There is no key dump at ${file}: without one no sealed text of a backup can be opened.`,
    );
  }
  const end = text.trimEnd().lastIndexOf('\n') + 1;
  const content = text.slice(0, end);
  if (!sameSignature(sign(content), text.slice(end).trim()))
    throw new BackupRefused(
      `${file} was altered, or this keyring is not the one of the installation that made it.`,
    );
  const [first = '', ...rest] = content.trimEnd().split('\n');
  const head = JSON.parse(first) as Head;
  if (head.format !== 'situation-table keys' || head.version !== 1)
    throw new BackupRefused(`${file} is no key dump that this version of the program reads.`);
  return {
    takenAt: head.takenAt,
    keys: rest.slice(0, head.keys).map((line) => {
      const { kind, table, place, tier, wrapped, epoch } = JSON.parse(line) as Line;
      return {
        kind,
        place: { tableId: table, situationId: place, tier },
        wrapped: Buffer.from(wrapped, 'base64'),
        epochId: epoch,
      };
    }),
    gone: rest.slice(head.keys).map((line) => JSON.parse(line) as Gone),
  };
}

/**
 * Writes the key dump of a folder of backups anew, where there is one: what the weekly roll and a backup have in common.
 * @returns how many keys are in it; undefined where nobody keeps backups in that folder
 */
export async function renewKeyDump(
  data: Data,
  folder: string | undefined,
  sign: Sign,
): Promise<number | undefined> {
  if (folder === undefined || !existsSync(folder)) return undefined;
  const keys = await dumpKeys(data, join(folder, keyDumpName), sign);
  await noteBackup(data, 'keys', { rows: 0, keys, bytes: 0 });
  return keys;
}

/** Notes a backup or a restore in the operator's ledger and the audit. */
export async function noteBackup(
  data: Data,
  kind: 'data' | 'keys' | 'restore',
  counts: { readonly rows: number; readonly keys: number; readonly bytes: number },
): Promise<void> {
  await data.asJob('', (queries) =>
    queries.rows('select sec.note_backup($1, $2, $3, $4)', [kind, counts.rows, counts.keys, counts.bytes]),
  );
}
