import { useState } from 'react';
import { isStale, Refused } from './api.js';
import { useAction, type ActionOptions, type Once } from './use-action.js';

/** What stands since somebody else was first, carried to whoever acted on the version before it. */
class VersionConflict<Theirs> extends Error {
  constructor(readonly theirs: Theirs) {
    super('overtaken');
  }
}

export interface VersionConflictOptions<Input, Theirs, Result> extends ActionOptions<Input, Result> {
  /** What stands now. */
  readonly read: (input: Input) => Promise<Theirs>;
  /**
   * Where there is nothing to decide: an answer was lost and this was done already, the other did the same,
   * or something else.
   */
  readonly settle?: (theirs: Theirs, input: Input, once: Once) => Promise<Result> | undefined;
}

export interface BothSides<Input, Theirs> {
  readonly mine: Input;
  readonly theirs: Theirs;
}

/**
 * An action on something that another may act on as well. Refused as stale (412), it loses nothing and
 * overwrites nothing unseen:
 * `overtaken` holds what was wanted here beside what stands, one after another where several were, until
 * `keepMine` or `leave`.
 */
export function useVersionConflict<Input, Theirs, Result>(
  send: (input: Input, once: Once) => Promise<Result>,
  { read, settle, onRefused, ...options }: VersionConflictOptions<Input, Theirs, Result>,
) {
  const [waiting, setWaiting] = useState<readonly BothSides<Input, Theirs>[]>([]);
  const action = useAction<Input, Result>(
    async (input, once) => {
      try {
        return await send(input, once);
      } catch (error) {
        if (!isStale(error)) throw error;
        const theirs = await read(input);
        const settled = settle?.(theirs, input, once);
        if (settled === undefined) throw new VersionConflict(theirs);
        return settled;
      }
    },
    {
      ...options,
      onRefused: (error, mine) => {
        if (error instanceof VersionConflict)
          setWaiting((now) => [...now, { mine, theirs: (error as VersionConflict<Theirs>).theirs }]);
        onRefused?.(error, mine);
      },
    },
  );
  const [overtaken, ...others] = waiting;
  return {
    do: action.do,
    pending: action.pending,
    problem: action.error instanceof Refused ? action.error.problem : undefined,
    overtaken,
    keepMine: (): void => {
      if (overtaken === undefined) return;
      setWaiting(others);
      action.do(overtaken.mine);
    },
    /** What stands goes on, or the page as it is: this says nothing of which. */
    leave: (): void => {
      setWaiting(others);
    },
  };
}
