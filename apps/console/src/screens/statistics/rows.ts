import { useIntl } from 'react-intl';
import type { BarCell } from '../../kit/bar-table.js';
import { useCodebook, useTerms } from '../../shared/terms.js';
import type { FigureTable } from './queries.js';
import type { Dimension } from './search.js';

const listOf = {
  type: 'situationType',
  ageBand: 'ageBand',
  sex: 'sex',
  conclusionGroup: 'conclusionGroup',
} as const satisfies Record<Dimension, string>;
/** How discussions end that the table did not take up, beside the groups of the codebook. */
const notTakenUp = ['returned', 'withdrawn'] as const;

export interface Line {
  /** Null: not applicable to these records. */
  readonly code: string | null;
  readonly label: string;
}

/**
 * All lines of a dimension in the codebook's order, whatever figures there are: a line that is left out would
 * tell something too.
 */
export function useLines(): (
  dimension: Dimension,
  table: FigureTable | undefined,
  place?: 'by' | 'and',
) => readonly Line[] {
  const { data: codebook } = useCodebook();
  const termOf = useTerms();
  const { formatMessage } = useIntl();
  return (dimension, table, place = 'by') => {
    const list = listOf[dimension];
    const codes = codebook?.lists.find((each) => each.list === list)?.terms.map(({ code }) => code) ?? [];
    const lines: Line[] = codes.map((code) => ({ code, label: termOf(list, code) }));
    if (dimension === 'conclusionGroup')
      lines.push(...notTakenUp.map((code) => ({ code, label: formatMessage({ id: `statistics.${code}` }) })));
    if (table?.cells.some((cell) => (cell[place] ?? null) === null))
      lines.push({ code: null, label: formatMessage({ id: 'statistics.notApplicable' }) });
    return lines;
  };
}

/** A figure or the words in its place. */
export function useCellOf(): (
  table: FigureTable | undefined,
  by: string | null,
  and?: string | null,
) => BarCell {
  const { formatMessage } = useIntl();
  return (table, by, and) => {
    const found = table?.cells.find(
      (cell) => cell.by === by && (and === undefined || (cell.and ?? null) === and),
    );
    return found === undefined
      ? {
          kind: 'hidden',
          why: formatMessage({ id: 'statistics.hidden' }, { threshold: table?.threshold ?? 11 }),
        }
      : { kind: 'shown', value: found.records };
  };
}
