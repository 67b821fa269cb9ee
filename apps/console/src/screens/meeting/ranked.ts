import { useMemo } from 'react';
import { suggestedSectors } from '#domain/vocabulary';
import type { SituationView } from '../../api/moves.js';
import { useOwnTable } from '../../api/own-table.js';
import { useCodebook } from '../../shared/terms.js';

export interface RankedAgency {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly hasAccount: boolean;
  readonly answer: { readonly answer: string; readonly canHelp: boolean } | undefined;
  /** The groups of risk factors for which its sector is suggested. */
  readonly because: readonly string[];
}

/**
 * The table's agencies in the order in which digits pick them: who can help, who is involved, who is
 * suggested, then by name.
 */
export function useRanked({ answers = [], tier2, persons = [] }: SituationView): readonly RankedAgency[] {
  const { data: table } = useOwnTable();
  const { data: codebook } = useCodebook();
  return useMemo(() => {
    const round = Math.max(0, ...answers.map((each) => each.round));
    const given = new Map(
      answers.filter((each) => each.round === round).map((each) => [each.agency.id, each]),
    );
    const terms = new Map(
      codebook?.lists
        .find(({ list }) => list === 'riskFactor')
        ?.terms.map(({ code, group }) => [code, group]) ?? [],
    );
    const factors = [...(tier2?.riskFactors ?? []), ...persons.flatMap((person) => person.riskFactors)];
    const suggested = suggestedSectors(
      factors.flatMap((code) => terms.get(code) ?? []),
      table?.suggestions ?? [],
    );
    const rank = ({ answer, because }: RankedAgency): number =>
      (answer?.canHelp ? 0 : 4) +
      (answer?.answer === 'involved' || answer?.answer === 'shouldBeInvolved' ? 0 : 2) +
      (because.length > 0 ? 0 : 1);
    return (table?.agencies ?? [])
      .map(({ agencyId, name, sector, hasAccount }): RankedAgency => ({
        id: agencyId,
        name,
        sector,
        hasAccount,
        answer: given.get(agencyId),
        because: suggested.get(sector) ?? [],
      }))
      .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  }, [answers, tier2, persons, table, codebook]);
}
