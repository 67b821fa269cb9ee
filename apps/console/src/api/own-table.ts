import { useQuery } from '@tanstack/react-query';
import { api, ask } from './api.js';
import { useSeat } from './me.js';

/** The table of this seat: its agencies and settings. */
export function useOwnTable() {
  const seat = useSeat();
  const id = seat?.table?.id;
  return useQuery({
    queryKey: ['table', id],
    queryFn: () => ask(() => api.GET('/api/v1/tables/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    staleTime: 300_000,
  });
}
