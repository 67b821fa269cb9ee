import { api, ask } from './api.js';
import type { OwnSeat } from './me.js';
import { useEveryPage } from './use-pages.js';

/** The numbers of the open situations that this seat may see, asked for only while they are wanted. */
export function useSituationNumbers({ id, persona }: OwnSeat, wanted: boolean) {
  return useEveryPage(
    ['situations', 'numbers', id],
    (after) => ask(() => api.GET('/api/v1/situations', { params: { query: { limit: 50, ...after } } })),
    wanted && (persona === 'rep' || persona === 'coordinator'),
  );
}
