import type { ParseArgsConfig } from 'node:util';

/** Options as given: a flag is true when it was. */
export type CommandOptions = Readonly<Record<string, string | boolean | undefined>>;

/** One word of `situation-table …`. */
export interface Command {
  readonly says: string;
  /** What `--help` shows beside the options. */
  readonly help?: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Does the work; what it throws is shown to the operator, by its message alone. */
  run(given: CommandOptions): Promise<void>;
}

/** Something the operator can put right; shown without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
