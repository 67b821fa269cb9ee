import type { Random } from '../base/draw.js';
import type { Functional, LinkedCells } from '../cube/linked-cells.js';
import { knownSpan } from './known-span.js';
import { publicationOrder } from './order.js';

export interface SuppressionDemands {
  /** Cells that may not be published: small, dominated, sensitive by a rule. */
  readonly primary: readonly number[];
  /** Primary cells whose value somebody outside knows alone (counts of 1, one contributor): the singleton rule. */
  readonly singletons?: readonly number[];
  /** Cells hidden for another reason, such as a repair; they need no protection of their own. */
  readonly alsoHidden?: readonly number[];
  /** Functionals that are public already: earlier releases, outside releases, structural zeros. */
  readonly told?: readonly Functional[];
  /** How far the order of value is shaken, 0 for none; see `publicationOrder`. */
  readonly jitter?: number;
  readonly random?: Random;
}

/** Which cells are hidden, and what that cost. */
export interface Suppression {
  readonly hidden: readonly boolean[];
  readonly secondary: readonly number[];
  /** Primary cells that what was told already reveals: nothing hidden here can help. */
  readonly alreadyKnown: readonly number[];
  /** Persons in the secondary cells. */
  readonly cost: number;
}

const noRandom: Random = () => { throw new RangeError('A jitter above 0 needs a source of randomness.'); };

/**
 * Secondary suppression over linked tables: after it no primary cell follows linearly from what is published.
 *
 * Cells are offered in order of value; each is published unless it would reveal a primary cell (or, by the singleton rule,
 * let the person behind a known cell reveal another). The pattern is maximal: no hidden secondary could be published on its own.
 * It says nothing about how *wide* the intervals are; that is the interval audit's.
 * Source: Langsrud (2024), see `knownSpan`. Complexity: one `tell` a cell.
 */
export const suppress = (linked: LinkedCells, demands: SuppressionDemands): Suppression => {
  const { primary, singletons = [], alsoHidden = [], told = [], jitter = 0, random = noRandom } = demands;
  const known = new Set(singletons), isPrimary = new Set(primary), kept = new Set([...primary, ...alsoHidden]);
  const functional = (cell: number): Functional => linked.functionals[cell] as Functional;
  const before = knownSpan(linked.coordinates, []);
  for (const earlier of told) before.admit(earlier);
  const alreadyKnown = told.length === 0 ? [] : primary.filter((cell) => before.follows(functional(cell)));
  const open = primary.filter((cell) => !alreadyKnown.includes(cell));
  const span = knownSpan(linked.coordinates, open.map((cell) => ({ functional: functional(cell), known: known.has(cell) })));
  for (const earlier of told) span.admit(earlier);
  const hidden = linked.names.map((_, cell) => kept.has(cell));
  const candidates = linked.names.map((_, cell) => cell).filter((cell) => !kept.has(cell));
  const secondary: number[] = [];
  for (const cell of publicationOrder(linked.counts, candidates, jitter, random)) {
    if (span.tell(functional(cell)) !== 'reveals') continue;
    hidden[cell] = true;
    secondary.push(cell);
  }
  for (const cell of alsoHidden) if (!isPrimary.has(cell)) secondary.push(cell);
  return { hidden, secondary, alreadyKnown, cost: secondary.reduce((sum, cell) => sum + (linked.counts[cell] as number), 0) };
};
