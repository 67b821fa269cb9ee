import { useQueryClient } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask, ifMatch } from '../../api/api.js';
import { meetingKey, type AgendaEntry } from '../../api/meetings.js';
import { useVersionConflict } from '../../api/use-version-conflict.js';

interface Note {
  readonly situationId: string;
  readonly noted: AgendaEntry['noted'];
}
type Agenda = Schema<'AgendaView'>;

/** Notes what no move tells, at once on this page: put off to the next meeting, or reported on aloud. */
export function useNote(meeting: string) {
  const queries = useQueryClient();
  const key = [...meetingKey(meeting), 'agenda'];
  const entryOf = (situationId: string): AgendaEntry | undefined =>
    queries.getQueryData<Agenda>(key)?.rows.find((row) => row.situationId === situationId);
  const change = (situationId: string, part: Partial<AgendaEntry>): void => {
    queries.setQueryData<Agenda>(
      key,
      (agenda) =>
        agenda && {
          ...agenda,
          rows: agenda.rows.map((row) => (row.situationId === situationId ? { ...row, ...part } : row)),
        },
    );
  };
  return useVersionConflict<Note, AgendaEntry | undefined, Schema<'PartReceipt'>>(
    ({ situationId, noted }) =>
      ask(() =>
        api.PUT('/api/v1/meetings/{id}/agenda/{situation}', {
          params: {
            path: { id: meeting, situation: situationId },
            header: ifMatch(entryOf(situationId)?.version ?? 1),
          },
          body: { noted },
        }),
      ),
    {
      read: async ({ situationId }) =>
        (
          await ask(() => api.GET('/api/v1/meetings/{id}/agenda', { params: { path: { id: meeting } } }))
        ).rows.find((row) => row.situationId === situationId),
      settle: (now, { noted }) =>
        now?.noted === noted ? Promise.resolve({ id: meeting, version: now.version }) : undefined,
      about: ({ situationId }) => situationId,
      onBegin: ({ situationId, noted }) => {
        const before = entryOf(situationId)?.noted ?? null;
        change(situationId, { noted });
        return () => {
          change(situationId, { noted: before });
        };
      },
      onDone: ({ version }, { situationId }) => {
        change(situationId, { version });
      },
      changes: [key],
    },
  );
}
