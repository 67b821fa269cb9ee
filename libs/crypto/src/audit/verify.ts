import { ChainCheck } from './chain-check.js';
import type { ChainHead } from './checkpoint.js';
import { CheckpointBook } from './checkpoint-book.js';
import { isEventLine, type EventLine } from './event-line.js';
import type { AuditFault, AuditFindings } from './faults.js';
import { isSignedBy, type NoteVerifier, type SignedNote } from './signed-note.js';

export const auditFormat = 'situation-table audit';

/** What a line of an exported log may be, beside an event. */
interface ExportLine {
  readonly format?: unknown;
  readonly version?: unknown;
  readonly checkpoint?: SignedNote;
  readonly head?: ChainHead;
  readonly end?: { readonly events: number };
}

/** How a log is to be checked. */
export interface AuditCheck {
  readonly verifier: NoteVerifier;
  /** The short form of a checkpoint, from paper. */
  readonly printed?: string;
  /**
   * Checkpoints from elsewhere, such as a copy that the log's machine cannot reach; they take the place of
   * those in the log.
   */
  readonly checkpoints?: Iterable<SignedNote>;
  readonly progress?: (events: number) => void;
}

/**
 * Checks an exported log line by line: its memory grows with the checkpoints that say something new, never
 * with the events.
 */
class LogCheck {
  private readonly book: CheckpointBook;
  private readonly own: boolean;
  private readonly heads = new Map<string, ChainHead>();
  private readonly done = new Set<string>();
  private readonly faults: AuditFault[] = [];
  private current: { readonly chain: string; readonly check: ChainCheck } | undefined;
  private events = 0;
  private lines = 0;
  private ended = false;

  constructor(private readonly how: AuditCheck) {
    this.book = new CheckpointBook(how.verifier, how.printed);
    this.own = how.checkpoints === undefined;
    for (const note of how.checkpoints ?? []) this.book.take(note);
  }

  take(text: string): void {
    this.lines += 1;
    let line: unknown;
    try {
      line = JSON.parse(text);
    } catch {
      return this.file('is no line of a log');
    }
    if (this.lines === 1) {
      if ((line as ExportLine).format !== auditFormat || (line as ExportLine).version !== 1)
        this.file('says that this is no exported audit that this version reads');
      return;
    }
    if (isEventLine(line)) this.event(line);
    else this.tell(line);
  }

  private tell(line: unknown): void {
    const { checkpoint, head, end } = Object(line) as ExportLine;
    if (checkpoint !== undefined && this.events === 0) {
      // Those of the log may be fewer than those from elsewhere, but never signed by somebody else.
      if (this.own) this.book.take(checkpoint);
      else if (!isSignedBy(checkpoint, this.how.verifier))
        this.file('has a checkpoint that is not signed by this key');
    } else if (head !== undefined && this.events === 0) this.heads.set(head.chain, head);
    else if (end !== undefined) this.ended = true;
    else this.file('is no line of a log');
  }

  private event(line: EventLine): void {
    this.events += 1;
    if (this.events % 10_000 === 0) this.how.progress?.(this.events);
    const [chain] = line;
    if (this.current?.chain !== chain) {
      this.close();
      if (this.done.has(chain)) this.behindAnother(chain, line[1]);
      this.current = { chain, check: new ChainCheck(chain, this.book.marks.get(chain)) };
    }
    this.current.check.take(line);
  }

  /** One fault a chain: what looked missing until now was only moved. */
  private behindAnother(chain: string, at: number): void {
    const known = this.faults.findIndex((fault) => fault.chain === chain);
    const fault: AuditFault = {
      kind: 'reordered',
      chain,
      at,
      says: `Event ${at} of chain ${chain} stands behind another chain's events.`,
    };
    if (known < 0) this.faults.push(fault);
    else if ((this.faults[known]?.at ?? 0) >= at) this.faults[known] = fault;
  }

  private close(): void {
    if (this.current === undefined || this.done.has(this.current.chain)) return;
    this.done.add(this.current.chain);
    const fault = this.current.check.end(this.heads.get(this.current.chain));
    if (fault !== undefined) this.faults.push(fault);
  }

  end(): AuditFindings {
    this.close();
    // A chain that is not in the log at all, though a checkpoint or the database knows it.
    for (const chain of new Set([...this.heads.keys(), ...this.book.marks.keys()])) {
      if (this.done.has(chain)) continue;
      const promised = Math.max(
        this.book.marks.get(chain)?.seqs.at(-1) ?? 0,
        this.heads.get(chain)?.seq ?? 0,
      );
      this.faults.push({
        kind: 'wiped',
        chain,
        at: 1,
        says: `Event 1 of chain ${chain} and all after it${promised > 0 ? ` to event ${promised}` : ''} are gone: the chain was wiped.`,
      });
    }
    this.book.end();
    if (!this.ended)
      this.faults.push({
        kind: 'file',
        chain: null,
        at: this.lines,
        says: `The file ends at line ${this.lines} before its end: it was not copied whole.`,
      });
    return {
      events: this.events,
      chains: this.done.size,
      checkpoints: this.book.count,
      lastCheckpointAt: this.book.lastAt,
      faults: [...this.book.faults, ...this.faults],
    };
  }

  private file(what: string): void {
    if (!this.faults.some(({ kind }) => kind === 'file'))
      this.faults.push({
        kind: 'file',
        chain: null,
        at: this.lines,
        says: `Line ${this.lines} of the file ${what}.`,
      });
  }
}

/** Checks an exported log against the public key of its checkpoints. Nothing but the lines and the key is needed. */
export async function verifyAudit(lines: AsyncIterable<string>, how: AuditCheck): Promise<AuditFindings> {
  const check = new LogCheck(how);
  for await (const line of lines) check.take(line);
  return check.end();
}
