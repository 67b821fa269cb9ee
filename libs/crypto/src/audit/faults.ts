/** What is wrong with a log. `file`: the export itself is cut or no export. */
export type AuditFaultKind =
  | 'altered'
  | 'missing'
  | 'reordered'
  | 'truncated'
  | 'wiped'
  | 'rewritten'
  | 'checkpoint'
  | 'printed'
  | 'file';

/** The first thing that is wrong in one chain, or in the checkpoints (then chain is null). */
export interface AuditFault {
  readonly kind: AuditFaultKind;
  readonly chain: string | null;
  /** The number of the first event that is not as it was; of a checkpoint, its own number. */
  readonly at: number;
  readonly says: string;
}

/** What was looked at, and what was found. */
export interface AuditFindings {
  readonly events: number;
  readonly chains: number;
  readonly checkpoints: number;
  /** When the last checkpoint was made; null without one. */
  readonly lastCheckpointAt: string | null;
  /** One at most for each chain, in the order of the file. */
  readonly faults: readonly AuditFault[];
}
