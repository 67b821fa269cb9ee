import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Data } from '../door/data.js';
import { StoredKeys, type KeyRow } from '../keys/keys.js';
import { BackupRefused, sameSignature, syncPath, type Sign } from './manifest.js';

/** A situation that is gone since some backup: restore makes it so again. */
interface Gone {
  readonly table_id: string;
  readonly situation_id: string;
  readonly how: 'destroyed' | 'minimised';
  readonly certificate: unknown;
}

/**
 * The wrapped keys of a moment, and what was gone by then. Of no use without the epoch key, which lives in
 * the keyring alone. It is read from its file page by page, as often as it is asked for.
 */
export interface KeyDump {
  readonly takenAt: string;
  readonly keys: number;
  readonly gone: number;
  pagesOfKeys(): AsyncIterable<readonly KeyRow[]>;
  pagesOfGone(): AsyncIterable<readonly Gone[]>;
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
}
interface End {
  readonly end: { readonly keys: number; readonly gone: number };
}

/** The one name: a newer key dump takes the older one's place. */
export const keyDumpName = 'keys.dump';

const format = 'situation-table keys';
const version = 2;
const page = 1_000;
const zero = '00000000-0000-0000-0000-000000000000';

const lineOf = ({ kind, place, wrapped, epochId }: KeyRow): Line => ({
  kind,
  table: place.tableId,
  place: place.situationId,
  tier: place.tier,
  wrapped: Buffer.from(wrapped).toString('base64'),
  epoch: epochId,
});

async function* pagesOfGone(data: Data): AsyncGenerator<readonly Gone[]> {
  for (const how of ['destroyed', 'minimised']) {
    for (let after: readonly string[] | undefined = [zero, zero]; after !== undefined;) {
      const [table, situation]: readonly string[] = after;
      const rows: Gone[] = await data.asJob('', (queries) =>
        queries.rows<Gone & Record<string, unknown>>(
          'select g.table_id, g.situation_id, g.how, g.certificate from app.gone_page($1, $2, $3, $4) g',
          [how, table, situation, page],
        ),
      );
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      after = rows.length < page || last === undefined ? undefined : [last.table_id, last.situation_id];
    }
  }
}

const textOf = (lines: readonly object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const signed = (sign: Sign, digest: Hash): string => sign(`${format} ${version} ${digest.digest('hex')}\n`);

/** Writes the key dump over the one before, page by page. Returns how many keys are in it. */
export async function dumpKeys(data: Data, file: string, sign: Sign): Promise<number> {
  const { at } = await data.asJob('', (queries) =>
    queries.one<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    ),
  );
  const counts = { keys: 0, gone: 0 };
  const digest = createHash('sha256');
  async function* content(): AsyncGenerator<string> {
    yield textOf([{ format, version, takenAt: at }]);
    for await (const rows of new StoredKeys(data).pages(page)) {
      counts.keys += rows.length;
      yield textOf(rows.map(lineOf));
    }
    // After the keys: what is destroyed between the two questions is then in both, and restore deletes it.
    for await (const rows of pagesOfGone(data)) {
      counts.gone += rows.length;
      yield textOf(rows);
    }
    yield textOf([{ end: counts }]);
  }
  async function* withSignature(): AsyncGenerator<string> {
    for await (const text of content()) {
      digest.update(text);
      yield text;
    }
    yield `${signed(sign, digest)}\n`;
  }
  const draft = `${file}.draft`;
  await pipeline(Readable.from(withSignature()), createWriteStream(draft, { mode: 0o600 }));
  syncPath(draft);
  renameSync(draft, file);
  syncPath(dirname(file));
  return counts.keys;
}

async function* linesIn(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}

/** Groups what a file's lines say; what belongs to another part is passed over. */
async function* pagesIn<T>(
  file: string,
  read: (line: Line | Gone) => T | undefined,
): AsyncGenerator<readonly T[]> {
  let rows: T[] = [];
  for await (const line of linesIn(file)) {
    // The signature is the only line that is no object.
    const found = line.startsWith('{') ? read(JSON.parse(line) as Line | Gone) : undefined;
    if (found !== undefined) rows.push(found);
    if (rows.length < page) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

const keyIn = (line: Line | Gone): KeyRow | undefined =>
  'wrapped' in line
    ? {
        kind: line.kind,
        place: { tableId: line.table, situationId: line.place, tier: line.tier },
        wrapped: Buffer.from(line.wrapped, 'base64'),
        epochId: line.epoch,
      }
    : undefined;
const goneIn = (line: Line | Gone): Gone | undefined => ('how' in line ? line : undefined);

/**
 * Opens a key dump: reads it once, to know that it is whole and of this installation.
 * @throws BackupRefused when it is missing, altered, of another installation, or of a version that this
 * program does not know
 */
export async function readKeyDump(file: string, sign: Sign): Promise<KeyDump> {
  if (!existsSync(file))
    throw new BackupRefused(
      `There is no key dump at ${file}: without one no sealed text of a backup can be opened.`,
    );
  const digest = createHash('sha256');
  let [first, last, signature]: (string | undefined)[] = [];
  for await (const line of linesIn(file)) {
    first ??= line;
    if (signature !== undefined) {
      digest.update(`${signature}\n`);
      last = signature;
    }
    signature = line;
  }
  if (!sameSignature(signed(sign, digest), signature ?? ''))
    throw new BackupRefused(
      `${file} was altered, or this keyring is not the one of the installation that made it, or another version of the program made it.`,
    );
  const head = JSON.parse(first ?? '{}') as Head;
  if (head.format !== format || head.version !== version)
    throw new BackupRefused(`${file} is no key dump that this version of the program reads.`);
  return {
    takenAt: head.takenAt,
    ...(JSON.parse(last ?? '{}') as End).end,
    pagesOfKeys: () => pagesIn(file, keyIn),
    pagesOfGone: () => pagesIn(file, goneIn),
  };
}

/**
 * Writes the key dump of a folder of backups again, where there is one: what the weekly roll and a backup
 * have in common.
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
