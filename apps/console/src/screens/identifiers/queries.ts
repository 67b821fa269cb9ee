import { useQuery } from '@tanstack/react-query';
import { api, ask, Refused } from '../../api/api.js';
import { situationKey } from '../../api/moves.js';

/** Null: there is nothing, or nothing for this seat, which is the same answer. */
async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof Refused && error.problem.status === 404) return null;
    throw error;
  });
}

/** An opening is written down: the page opens once and not at every glance, and keeps nothing when it is left. */
const opened = { gcTime: 0, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;

export function useTier3(id: string) {
  return useQuery({ ...opened, queryKey: [...situationKey(id), 'tier3'], queryFn: () => orNothing(ask(() => api.GET('/api/v1/situations/{id}/tier3', { params: { path: { id } } }))) });
}

export function useTier4(id: string) {
  return useQuery({ ...opened, queryKey: [...situationKey(id), 'tier4'], queryFn: () => orNothing(ask(() => api.GET('/api/v1/situations/{id}/tier4', { params: { path: { id } } }))) });
}
