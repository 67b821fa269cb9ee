import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Schema } from '#api-client';
import { Refused, Unreached } from '../../api/api.js';
import { keepWords, wordsIn } from '../../api/kept-words.js';
import { withoutEmpty } from '../../api/without-empty.js';
import { ChangedElsewhere, DraftSaves, goOnSaving, readDraft, readSettled } from './draft-saves.js';
import { merged, type DraftContent } from './merge.js';

export type { DraftContent } from './merge.js';

/**
 * `waiting`: the line is away. `refused`: the server said no. In both, as in a conflict, what is written is
 * only on this page.
 */
export type Saving = 'nothing' | 'saving' | 'saved' | 'waiting' | 'refused' | 'conflict' | 'undecided';

const pauseMs = 400;
const longestMs = 15_000;
/** How long a page that is being left waits for a save to be answered. */
const patienceMs = 2_000;
const empty: DraftContent = { type: 'person', riskFactors: [] };

/**
 * The draft with this id as the server has it; nothing while there is none. Never out of a cache: an own save
 * may be newer.
 */
function useStored(id: string | undefined, isWanted: boolean) {
  return useQuery({
    queryKey: ['draft', id],
    queryFn: () => readSettled(id ?? ''),
    enabled: id !== undefined && isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    meta: { quiet: true, fixed: true },
  });
}

/**
 * A screening that saves itself on the server a moment after each change. What cannot be saved stays on the
 * page and is said. Nothing of it is kept in the browser: it may have what only filter 1 may see.
 * @param onKept called with the id once the server has it
 */
export function useDraft(id: string | undefined, onKept: (id: string) => void) {
  const queries = useQueryClient();
  const [written, setWritten] = useState<DraftContent>();
  const stored = useStored(id, written === undefined);
  const [saving, setSaving] = useState<Saving>('nothing');
  const [problem, setProblem] = useState<Schema<'Problem'>>();
  const [saves] = useState(() => new DraftSaves(undefined));
  /** What is on the page, also between two renderings. */
  const onPage = useRef<DraftContent | undefined>(undefined);
  /** What the server does not have yet; it stays until the server has it or the person gives it up. */
  const unsaved = useRef<DraftContent | undefined>(undefined);
  const running = useRef<Promise<void> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isLeft = useRef(false);
  const content = written ?? stored.data?.content ?? empty;

  useEffect(() => {
    if (stored.data === undefined || saves.saved !== undefined) return;
    saves.goOnFrom(stored.data);
    onPage.current = stored.data.content;
  }, [saves, stored.data]);

  const save = useCallback(
    async (body: DraftContent): Promise<DraftContent> => {
      const isFirst = saves.saved === undefined;
      const sent = await saves.save(body);
      const known = saves.saved?.id ?? '';
      if (isFirst && !isLeft.current) onKept(known);
      // The list of drafts is on another page, which reads it again when it is opened.
      void queries.invalidateQueries({ queryKey: ['week'], refetchType: 'none' });
      await queries.invalidateQueries({ queryKey: ['preview', known] });
      return sent;
    },
    [onKept, queries, saves],
  );

  /**
   * Sends until the server has the latest; one request at a time, since each names the version before it.
   * @throws why it has not
   */
  const saveAll = useCallback(async (): Promise<void> => {
    for (let failures = 0; unsaved.current !== undefined;) {
      const body = unsaved.current;
      setSaving(failures === 0 ? 'saving' : 'waiting');
      try {
        const sent = await save(body);
        failures = 0;
        if (unsaved.current === sent) unsaved.current = undefined;
        setProblem(undefined);
      } catch (error) {
        // What was refused is not on the page any more: what is there now may be fine.
        if (error instanceof Refused && unsaved.current !== body) continue;
        if (!(error instanceof Unreached)) {
          setProblem(error instanceof Refused ? error.problem : undefined);
          setSaving(
            error instanceof ChangedElsewhere
              ? 'conflict'
              : error instanceof Refused
                ? 'refused'
                : 'undecided',
          );
          throw error;
        }
        failures += 1;
        setSaving('waiting');
        await new Promise((resolve) => {
          setTimeout(resolve, Math.min(longestMs, 500 * 2 ** failures));
        });
      }
    }
    setSaving((now) => (now === 'nothing' ? now : 'saved'));
  }, [save]);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    running.current ??= saveAll().finally(() => {
      running.current = undefined;
    });
    await running.current;
  }, [saveAll]);

  const put = useCallback(
    (next: DraftContent) => {
      onPage.current = next;
      unsaved.current = next;
      setWritten(next);
      setProblem(undefined);
      setSaving((now) => (now === 'waiting' ? now : 'saving'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        flush().catch(() => undefined);
      }, pauseMs);
    },
    [flush],
  );

  const change = useCallback(
    (part: Partial<DraftContent>) => {
      put(withoutEmpty({ ...(onPage.current ?? empty), ...part }));
    },
    [put],
  );

  /** Leaving the page sends what still waits; if it cannot be saved, that is said where the person is then. */
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      if (unsaved.current === undefined) return;
      const left = flush().catch((error: unknown) => {
        keepWords({
          why: error instanceof ChangedElsewhere ? 'overtaken' : 'refused',
          problem: error instanceof Refused ? error.problem : undefined,
          words: wordsIn([unsaved.current?.summary, unsaved.current?.privateNote]),
        });
      });
      goOnSaving(saves.saved?.id, left);
    };
  }, [flush, saves]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (unsaved.current !== undefined) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
    };
  }, []);

  /** Whether leaving would lose something: it is tried to save it first, and not for long. */
  const wouldLose = useCallback(async (): Promise<boolean> => {
    if (unsaved.current === undefined) return false;
    const late = new Promise<boolean>((resolve) => {
      setTimeout(resolve, patienceMs, false);
    });
    return Promise.race([
      flush().then(
        () => false,
        () => true,
      ),
      late,
    ]);
  }, [flush]);

  /**
   * After a conflict: goes on from the server's version, with what was changed here on top of it, or with
   * what is there.
   */
  const settle = useCallback(
    async (mine: boolean): Promise<void> => {
      const base = saves.saved;
      if (base === undefined) return;
      const theirs = await readDraft(base.id);
      const here = onPage.current ?? theirs.content;
      saves.goOnFrom(theirs);
      if (mine) {
        const { content: both, replaced } = merged(base.content, here, theirs.content);
        if (replaced.length > 0) keepWords({ why: 'replaced', words: replaced });
        put(both);
        return;
      }
      onPage.current = theirs.content;
      unsaved.current = undefined;
      setWritten(theirs.content);
      setSaving('saved');
    },
    [put, saves],
  );

  /**
   * After a conflict, nothing decided: what is written here stays on the page, unsaved, and the next change
   * asks again.
   */
  const decideLater = useCallback((): void => {
    setSaving('undecided');
  }, []);

  /** The draft is no draft any more, or the person gives up what is not saved: nothing of it is sent after this. */
  const giveUp = useCallback((): readonly string[] => {
    clearTimeout(timer.current);
    const words = wordsIn([unsaved.current?.summary, unsaved.current?.privateNote]);
    unsaved.current = undefined;
    return words;
  }, []);

  // What was begun on this page is not waited for when the server gives it its id: its fields would go from
  // under the typist's hands.
  return {
    content,
    change,
    saving,
    problem,
    flush,
    wouldLose,
    giveUp,
    settle,
    decideLater,
    saved: () => saves.saved,
    isLoading: id !== undefined && written === undefined && stored.isPending,
    error: stored.error,
  };
}
