import type { Data, DataSources } from '#database';
import type { KeyProvider } from '#crypto';

/** What the process opened and the API works with; whoever opened them closes them. */
export interface ApiParts {
  readonly data: Data;
  readonly sources: DataSources;
  readonly keys: KeyProvider;
}

/** Asks for the key provider: `@Inject(Keys) keys: KeyProvider`. Everything else is asked for by its class. */
export const Keys = Symbol('KeyProvider');
