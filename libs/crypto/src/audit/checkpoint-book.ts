import type { AuditFault } from './faults.js';
import { checkpointDigest, readCheckpoint, shortForm, type ChainHead } from './checkpoint.js';
import { HeadTree } from './head-tree.js';
import { isSignedBy, type NoteVerifier, type SignedNote } from './signed-note.js';

/** Where checkpoints say that a chain stood: event numbers that rise, with their hashes. */
export interface ChainMarks {
  readonly seqs: number[];
  readonly hashes: Buffer[];
}

/**
 * Checks checkpoints one after the other and keeps what they say of each chain, without repeating what did
 * not change.
 */
export class CheckpointBook {
  readonly marks = new Map<string, ChainMarks>();
  readonly faults: AuditFault[] = [];
  count = 0;
  lastAt: string | null = null;
  private readonly tree = new HeadTree();
  private digest: string | null = null;
  private number = 0;
  private printedSeen = false;

  /** @param printed the short form of one, as it stands on paper, which must be among them */
  constructor(
    private readonly verifier: NoteVerifier,
    private readonly printed?: string,
  ) {}

  take(note: SignedNote): void {
    const read = readCheckpoint(note.text);
    const at = read?.number ?? this.number + 1;
    if (read === undefined) return this.fault('checkpoint', at, 'is not whole');
    if (!isSignedBy(note, this.verifier)) return this.fault('checkpoint', at, 'is not signed by this key');
    if (this.count > 0 && (read.before !== this.digest || read.number !== this.number + 1))
      this.fault(
        'checkpoint',
        at,
        `does not follow checkpoint ${this.number}: one between was taken out, or their order changed`,
      );
    if (this.count === 0 && (read.before !== null || read.number !== 1))
      this.fault('checkpoint', at, 'is the first here, and was not the first that was made');
    const digest = checkpointDigest(note.text);
    this.printedSeen ||=
      this.printed !== undefined &&
      shortForm(digest).replaceAll(' ', '') === this.printed.replaceAll(/\s/g, '').toLowerCase();
    [this.digest, this.number, this.lastAt] = [digest, read.number, read.at];
    this.count += 1;
    for (const head of read.heads) this.mark(head, read.number);
    this.tree.take(read.heads, read.isWhole);
    if (read.all !== null && (this.tree.size !== read.all.chains || this.tree.root !== read.all.root))
      this.fault('checkpoint', at, 'lists other chains than those that it is a root over');
  }

  end(): void {
    if (this.printed !== undefined && !this.printedSeen)
      this.faults.push({
        kind: 'printed',
        chain: null,
        at: 0,
        says: `No checkpoint here has the short form ${this.printed}: it is of another log, or checkpoints are missing.`,
      });
  }

  private mark({ chain, seq, hash }: ChainHead, number: number): void {
    if (seq === 0) return;
    const marks = this.marks.get(chain) ?? { seqs: [], hashes: [] };
    this.marks.set(chain, marks);
    const last = marks.seqs.at(-1) ?? 0;
    if (last === seq && marks.hashes.at(-1)?.toString('hex') === hash) return;
    if (seq <= last)
      return this.fault(
        'checkpoint',
        number,
        `says that chain ${chain} went back from event ${last} to ${seq}: the log was put back to an earlier time, or rewritten`,
      );
    marks.seqs.push(seq);
    marks.hashes.push(Buffer.from(hash, 'hex'));
  }

  private fault(kind: 'checkpoint', at: number, what: string): void {
    if (!this.faults.some((fault) => fault.at === at))
      this.faults.push({ kind, chain: null, at, says: `Checkpoint ${at} ${what}.` });
  }
}
