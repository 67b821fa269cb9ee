import type { Data, DataSources } from '#database/door';
import type { Queue } from '#database/queue';
import type { CheckpointFile, KeyProvider } from '#crypto';
import type { MailRoute } from './mail-route.js';
import type { WebhookRoute } from './webhook-route.js';

/** What the process opened and the API works with; whoever opened them closes them. */
export interface ApiParts {
  readonly data: Data;
  readonly sources: DataSources;
  /** Features say what they do with its jobs; whoever serves starts it. */
  readonly queue: Queue;
  readonly keys: KeyProvider;
  /** Where the operator keeps backups: the weekly roll writes the key dump there again. */
  readonly backups?: string;
  /** Signs and writes the audit's checkpoints; without it none are made. */
  readonly checkpoints?: CheckpointFile;
  /** How mail leaves; not needed where the queue is not started. */
  readonly mail?: MailRoute;
  /** Where webhooks may go besides the world outside; nowhere unless said. */
  readonly webhooks?: WebhookRoute;
}

/** Asks for the key provider: `@Inject(Keys) keys: KeyProvider`. Everything else is asked for by its class. */
export const Keys = Symbol('KeyProvider');

/** Asks for the folder of backups: `@Inject(Backups) folder: string | null`. */
export const Backups = Symbol('Backups');

/** Asks for the file of checkpoints: `@Inject(Checkpoints) file: CheckpointFile | null`. */
export const Checkpoints = Symbol('Checkpoints');
