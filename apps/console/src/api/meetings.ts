import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask, ifMatch } from './api.js';
import { useAction } from './use-action.js';

export type Meeting = Schema<'MeetingView'>;
export type AgendaEntry = Schema<'AgendaEntryView'>;
export type Attendance = Schema<'AttendanceView'>;
export type CardPlace = Schema<'CardPlaceView'>;

export const meetingKey = (id: string) => ['meeting', id] as const;
const path = (id: string) => ({ params: { path: { id } } });

export function useMeeting(id: string) {
  return useQuery({
    queryKey: meetingKey(id),
    queryFn: () => ask(() => api.GET('/api/v1/meetings/{id}', path(id))),
  });
}

/** Numbers and stages in the order in which the meeting takes them; kept by the server from when it opens. */
export function useAgenda(id: string) {
  return useQuery({
    queryKey: [...meetingKey(id), 'agenda'],
    queryFn: () => ask(() => api.GET('/api/v1/meetings/{id}/agenda', path(id))),
  });
}

export function useAttendance(id: string) {
  return useQuery({
    queryKey: [...meetingKey(id), 'attendance'],
    queryFn: () => ask(() => api.GET('/api/v1/meetings/{id}/attendance', path(id))),
  });
}

export const cardKey = (id: string) => [...meetingKey(id), 'card'] as const;

/** What is on the table now; asked for only where the meeting is open. */
export function useCardPlace(id: string | undefined) {
  return useQuery({
    queryKey: cardKey(id ?? ''),
    queryFn: () => ask(() => api.GET('/api/v1/meetings/{id}/card', path(id ?? ''))),
    enabled: id !== undefined,
  });
}

/** The meeting that is open now; null: none is. A list, since that none is open is no error. */
export function useOpenMeeting(wanted: boolean) {
  return useQuery({
    queryKey: ['meetings', 'open'],
    queryFn: async () =>
      (await ask(() => api.GET('/api/v1/meetings', { params: { query: { state: 'open', limit: 1 } } })))
        .rows[0] ?? null,
    enabled: wanted,
  });
}

export type MeetingStep = 'open' | 'close' | 'call-off' | 'restore';
/** What a meeting is changed from. */
export type PlannedMeeting = Pick<Meeting, 'id' | 'kind' | 'scheduledFor' | 'place' | 'version'>;

/** Opens, closes or calls off a meeting from the version that is shown. */
export function useMeetingStep(
  meeting: Pick<Meeting, 'id' | 'version'>,
  onDone?: (step: MeetingStep) => void,
) {
  const queries = useQueryClient();
  return useAction(
    (step: MeetingStep, once) => {
      const shown = queries.getQueryData<Meeting>(meetingKey(meeting.id));
      const params = {
        path: { id: meeting.id },
        header: { ...ifMatch(Math.max(meeting.version, shown?.version ?? 0)), ...once },
      };
      if (step === 'open') return ask(() => api.POST('/api/v1/meetings/{id}/open', { params }));
      if (step === 'close') return ask(() => api.POST('/api/v1/meetings/{id}/close', { params }));
      if (step === 'restore') return ask(() => api.POST('/api/v1/meetings/{id}/restore', { params }));
      return ask(() => api.POST('/api/v1/meetings/{id}/call-off', { params }));
    },
    {
      changes: [meetingKey(meeting.id), ['meetings'], ['week']],
      onDone: (_receipt, step) => {
        onDone?.(step);
      },
    },
  );
}
