import { useQuery } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask } from '../../api/api.js';

export type Week = Schema<'WeekView'>;
export type Task = Schema<'WeekTask'>;

/** What this seat has to do next. */
export function useWeek() {
  return useQuery({ queryKey: ['week'], queryFn: () => ask(() => api.GET('/api/v1/week')) });
}
