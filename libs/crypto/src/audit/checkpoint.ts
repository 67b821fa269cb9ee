import { createHash } from 'node:crypto';

/** The last event of a chain; number 0 and an empty hash where nothing is in it. */
export interface ChainHead {
  readonly chain: string;
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** What a checkpoint says: which one was before, and where the chains were. */
export interface Checkpoint {
  readonly number: number;
  readonly at: string;
  /** SHA-256 of the text of the checkpoint before; null for the first. */
  readonly before: string | null;
  /**
   * How many chains there were, and the root over all of them (`HeadTree`); null in the first form, which had
   * neither.
   */
  readonly all: { readonly chains: number; readonly root: string } | null;
  /** Whether every chain is listed, or only those that moved since the checkpoint before. */
  readonly isWhole: boolean;
  readonly heads: readonly ChainHead[];
}

/** The name under which checkpoints are signed. */
export const checkpointName = 'situation-table';
const firstLine = 'situation-table audit checkpoint';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(
  `^${firstLine} (?:1|2)\\nnumber (\\d{1,15})\\nat (\\S{10,40})\\nbefore ([0-9a-f]{64}|-)\\n` +
    `(?:chains (\\d{1,9})\\nroot ([0-9a-f]{64})\\nlists (all|changed)\\n)?((?:chain ${uuid} \\d{1,15} (?:[0-9a-f]{64}|-)\\n)*)$`,
);

export function checkpointText({ number, at, before, all, isWhole, heads }: Checkpoint): string {
  const chains = [...heads]
    .sort((a, b) => (a.chain < b.chain ? -1 : 1))
    .map(({ chain, seq, hash }) => `chain ${chain} ${seq} ${hash || '-'}`);
  const over =
    all === null ? [] : [`chains ${all.chains}`, `root ${all.root}`, `lists ${isWhole ? 'all' : 'changed'}`];
  return `${[`${firstLine} ${all === null ? 1 : 2}`, `number ${number}`, `at ${at}`, `before ${before ?? '-'}`, ...over, ...chains].join('\n')}\n`;
}

/** What the text of a checkpoint says, or undefined where it is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [, number, at, before, count, root, lists, chains] = form.exec(text) ?? [];
  if (number === undefined || at === undefined || before === undefined || chains === undefined)
    return undefined;
  if ((root !== undefined) !== text.startsWith(`${firstLine} 2\n`)) return undefined;
  const heads = chains
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, chain = '', seq, hash = ''] = line.split(' ');
      return { chain, seq: Number(seq), hash: hash === '-' ? '' : hash };
    });
  return {
    number: Number(number),
    at,
    before: before === '-' ? null : before,
    all: root === undefined ? null : { chains: Number(count), root },
    isWhole: lists !== 'changed',
    heads,
  };
}

/** What the next checkpoint names as the one before it; hexadecimal. */
export function checkpointDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The short form for paper: 64 bits of the digest in groups of four. */
export function shortForm(digest: string): string {
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
