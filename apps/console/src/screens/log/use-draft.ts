import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Schema } from '#api-client';
import { api, ask, ifMatch, isStale, Unreached } from '../../api/api.js';
import { withoutEmpty } from '../../api/without-empty.js';

export type DraftContent = Schema<'ScreeningInput'>;

/** `waiting`: the line is away and what is written stands only on this page. */
export type Saving = 'nothing' | 'saving' | 'saved' | 'waiting' | 'conflict' | 'undecided';

const pauseMs = 400;
const longestMs = 15_000;
const empty: DraftContent = { type: 'person', riskFactors: [] };

interface Kept {
  id: string | undefined;
  version: number;
  /** The first sending, repeated as it was until it is answered: a lost answer would else leave a second draft. */
  first?: { readonly body: DraftContent; readonly key: string };
}

/** The draft with this id as the server has it; nothing while there is none. */
function useStored(id: string | undefined) {
  return useQuery({
    queryKey: ['draft', id],
    queryFn: () => ask(() => api.GET('/api/v1/screenings/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    // What is written here is newer than what is read.
    staleTime: Number.POSITIVE_INFINITY,
    meta: { quiet: true },
  });
}

/**
 * A screening that saves itself on the server a moment after each change. Nothing of it is kept in the browser: it may hold what
 * only filter 1 may see.
 * @param onKept called with the id once the server has it
 */
export function useDraft(id: string | undefined, onKept: (id: string) => void) {
  const queries = useQueryClient();
  const stored = useStored(id);
  const [written, setWritten] = useState<DraftContent>();
  const [saving, setSaving] = useState<Saving>('nothing');
  const kept = useRef<Kept>({ id, version: 0 });
  const latest = useRef<DraftContent | undefined>(undefined);
  const running = useRef<Promise<void> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const content = written ?? stored.data?.content ?? empty;

  useEffect(() => {
    if (stored.data !== undefined && kept.current.version === 0)
      kept.current = { id: stored.data.id, version: stored.data.version };
  }, [stored.data]);

  /** @returns what the server has now */
  const save = useCallback(
    async (body: DraftContent): Promise<DraftContent> => {
      const { id: known, version } = kept.current;
      const first = (kept.current.first ??= { body, key: crypto.randomUUID() });
      const saved =
        known === undefined
          ? await ask(() =>
              api.POST('/api/v1/screenings', {
                params: { header: { 'Idempotency-Key': first.key } },
                body: first.body,
              }),
            )
          : await ask(() =>
              api.PUT('/api/v1/screenings/{id}', {
                params: { path: { id: known }, header: ifMatch(version) },
                body,
              }),
            );
      kept.current = { id: saved.id, version: saved.version, first };
      if (known === undefined) onKept(saved.id);
      await queries.invalidateQueries({ queryKey: ['preview', saved.id] });
      return known === undefined ? first.body : body;
    },
    [onKept, queries],
  );

  /** Sends until the server has the latest; one request at a time, since each names the version before it. */
  const saveAll = useCallback(async (): Promise<void> => {
    for (let failures = 0; latest.current !== undefined;) {
      const body = latest.current;
      setSaving(failures === 0 ? 'saving' : 'waiting');
      try {
        const sent = await save(body);
        failures = 0;
        if (latest.current === sent) latest.current = undefined;
      } catch (error) {
        if (error instanceof Unreached) {
          failures += 1;
          setSaving('waiting');
          await new Promise((resolve) => {
            setTimeout(resolve, Math.min(longestMs, 500 * 2 ** failures));
          });
        } else {
          latest.current = undefined;
          setSaving(isStale(error) ? 'conflict' : 'nothing');
          throw error;
        }
      }
    }
    setSaving('saved');
  }, [save]);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    running.current ??= saveAll().finally(() => {
      running.current = undefined;
    });
    await running.current;
  }, [saveAll]);

  const change = useCallback(
    (part: Partial<DraftContent>) => {
      const next = withoutEmpty({ ...content, ...part });
      setWritten(next);
      latest.current = next;
      setSaving((now) => (now === 'waiting' ? now : 'saving'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        flush().catch(() => undefined);
      }, pauseMs);
    },
    [content, flush],
  );

  /** Leaving the page sends what still waits. */
  useEffect(
    () => () => {
      if (latest.current !== undefined) flush().catch(() => undefined);
    },
    [flush],
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (latest.current !== undefined) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
    };
  }, []);

  /** After a conflict: goes on from the server's version, with what is written here or with what stands there. */
  const settle = useCallback(
    async (mine: boolean): Promise<void> => {
      const theirs = await ask(() =>
        api.GET('/api/v1/screenings/{id}', { params: { path: { id: kept.current.id ?? '' } } }),
      );
      kept.current = { id: theirs.id, version: theirs.version };
      if (mine) change({});
      else {
        setWritten(theirs.content);
        setSaving('saved');
      }
    },
    [change],
  );

  /** After a conflict, nothing decided: what is written here stays on the page, unsaved, and the next change asks again. */
  const decideLater = useCallback((): void => {
    latest.current = content;
    setSaving('undecided');
  }, [content]);

  // What was begun on this page is not waited for when the server gives it its id: its fields would go from under the typist's hands.
  return {
    content,
    change,
    saving,
    flush,
    settle,
    decideLater,
    kept,
    isLoading: id !== undefined && written === undefined && stored.isPending,
    error: stored.error,
  };
}
