import type { AuditFault, AuditFaultKind } from './faults.js';
import type { ChainHead } from './checkpoint.js';
import type { ChainMarks } from './checkpoint-book.js';
import { eventHash, hashedParts, type EventLine } from './event-line.js';

/** Follows one chain, event by event; keeps the hash before and nothing else of what it saw. */
export class ChainCheck {
  fault: AuditFault | undefined;
  private seq = 0;
  private hash = '';
  private nextMark = 0;
  /** The last event that a checkpoint vouches for. */
  private vouched = 0;
  /** After a gap: the number that was awaited, which may come later. */
  private awaited: { readonly seq: number; readonly met: number } | undefined;

  constructor(
    private readonly chain: string,
    private readonly marks: ChainMarks | undefined,
  ) {}

  take(line: EventLine): void {
    const seq = line[1];
    if (this.awaited?.seq === seq) {
      this.break('reordered', seq, `stands behind event ${this.awaited.met}`);
      this.awaited = undefined;
    }
    if (this.fault !== undefined || this.awaited !== undefined) return;
    if (seq <= this.seq) return this.break('reordered', seq, `stands again behind event ${this.seq}`);
    if (seq !== this.seq + 1) {
      this.awaited = { seq: this.seq + 1, met: seq };
      return;
    }
    const hash = eventHash(this.hash, line);
    if (line[hashedParts] !== this.hash || line[hashedParts + 1] !== hash)
      return this.break('altered', seq, 'does not have the hash that its content gives');
    [this.seq, this.hash] = [seq, hash];
    this.compareMark();
  }

  /** @param head where the database says that the chain ends */
  end(head: ChainHead | undefined): AuditFault | undefined {
    if (this.awaited !== undefined)
      this.break('missing', this.awaited.seq, `is missing: event ${this.awaited.met} follows where it was`);
    if (this.fault !== undefined) return this.fault;
    const promised = Math.max(this.marks?.seqs.at(-1) ?? 0, head?.seq ?? 0);
    if (this.seq < promised)
      this.break(
        this.seq === 0 ? 'wiped' : 'truncated',
        this.seq + 1,
        `and all after it to event ${promised} are gone`,
      );
    else if (this.seq > 0 && head === undefined)
      this.break(
        'truncated',
        this.seq + 1,
        'may be gone: the database does not say any more where this chain ends',
      );
    else if (head !== undefined && (head.seq !== this.seq || head.hash !== this.hash))
      this.break('truncated', this.seq + 1, 'is not where the database says that this chain ends');
    return this.fault;
  }

  private compareMark(): void {
    if (this.marks?.seqs[this.nextMark] !== this.seq) return;
    if (this.marks.hashes[this.nextMark]?.toString('hex') !== this.hash) {
      this.break(
        'rewritten',
        this.vouched + 1,
        `or one after it, to event ${this.seq}, was rewritten: a checkpoint knew event ${this.seq} by another hash`,
      );
      return;
    }
    this.vouched = this.seq;
    this.nextMark += 1;
  }

  private break(kind: AuditFaultKind, at: number, what: string): void {
    this.fault ??= { kind, chain: this.chain, at, says: `Event ${at} of chain ${this.chain} ${what}.` };
  }
}
