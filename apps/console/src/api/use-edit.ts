import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Tagged } from './api.js';
import type { Once } from './use-action.js';
import { useVersionConflict } from './use-version-conflict.js';

export interface EditOptions<Input, Theirs, Result> {
  /**
   * The version that was on the page when writing began; a later one that is read meanwhile is not the one
   * that was written on.
   */
  readonly tag: string;
  readonly read: () => Promise<Tagged<Theirs>>;
  readonly save: (input: Input, tag: string, once: Once) => Promise<Result>;
  /** The writer goes on with what the other saved: the form shows it. */
  readonly onTheirs: (theirs: Theirs) => void;
  /**
   * Whether what is written here stands as it stood: the other changed something else, and there is nothing
   * to decide.
   */
  readonly isUntouched?: (theirs: Theirs) => boolean;
  /**
   * Whether what is there now is what was sent: the answer to an own save was lost, and nobody else changed
   * anything.
   */
  readonly isSaved: (theirs: Theirs, input: Input) => boolean;
  /** Shows again what is saved, where a switch showed the change before the server had it. */
  readonly onRefused?: () => void;
  readonly onDone?: (result: Result) => void;
  /** The version after a save, for a form that stays open. */
  readonly tagAfter?: (result: Result) => string;
  readonly changes?: readonly QueryKey[];
}

/**
 * A change to something that two persons may write on, from the version on which the writing began. What is
 * shown elsewhere is asked for again only once it is settled which of the two goes on, so that the form is not
 * taken away under the typing hand.
 */
export function useEdit<Input, Theirs, Result>({
  tag,
  read,
  save,
  onTheirs,
  isUntouched,
  isSaved,
  onRefused,
  onDone,
  tagAfter,
  changes = [],
}: EditOptions<Input, Theirs, Result>) {
  const queries = useQueryClient();
  const from = useRef(tag);
  const showAnew = async (): Promise<void> => {
    await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const edit = useVersionConflict<Input, Tagged<Theirs>, Result>(
    (input, once) => save(input, from.current, once),
    {
      read,
      settle: (theirs, input, once) => {
        if (isUntouched?.(theirs.data) !== true && !isSaved(theirs.data, input)) return undefined;
        from.current = theirs.tag;
        return save(input, theirs.tag, once);
      },
      ...(onRefused !== undefined && { onRefused }),
      onDone: (result) => {
        if (tagAfter !== undefined) from.current = tagAfter(result);
        void showAnew();
        onDone?.(result);
      },
    },
  );
  const { overtaken } = edit;
  const goOnFromTheirs = (): void => {
    if (overtaken !== undefined) from.current = overtaken.theirs.tag;
  };
  return {
    do: edit.do,
    pending: edit.pending,
    problem: edit.problem,
    overtaken: overtaken && { mine: overtaken.mine, theirs: overtaken.theirs.data },
    keepMine: (): void => {
      goOnFromTheirs();
      edit.keepMine();
    },
    takeTheirs: (): void => {
      if (overtaken === undefined) return;
      goOnFromTheirs();
      edit.leave();
      onTheirs(overtaken.theirs.data);
      void showAnew();
    },
    /** Back to the form with what was typed; the next save asks again. */
    settleLater: edit.leave,
  };
}
