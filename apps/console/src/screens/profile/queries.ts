import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/api.js';

export const sessionsKey = ['own-sessions'] as const;
export const calendarKey = ['own-calendar'] as const;

export function useOwnSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: () => ask(() => api.GET('/api/v1/me/sessions')),
    meta: { quiet: true },
  });
}

export function useOwnCalendar() {
  return useQuery({
    queryKey: calendarKey,
    queryFn: () => ask(() => api.GET('/api/v1/me/calendar')),
    meta: { quiet: true },
  });
}
