import type { SituationView } from '../../../api/moves.js';
import { useSeat } from '../../../api/me.js';
import { useOwnTable } from '../../../api/own-table.js';
import { forOthers } from './kinds.js';

/** The agencies without an account that are asked: the coordinator answers for these alone. */
export function useAskedWithoutAccount({ assignments = [] }: SituationView) {
  const { data: table } = useOwnTable();
  const without = new Set(
    (table?.agencies ?? []).filter(({ hasAccount }) => !hasAccount).map(({ agencyId }) => agencyId),
  );
  return assignments
    .filter(({ agency, state }) => state === 'asked' && without.has(agency.id))
    .map(({ agency }) => agency);
}

/**
 * The offered moves without those that nobody waits for: a coordinator accepts only for agencies without an
 * account.
 */
export function useOffered(situation: SituationView): readonly string[] {
  const seat = useSeat();
  const asked = useAskedWithoutAccount(situation);
  return situation.offered.filter(
    (name) => seat?.persona !== 'coordinator' || !forOthers.has(name) || asked.length > 0,
  );
}
