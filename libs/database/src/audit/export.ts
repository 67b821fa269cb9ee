import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupRefused, syncPath } from '../backup/manifest.js';

/**
 * One line for each event: what the chain hashes, in its order, then the hash before and its own. JSON holds
 * no control character, so that this CSV has nothing to quote.
 */
const events = `copy (select json_build_array(e.chain, e.seq, e.at_us, e.session_id, e.actor, e.seat, e.persona, e.agency, e.action, e.object_type, e.object_id, array_to_string(e.fields, ' '),
  e.outcome, e.purpose, e.request_id, e.detail, encode(e.prev, 'hex'), encode(e.hash, 'hex')) from audit.event e order by e.chain, e.seq) to stdout (format csv, quote e'\\x01', delimiter e'\\x02')`;
/** Also a table whose chain has no head: a chain begins with its table. */
const heads = `select coalesce(h.chain, t.id) as chain, coalesce(h.seq, 0)::text as seq, coalesce(encode(h.hash, 'hex'), '') as hash from audit.head h full join sec.situation_table t on t.id = h.chain order by 1`;

const json = (line: object): string => `${JSON.stringify(line)}\n`;

async function* before(client: Client, notes: Iterable<object>): AsyncGenerator<string> {
  yield json({ format: 'situation-table audit', version: 1 });
  for (const checkpoint of notes) yield json({ checkpoint });
  const { rows } = await client.query<{ chain: string; seq: string; hash: string }>(heads);
  for (const { chain, seq, hash } of rows) yield json({ head: { chain, seq: Number(seq), hash } });
}

/**
 * Writes every chain and the checkpoints into one file, in one snapshot, as a stream.
 * @param url of the login `backup`
 * @param notes the checkpoints; asked for before the snapshot, so that none knows an event that the file does not hold
 * @returns how many events
 * @throws BackupRefused when the file is there already
 */
export async function exportAudit(
  url: string,
  to: string,
  notes: () => Iterable<object>,
  progress: (bytes: number) => void = () => undefined,
): Promise<number> {
  if (existsSync(to)) throw new BackupRefused(`${to} is there already: name another file.`);
  const draft = `${to}.unfinished`;
  // Read to its end before the snapshot begins.
  const told = [...notes()];
  const client = new Client({ connectionString: url, application_name: 'situation-table audit export' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await pipeline(Readable.from(before(client, told)), createWriteStream(draft, { mode: 0o600 }));
    const copy = client.query(copyTo(events));
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length;
        progress(bytes);
        done(null, chunk);
      },
    });
    await pipeline(copy, counted, createWriteStream(draft, { flags: 'a' }));
    await pipeline(
      Readable.from([json({ end: { events: copy.rowCount } })]),
      createWriteStream(draft, { flags: 'a' }),
    );
    await client.query('commit');
    syncPath(draft);
    renameSync(draft, to);
    return copy.rowCount;
  } finally {
    await client.end();
  }
}
