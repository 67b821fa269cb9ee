import { useQuery } from '@tanstack/react-query';
import { api, ask, orNothing } from '../../api/api.js';
import { useSeat } from '../../api/me.js';
import { situationKey, type SituationView } from '../../api/moves.js';

const params = (id: string) => ({ params: { path: { id } } });
const words = {
  tier4: (id: string) => api.GET('/api/v1/situations/{id}/tier4', params(id)),
  plan: (id: string) => api.GET('/api/v1/situations/{id}/plan', params(id)),
  safetyNotes: (id: string) => api.GET('/api/v1/situations/{id}/safety-notes', params(id)),
  reportDetails: (id: string) => api.GET('/api/v1/situations/{id}/report-backs/details', params(id)),
} as const;

/** The texts that the intervening agencies share, each opened on its own. */
export type Words = keyof typeof words;

/**
 * An opening is written down, so what happens meanwhile opens nothing again (`quiet`) and nothing is kept
 * once the page is left. It is asked for again where the viewer's role changes with the stage or with an
 * assignment to the viewer's agency: who may not read any more, sees no more.
 */
function useOpened(situation: SituationView, what: string) {
  const seat = useSeat();
  const own = (situation.assignments ?? [])
    .filter(({ agency }) => agency.id === seat?.agency?.id)
    .map(({ state }) => state);
  return {
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    meta: { quiet: true, fixed: true },
    queryKey: [...situationKey(situation.id), what, situation.stage, own.join()],
  };
}

export function useIdentities(situation: SituationView) {
  return useQuery({
    ...useOpened(situation, 'tier3'),
    queryFn: () => orNothing(ask(() => api.GET('/api/v1/situations/{id}/tier3', params(situation.id)))),
  });
}

export function useWords(situation: SituationView, kind: Words) {
  return useQuery({
    ...useOpened(situation, kind),
    queryFn: () => orNothing(ask(() => words[kind](situation.id))),
  });
}
