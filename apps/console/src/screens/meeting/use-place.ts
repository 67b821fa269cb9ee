import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, ask, ifMatch, Refused } from '../../api/api.js';
import { cardKey, useCardPlace, type AgendaEntry, type CardPlace } from '../../api/meetings.js';
import { useAction } from '../../api/use-action.js';

interface Wanted {
  readonly situationId: string | null;
  readonly withSummary: boolean;
}

const read = (meeting: string) =>
  ask(() => api.GET('/api/v1/meetings/{id}/card', { params: { path: { id: meeting } } }));

/**
 * Puts a card. Whoever presses last decides what is on the table, so that a card put elsewhere meanwhile is
 * no conflict.
 */
async function put(
  meeting: string,
  { situationId, withSummary }: Wanted,
  version: number,
): Promise<CardPlace> {
  try {
    await ask(() =>
      api.PUT('/api/v1/meetings/{id}/card', {
        params: { path: { id: meeting }, header: ifMatch(version) },
        body: { situationId, withSummary },
      }),
    );
    return await read(meeting);
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.status !== 412) throw error;
    const now = await read(meeting);
    return now.situationId === situationId && now.withSummary === withSummary
      ? now
      : put(meeting, { situationId, withSummary }, now.version);
  }
}

/** What is on the table: shown at once where this page put it, the server's otherwise. */
export function usePlace(meeting: string, isOpen: boolean) {
  const queries = useQueryClient();
  const { data: card } = useCardPlace(isOpen ? meeting : undefined);
  const [wanted, setWanted] = useState<Wanted>();
  const latest = useRef<Wanted>(undefined);
  const action = useAction(
    (input: Wanted) => put(meeting, input, queries.getQueryData<CardPlace>(cardKey(meeting))?.version ?? 1),
    {
      onBegin: (input) => {
        latest.current = input;
        setWanted(input);
        return () => {
          if (latest.current === input) setWanted(undefined);
        };
      },
      onDone: (place, input) => {
        queries.setQueryData<CardPlace>(cardKey(meeting), place);
        if (latest.current === input) setWanted(undefined);
      },
      changes: [['meeting', meeting, 'agenda']],
    },
  );
  return {
    situationId: wanted === undefined ? (card?.situationId ?? null) : wanted.situationId,
    withSummary: wanted?.withSummary ?? card?.withSummary ?? false,
    isRead: card !== undefined,
    put: (situationId: string | null, withSummary = false): void => {
      action.do({ situationId, withSummary });
    },
    error: action.error,
  };
}

/** The entry after or before the one that is on the table; from a place that left the agenda, the one that took it. */
export function neighbour(
  rows: readonly AgendaEntry[],
  situationId: string | null,
  step: 1 | -1,
  lastPlace: number,
): AgendaEntry | undefined {
  const at = rows.findIndex((row) => row.situationId === situationId);
  if (at >= 0) return rows[at + step];
  return rows[step === 1 ? lastPlace : lastPlace - 1];
}
