import { createHash } from 'node:crypto';

/** The last event of a chain; number 0 and an empty hash where nothing is in it. */
export interface ChainHead {
  readonly chain: string;
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** What a checkpoint says: where every chain stood, and which checkpoint was before. */
export interface Checkpoint {
  readonly number: number;
  readonly at: string;
  /** SHA-256 of the text of the checkpoint before; null for the first. */
  readonly before: string | null;
  readonly heads: readonly ChainHead[];
}

/** The name under which checkpoints are signed. */
export const checkpointName = 'situation-table';
const firstLine = 'situation-table audit checkpoint 1';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

export function checkpointText({ number, at, before, heads }: Checkpoint): string {
  const chains = [...heads]
    .sort((a, b) => (a.chain < b.chain ? -1 : 1))
    .map(({ chain, seq, hash }) => `chain ${chain} ${seq} ${hash || '-'}`);
  return `${[firstLine, `number ${number}`, `at ${at}`, `before ${before ?? '-'}`, ...chains].join('\n')}\n`;
}

/** What the text of a checkpoint says, or undefined where it is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [, number, at, before, chains] =
    new RegExp(
      `^${firstLine}\\nnumber (\\d{1,15})\\nat (\\S{10,40})\\nbefore ([0-9a-f]{64}|-)\\n((?:chain ${uuid} \\d{1,15} (?:[0-9a-f]{64}|-)\\n)*)$`,
    ).exec(text) ?? [];
  if (number === undefined || at === undefined || before === undefined || chains === undefined)
    return undefined;
  const heads = chains
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, chain = '', seq, hash = ''] = line.split(' ');
      return { chain, seq: Number(seq), hash: hash === '-' ? '' : hash };
    });
  return { number: Number(number), at, before: before === '-' ? null : before, heads };
}

/** What the next checkpoint names as the one before it; hexadecimal. */
export function checkpointDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The short form for paper: 64 bits of the digest in groups of four. */
export function shortForm(digest: string): string {
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
