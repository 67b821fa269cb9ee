import type { Random } from '../base/draw.js';
import type { Functional, LinkedCells } from '../cube/linked-cells.js';
import { knownSpan } from './known-span.js';
import { publicationOrder } from './order.js';

export interface SuppressionDemands {
  /** Cells that may not be published: small, dominated, sensitive by a rule. */
  readonly primary: readonly number[];
  /** Primary cells whose value somebody outside knows alone (counts of 1, one contributor): the singleton rule. */
  readonly singletons?: readonly number[];
  /** The threshold t: where the primary parts of one cell sum to less, their sum is protected like a primary cell. */
  readonly threshold?: number;
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

/** a + b as functionals. Complexity: O(entries). */
const added = (functionals: readonly Functional[]): Functional => {
  const sum = new Map<number, number>();
  for (const { at, by } of functionals)
    at.forEach((coordinate, i) => sum.set(coordinate, (sum.get(coordinate) ?? 0) + (by[i] as number)));
  const entries = [...sum].filter(([, by]) => by !== 0).sort((a, b) => a[0] - b[0]);
  return { at: Int32Array.from(entries, ([at]) => at), by: Int32Array.from(entries, ([, by]) => by) };
};

/**
 * Sums of several primary parts of one cell that stay below the threshold.
 *
 * If such a sum follows from what is published, each part is known to be at most that, though none is known
 * exactly; this is by far the most frequent narrow interval, so protecting it here leaves little for the
 * interval audit to repair.
 */
const smallSums = (linked: LinkedCells, isPrimary: ReadonlySet<number>, threshold: number): Functional[] => {
  // Where zeros are shown each part is known to be at least 1, so one reaches t only if the sum leaves 1 for
  // every other.
  const leastPart = [...isPrimary].some((cell) => linked.counts[cell] === 0) ? 0 : 1;
  return linked.lines.flatMap(({ total, parts }) => {
    const small = parts.filter((part) => isPrimary.has(part));
    if (small.length < 2 || isPrimary.has(total)) return [];
    const sum = small.reduce((persons, part) => persons + (linked.counts[part] as number), 0);
    return sum >= threshold + leastPart * (small.length - 1)
      ? []
      : [added(small.map((part) => linked.functionals[part] as Functional))];
  });
};

const noRandom: Random = () => {
  throw new RangeError('A jitter above 0 needs a source of randomness.');
};

/**
 * Secondary suppression over linked tables: after it no primary cell follows linearly from what is published.
 *
 * Cells are offered in order of value; each is published unless it would reveal a primary cell (or, by the
 * singleton rule, let the person behind a known cell reveal another). The pattern is maximal: no hidden
 * secondary could be published on its own.
 * It says nothing about how *wide* the intervals are; that is the interval audit's.
 * Source: Langsrud (2024), see `knownSpan`; singletons as in the Handbook on Statistical Disclosure Control,
 * 2nd ed., 4.3.2. Units: persons.
 * Complexity: one `tell` a cell.
 */
export const suppress = (linked: LinkedCells, demands: SuppressionDemands): Suppression => {
  const {
    primary,
    singletons = [],
    alsoHidden = [],
    told = [],
    threshold = 0,
    jitter = 0,
    random = noRandom,
  } = demands;
  const known = new Set(singletons),
    isPrimary = new Set(primary),
    kept = new Set([...primary, ...alsoHidden]);
  const functional = (cell: number): Functional => linked.functionals[cell] as Functional;
  const before = knownSpan(linked.coordinates, []);
  for (const earlier of told) before.admit(earlier);
  const alreadyKnown = told.length === 0 ? [] : primary.filter((cell) => before.follows(functional(cell)));
  const open = primary.filter((cell) => !alreadyKnown.includes(cell));
  const sums = smallSums(linked, isPrimary, threshold).filter(
    (sum) => sum.at.length > 0 && !before.follows(sum),
  );
  const span = knownSpan(linked.coordinates, [
    ...open.map((cell) => ({ functional: functional(cell), known: known.has(cell) })),
    ...sums.map((sum) => ({ functional: sum, known: false })),
  ]);
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
  return {
    hidden,
    secondary,
    alreadyKnown,
    cost: secondary.reduce((sum, cell) => sum + (linked.counts[cell] as number), 0),
  };
};
