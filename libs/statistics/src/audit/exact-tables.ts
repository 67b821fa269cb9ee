import type { LinkedCells } from '../cube/linked-cells.js';
import { isSparse } from '../primary/rules.js';
import type { LinearSolver } from './linear-solver.js';
import {
  type PatternTerms,
  type ProtectedPattern,
  protectedPattern,
  type TabulatedTable,
} from './published-tables.js';
import { repairIntervals } from './repair.js';

/** The cells that may be shown exactly, or that they are too few or cannot be made safe; a refusal names no cell. */
export type ExactTables =
  | {
      readonly refused: false;
      readonly hidden: readonly boolean[];
      readonly pattern: ProtectedPattern;
      readonly added: readonly number[];
      readonly draws: number;
    }
  | { readonly refused: true; readonly because: 'sparse' | 'narrow'; readonly draws: number };

/** Secret orders tried before a table is refused; a fourth saves 6 of 2,000 random specs. */
const mostDraws = 3;

/**
 * Which cells of linked tables may be shown exactly: pattern, interval repair, sparsity rule; the whole
 * decision in one place.
 *
 * Secondary cells depend on a secret order, and one order may hide more cells than another. When a pattern
 * leaves less than half of a table, another order is drawn, by the same rules, before the tables are refused.
 * No order is preferred among those that pass, so whoever knows the method may weigh what is possible by its
 * chance to pass: by three at most.
 * Source: this project's (docs/statistics.md, "What is hidden"): rejection of draws that break a condition
 * which the release shows anyway; the parts name theirs. Units: persons. Errors: those of the audits.
 * Complexity: at most `mostDraws` patterns and repairs.
 */
export const exactTables = async (
  linked: LinkedCells,
  tables: readonly TabulatedTable[],
  terms: Omit<PatternTerms, 'zeros'>,
  solvers: readonly LinearSolver[],
): Promise<ExactTables> => {
  const isAnySparse = (isHidden: (cell: number) => boolean): boolean =>
    linked.tables.some(({ cells }) => isSparse(cells, isHidden));
  for (let draws = 1; ; draws++) {
    const pattern = protectedPattern(linked, tables, { ...terms, zeros: 'zerosAreShown' });
    const primary = new Set(pattern.primary);
    if (isAnySparse((cell) => primary.has(cell))) return { refused: true, because: 'sparse', draws };
    let because: 'sparse' | 'narrow' = 'sparse';
    if (!isAnySparse((cell) => pattern.hidden[cell] === true)) {
      const protect = pattern.primary.filter((cell) => (linked.counts[cell] as number) < terms.threshold);
      const repair = await repairIntervals(
        linked,
        pattern.hidden,
        { protect, threshold: terms.threshold },
        solvers,
      );
      if (!repair.safe) because = 'narrow';
      else if (!isAnySparse((cell) => repair.hidden[cell] === true))
        return { refused: false, hidden: repair.hidden, pattern, added: repair.added, draws };
    }
    if (draws === mostDraws) return { refused: true, because, draws };
  }
};
