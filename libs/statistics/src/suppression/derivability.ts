import type { Functional, LinkedCells } from '../cube/linked-cells.js';
import { knownSpan } from './known-span.js';

/**
 * Hidden cells that follow exactly from the published ones, whatever their order: the exact-derivability audit.
 *
 * `told` adds functionals that are public besides the shown cells (other releases, what an insider knows).
 * Source: Handbook on Statistical Disclosure Control, 2nd ed., 4.3.2 (no sensitive cell disclosed exactly);
 * Langsrud (2024), see `knownSpan`.
 * Units: cells.
 * Complexity: one elimination of the shown cells, one reduction a hidden cell.
 */
export const derivableCells = (
  linked: LinkedCells,
  hidden: readonly boolean[],
  told: readonly Functional[] = [],
): number[] => {
  const span = knownSpan(linked.coordinates, []);
  for (const earlier of told) span.admit(earlier);
  linked.functionals.forEach((functional, cell) => {
    if (hidden[cell] !== true) span.tell(functional);
  });
  return linked.names
    .map((_, cell) => cell)
    .filter((cell) => hidden[cell] === true && span.follows(linked.functionals[cell] as Functional));
};
