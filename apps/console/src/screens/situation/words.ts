import { useQuery } from '@tanstack/react-query';
import { api, answered, Refused } from '../../api/api.js';
import { situationKey } from '../../api/moves.js';

const questions = {
  plan: (id: string) => api.GET('/api/v1/situations/{id}/plan', { params: { path: { id } } }),
  safetyNotes: (id: string) => api.GET('/api/v1/situations/{id}/safety-notes', { params: { path: { id } } }),
  reportDetails: (id: string) => api.GET('/api/v1/situations/{id}/report-backs/details', { params: { path: { id } } }),
} as const;

/** Texts of the intervening agencies; null where this seat has none to see, which is the same as that there are none. */
export function useWords(kind: keyof typeof questions, id: string, wanted: boolean) {
  return useQuery({
    queryKey: [...situationKey(id), kind],
    queryFn: () => answered(questions[kind](id)).catch((error: unknown) => {
      if (error instanceof Refused && error.problem.status === 404) return null;
      throw error;
    }),
    enabled: wanted,
  });
}
