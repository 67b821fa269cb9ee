import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createReader, type LiveEvent } from './parse.js';

const retryMs = 2_000;
const pollMs = 15_000;

/** What is shown about this thing, and every list; `meta.quiet` marks what events say nothing about. */
function concerns({ kind, id }: LiveEvent) {
  return ({ queryKey, meta }: Query): boolean => {
    if (meta?.['quiet'] === true) return false;
    return queryKey[0] !== kind || queryKey[1] === undefined || queryKey[1] === id;
  };
}

interface Ear {
  readonly opened: () => void;
  readonly heard: (told: LiveEvent) => void;
  readonly lost: () => void;
}

async function follow(
  seat: string,
  place: string | undefined,
  signal: AbortSignal,
  { opened, heard, lost }: Ear,
): Promise<void> {
  const response = await fetch('/api/v1/events', {
    headers: { seat, accept: 'text/event-stream', ...(place !== undefined && { 'last-event-id': place }) },
    signal,
  });
  if (response.status === 400) lost();
  if (!response.ok || response.body === null) return;
  opened();
  const read = createReader();
  const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read())
    read(piece.value).forEach(heard);
}

async function followAlways(
  queries: QueryClient,
  seat: string,
  signal: AbortSignal,
  setOpen: (open: boolean) => void,
): Promise<void> {
  let place: string | undefined;
  const ear: Ear = {
    opened: () => {
      setOpen(true);
    },
    heard: (told) => {
      place = told.place ?? place;
      if (told.kind !== 'ready') void queries.invalidateQueries({ predicate: concerns(told) });
    },
    // The place is not known any more: begin again from now.
    lost: () => {
      place = undefined;
    },
  };
  while (!signal.aborted) {
    await follow(seat, place, signal, ear).catch(() => undefined);
    if (signal.aborted) return;
    setOpen(false);
    await new Promise((resolve) => {
      setTimeout(resolve, retryMs);
    });
  }
}

/**
 * Keeps everything on the page as the server has it: events say which thing changed, and each is asked for
 * again under the viewer's own rights. A broken stream resumes at its place; while there is none, the page
 * asks by itself every 15 seconds.
 */
export function useLive(seat: string | undefined): void {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (seat === undefined) return undefined;
    const stop = new AbortController();
    void followAlways(queries, seat, stop.signal, setOpen);
    return () => {
      stop.abort();
    };
  }, [queries, seat]);
  useEffect(() => {
    if (isOpen || seat === undefined) return undefined;
    const timer = setInterval(() => {
      void queries.invalidateQueries({ predicate: ({ meta }) => meta?.['quiet'] !== true });
    }, pollMs);
    return () => {
      clearInterval(timer);
    };
  }, [isOpen, queries, seat]);
}
