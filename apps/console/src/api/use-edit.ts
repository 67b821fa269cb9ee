import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Refused, type Tagged } from './api.js';
import { useAction, type Once } from './use-action.js';

/** What somebody else saved meanwhile, carried to whoever wrote on the version before it. */
class Overtaken<Theirs> extends Error {
  constructor(readonly theirs: Tagged<Theirs>) {
    super('overtaken');
  }
}

export interface EditOptions<Input, Theirs, Result> {
  /** The version that was on the page when writing began; a later one that is read meanwhile is not the one that was written on. */
  readonly tag: string;
  readonly read: () => Promise<Tagged<Theirs>>;
  readonly save: (input: Input, tag: string, once: Once) => Promise<Result>;
  /** The writer goes on with what the other saved: the form shows it. */
  readonly onTheirs: (theirs: Theirs) => void;
  /** Whether what is written here stands as it stood: the other changed something else, and there is nothing to decide. */
  readonly isUntouched?: (theirs: Theirs) => boolean;
  readonly onDone?: (result: Result) => void;
  /** The version after a save, for a form that stays open. */
  readonly tagAfter?: (result: Result) => string;
  readonly changes?: readonly QueryKey[];
}

/**
 * A change to something that two persons may write on. Where somebody else saved first (412), nothing typed is lost and nothing of
 * theirs is overwritten unseen: `overtaken` holds what they saved, and `keepMine` or `takeTheirs` goes on from it. What is shown
 * elsewhere is asked for anew only once it is settled, so that the form is not taken away under the typing hand.
 */
export function useEdit<Input, Theirs, Result>({ tag, read, save, onTheirs, isUntouched, onDone, tagAfter, changes = [] }: EditOptions<Input, Theirs, Result>) {
  const queries = useQueryClient();
  const from = useRef(tag);
  const [overtaken, setOvertaken] = useState<{ readonly mine: Input; readonly theirs: Tagged<Theirs> }>();
  const showAnew = async (): Promise<void> => { await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey }))); };
  const action = useAction<Input, Result>(async (input, once) => {
    try {
      return await save(input, from.current, once);
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.status !== 412) throw error;
      const theirs = await read();
      if (isUntouched?.(theirs.data) !== true) throw new Overtaken(theirs);
      from.current = theirs.tag;
      return save(input, theirs.tag, once);
    }
  }, {
    onDone: (result) => {
      setOvertaken(undefined);
      if (tagAfter !== undefined) from.current = tagAfter(result);
      void showAnew();
      onDone?.(result);
    },
    onRefused: (error, mine) => {
      if (!(error instanceof Overtaken)) { setOvertaken(undefined); return; }
      setOvertaken({ mine, theirs: (error as Overtaken<Theirs>).theirs });
    },
  });
  return {
    do: action.do,
    pending: action.pending,
    problem: action.error instanceof Refused ? action.error.problem : undefined,
    overtaken: overtaken && { mine: overtaken.mine, theirs: overtaken.theirs.data },
    keepMine: (): void => {
      if (overtaken === undefined) return;
      from.current = overtaken.theirs.tag;
      action.do(overtaken.mine);
    },
    takeTheirs: (): void => {
      if (overtaken === undefined) return;
      from.current = overtaken.theirs.tag;
      setOvertaken(undefined);
      onTheirs(overtaken.theirs.data);
      void showAnew();
    },
    /** Back to the form with what was typed; the next save asks again. */
    settleLater: (): void => { setOvertaken(undefined); },
  };
}
