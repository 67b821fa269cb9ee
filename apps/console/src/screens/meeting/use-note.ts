import { useQueryClient } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask, ifMatch, Refused } from '../../api/api.js';
import { meetingKey, type AgendaEntry } from '../../api/meetings.js';
import { useAction } from '../../api/use-action.js';

type Noted = AgendaEntry['noted'];
type Agenda = Schema<'AgendaView'>;

/** Notes what no move tells, at once on this page: put off to the next meeting, or reported on aloud. */
export function useNote(meeting: string) {
  const queries = useQueryClient();
  const key = [...meetingKey(meeting), 'agenda'];
  const entryOf = (situationId: string): AgendaEntry | undefined => queries.getQueryData<Agenda>(key)?.rows.find((row) => row.situationId === situationId);
  const change = (situationId: string, part: Partial<AgendaEntry>): void => {
    queries.setQueryData<Agenda>(key, (agenda) => agenda && { ...agenda, rows: agenda.rows.map((row) => (row.situationId === situationId ? { ...row, ...part } : row)) });
  };
  return useAction(async ({ situationId, noted }: { readonly situationId: string; readonly noted: Noted }) => {
    try {
      return await ask(() => api.PUT('/api/v1/meetings/{id}/agenda/{situation}', {
        params: { path: { id: meeting, situation: situationId }, header: ifMatch(entryOf(situationId)?.version ?? 1) }, body: { noted },
      }));
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.status !== 412) throw error;
      // Sent twice because the answer was lost, or noted by the other coordinator: the same is no conflict.
      const agenda = await ask(() => api.GET('/api/v1/meetings/{id}/agenda', { params: { path: { id: meeting } } }));
      const now = agenda.rows.find((row) => row.situationId === situationId);
      if (now?.noted !== noted) throw error;
      return { id: meeting, version: now.version };
    }
  }, {
    onBegin: ({ situationId, noted }) => {
      const before = entryOf(situationId)?.noted ?? null;
      change(situationId, { noted });
      return () => { change(situationId, { noted: before }); };
    },
    onDone: ({ version }, { situationId }) => { change(situationId, { version }); },
    changes: [key],
  });
}
