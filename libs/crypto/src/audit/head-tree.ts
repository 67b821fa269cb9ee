import { createHash } from 'node:crypto';
import type { ChainHead } from './checkpoint.js';

const leafOf = ({ chain, seq, hash }: ChainHead): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(`${chain} ${seq} ${hash}`).digest();
const nodeOf = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/**
 * The heads of all chains as a Merkle tree, as RFC 6962 builds one, with the chains in order of their ids.
 * Where a chain has moved only its path is computed again, so that a checkpoint over twenty thousand chains
 * costs what has changed.
 */
export class HeadTree {
  private readonly heads = new Map<string, ChainHead>();
  private places = new Map<string, number>();
  private levels: Buffer[][] = [];

  /** Chains that moved or are new; of a whole list, every chain there is. */
  take(heads: Iterable<ChainHead>, isWhole: boolean): void {
    if (isWhole) this.heads.clear();
    let isNew = isWhole;
    const moved: ChainHead[] = [];
    for (const head of heads) {
      isNew ||= !this.heads.has(head.chain);
      this.heads.set(head.chain, head);
      moved.push(head);
    }
    if (isNew) this.build();
    else for (const head of moved) this.move(head);
  }

  get size(): number {
    return this.heads.size;
  }

  /** Hexadecimal; of no chains, the hash of nothing. */
  get root(): string {
    return (this.levels.at(-1)?.[0] ?? createHash('sha256').digest()).toString('hex');
  }

  /** Those that are not as this tree has them. */
  changed(heads: readonly ChainHead[]): ChainHead[] {
    return heads.filter((head) => {
      const known = this.heads.get(head.chain);
      return known?.seq !== head.seq || known.hash !== head.hash;
    });
  }

  /** Whether a chain is here that is not among these. */
  hasMoreThan(heads: readonly ChainHead[]): boolean {
    const given = new Set(heads.map(({ chain }) => chain));
    return [...this.heads.keys()].some((chain) => !given.has(chain));
  }

  private build(): void {
    const sorted = [...this.heads.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1));
    this.places = new Map(sorted.map(({ chain }, place) => [chain, place]));
    this.levels = [];
    for (let level = sorted.map(leafOf); level.length > 0; level = level.length > 1 ? parentsOf(level) : [])
      this.levels.push(level);
  }

  private move(head: ChainHead): void {
    let place = this.places.get(head.chain) ?? 0;
    let hash = leafOf(head);
    for (const level of this.levels) {
      level[place] = hash;
      place -= place % 2;
      hash = parentOf(level[place] ?? hash, level[place + 1]);
      place /= 2;
    }
  }
}

const parentsOf = (level: readonly Buffer[]): Buffer[] =>
  level.flatMap((left, place) => (place % 2 === 0 ? [parentOf(left, level[place + 1])] : []));

/** One without a neighbour goes up as it is. */
function parentOf(left: Buffer, right: Buffer | undefined): Buffer {
  return right === undefined ? left : nodeOf(left, right);
}
