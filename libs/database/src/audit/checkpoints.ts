import type { Data } from '../door/data.js';

/** Where one chain stands. */
export interface HeadRow {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

/** The latest checkpoint that the database was told of. */
export interface CheckpointRow {
  readonly number: number;
  readonly digest: string;
}

/** A checkpoint that was just made. */
export interface CheckpointMade extends CheckpointRow {
  readonly at: string;
}

const lock = 7_190_217_430;

/**
 * Lets one process of the installation make a checkpoint of where all chains stand, and notes it for the agenda.
 * @param make gets the heads, the time and the last one known here; signs, writes, and says what it made
 */
export async function checkpointHeads(
  data: Data,
  make: (heads: readonly HeadRow[], at: string, last: CheckpointRow | undefined) => CheckpointRow,
): Promise<CheckpointMade> {
  return data.asJob('', async (queries) => {
    await queries.rows('select pg_advisory_xact_lock($1)', [lock]);
    const heads = await queries.rows<{ chain: string; seq: string; hash: string }>(
      'select h.chain, h.seq, h.hash from sec.chain_heads() h',
    );
    const { at } = await queries.one<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    );
    const last = await queries.maybe<{ number: string; digest: string }>(
      'select c.number, c.digest from sec.last_checkpoint() c',
    );
    const made = make(
      heads.map(({ chain, seq, hash }) => ({ chain, seq: Number(seq), hash })),
      at,
      last && { number: Number(last.number), digest: last.digest },
    );
    await queries.rows('select sec.note_checkpoint($1, $2, $3)', [made.number, at, made.digest]);
    return { ...made, at };
  });
}

/** Puts into the audit that all of it is exported now. */
export async function noteAuditExport(data: Data): Promise<void> {
  await data.asJob('', (queries) => queries.rows('select sec.note_audit_export()'));
}
