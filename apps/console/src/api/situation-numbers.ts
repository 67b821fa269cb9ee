import { useQuery } from '@tanstack/react-query';
import { api, ask } from './api.js';
import type { OwnSeat } from './me.js';

const none: readonly { readonly id: string; readonly number: string }[] = [];

/** The numbers of the open situations that this seat may see, asked for only while they are wanted. */
export function useSituationNumbers({ id, persona }: OwnSeat, wanted: boolean) {
  const { data } = useQuery({
    queryKey: ['situations', 'numbers', id],
    queryFn: () => ask(() => api.GET('/api/v1/situations', { params: { query: { limit: 50 } } })),
    enabled: wanted && (persona === 'rep' || persona === 'coordinator'),
  });
  return data?.rows ?? none;
}
