import type { Functional } from '../cube/linked-cells.js';
import { areParallel, entryAt, inverse, minus, residue, type Sparse, subtracted, times } from './modular.js';

/** What telling one more functional would do. */
type Telling = 'new' | 'known' | 'reveals';

/** Everything that follows linearly from the functionals told so far, kept reduced; protected ones never follow. */
export interface KnownSpan {
  /** Tells a functional unless that would reveal a protected one; says which of the three it was. */
  tell(functional: Functional): Telling;
  /** Takes in what is public already, even where it lets the person behind a known cell reveal another. */
  admit(functional: Functional): Telling;
  /** Whether a functional already follows. */
  follows(functional: Functional): boolean;
  readonly rank: number;
}

export interface Protection {
  readonly functional: Functional;
  /** Somebody outside knows this value alone (a singleton, a sole contributor), so a pair with it protects nothing. */
  readonly known: boolean;
}

const sparseOf = ({ at, by }: Functional): Sparse => ({ at, by: Float64Array.from(by, residue) });

/** Fixed pseudo-random residues: they only sort candidates for a full comparison, so they need not be secret (MurmurHash3's finaliser, A. Appleby, public domain). */
const mark = (coordinate: number, salt: number): number => {
  let x = Math.imul(coordinate + 1, 0x9e3779b1) ^ salt;
  x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return residue((x ^ (x >>> 16)) >>> 0);
};

interface Guarded {
  vector: Sparse;
  first: number;
  second: number;
  /** first/second: equal for parallel vectors, so a table of these finds them. */
  direction: number;
  readonly known: boolean;
}

/**
 * Reduced elimination of told functionals with all protected ones reduced along.
 *
 * A protected p follows from the told span K and v exactly when p and v, both reduced by K, are parallel; a protected p
 * follows for somebody who knows s exactly when p and s become parallel. So both checks are look-ups of a direction.
 * Source: Langsrud (2024), "Secondary cell suppression by Gaussian elimination: an algorithm suitable for handling issues
 * with zeros and singletons", PSD 2024, LNCS 14915; here on a reduced basis and modulo a prime.
 * Units: residues modulo a prime. Error: RangeError when a protected functional is zero, or is parallel to a known one from the start.
 * Complexity of `tell`: O(entries) to reduce, and O(entries of every vector that holds the pivot) to keep reduced.
 */
export const knownSpan = (coordinates: number, protections: readonly Protection[]): KnownSpan => {
  const marks = [0x51ed270b, 0x2545f491].map((salt) =>
    Float64Array.from({ length: coordinates }, (_, at) => mark(at, salt)),
  ) as [Float64Array, Float64Array];
  const markOf = ({ at, by }: Sparse, which: 0 | 1): number => {
    let sum = 0;
    for (let i = 0; i < at.length; i++)
      sum = (sum + (by[i] as number) * (marks[which][at[i] as number] as number)) % 67_108_859;
    return sum;
  };
  const directionOf = (first: number, second: number): number =>
    second === 0 ? -1 : times(first, inverse(second));
  const rows: (Sparse | undefined)[] = new Array<Sparse | undefined>(coordinates);
  const rowsWith: number[][] = Array.from({ length: coordinates }, () => []);
  const guardedWith: number[][] = Array.from({ length: coordinates }, () => []);
  const byDirection = new Map<number, Set<number>>();
  const someoneKnows = protections.some(({ known }) => known);
  let rank = 0;

  const file = (direction: number, which: number): void => {
    const there = byDirection.get(direction);
    if (there === undefined) byDirection.set(direction, new Set([which]));
    else there.add(which);
  };
  const guarded = protections.map(({ functional, known }, which): Guarded => {
    const vector = sparseOf(functional);
    if (vector.at.length === 0)
      throw new RangeError('A protected functional is zero: it is known to everybody.');
    const first = markOf(vector, 0),
      second = markOf(vector, 1),
      direction = directionOf(first, second);
    for (const other of byDirection.get(direction) ?? []) {
      const twin = protections[other] as Protection;
      if ((known || twin.known) && areParallel(sparseOf(twin.functional), vector))
        throw new RangeError('A protected functional equals one that somebody knows.');
    }
    file(direction, which);
    for (const at of vector.at) (guardedWith[at] as number[]).push(which);
    return { vector, first, second, direction, known };
  });

  const reduced = (functional: Functional): Sparse => {
    let vector = sparseOf(functional);
    // Rows are fully reduced: taking one away brings in no further pivot, so one look at the original entries is enough.
    for (const at of functional.at) {
      const row = rows[at];
      if (row !== undefined) vector = subtracted(vector, entryAt(vector, at), row);
    }
    return vector;
  };

  const isRevealing = (vector: Sparse): boolean => {
    const direction = directionOf(markOf(vector, 0), markOf(vector, 1));
    for (const which of byDirection.get(direction) ?? [])
      if (areParallel((guarded[which] as Guarded).vector, vector)) return true;
    return false;
  };

  /** The coordinate whose elimination touches fewest protected vectors, then fewest rows. */
  const pivotOf = (vector: Sparse): number => {
    let best = vector.at[0] as number,
      least = Infinity;
    for (const at of vector.at) {
      const touched = (guardedWith[at] as number[]).length * 16 + (rowsWith[at] as number[]).length;
      if (touched < least) [best, least] = [at, touched];
    }
    return best;
  };

  const reducedGuard = (
    which: number,
    pivot: number,
    row: Sparse,
    first: number,
    second: number,
  ): Guarded | undefined => {
    const own = guarded[which] as Guarded,
      factor = entryAt(own.vector, pivot);
    if (factor === 0) return undefined;
    const newFirst = minus(own.first, times(factor, first)),
      newSecond = minus(own.second, times(factor, second));
    return {
      vector: subtracted(own.vector, factor, row),
      first: newFirst,
      second: newSecond,
      direction: directionOf(newFirst, newSecond),
      known: own.known,
    };
  };

  const makesPairKnown = (changed: ReadonlyMap<number, Guarded>): boolean => {
    const among = new Map<number, Guarded[]>();
    for (const own of changed.values()) {
      const unchanged = [...(byDirection.get(own.direction) ?? [])]
        .filter((which) => !changed.has(which))
        .map((which) => guarded[which] as Guarded);
      const beside = among.get(own.direction) ?? [];
      for (const other of [...unchanged, ...beside])
        if ((own.known || other.known) && areParallel(own.vector, other.vector)) return true;
      among.set(own.direction, [...beside, own]);
    }
    return false;
  };

  const take = (functional: Functional, isPublic: boolean): Telling => {
    const vector = reduced(functional);
    if (vector.at.length === 0) return 'known';
    if (isRevealing(vector)) return 'reveals';
    const pivot = pivotOf(vector),
      factor = inverse(entryAt(vector, pivot));
    const row: Sparse =
      factor === 1 ? vector : { at: vector.at, by: vector.by.map((by) => times(by, factor)) };
    const first = markOf(row, 0),
      second = markOf(row, 1);
    const changed = new Map<number, Guarded>();
    for (const which of guardedWith[pivot] as number[]) {
      const next = changed.has(which) ? undefined : reducedGuard(which, pivot, row, first, second);
      if (next !== undefined) changed.set(which, next);
    }
    if (someoneKnows && !isPublic && makesPairKnown(changed)) return 'reveals';
    for (const [which, next] of changed) {
      const before = guarded[which] as Guarded;
      byDirection.get(before.direction)?.delete(which);
      file(next.direction, which);
      for (const at of next.vector.at)
        if (entryAt(before.vector, at) === 0) (guardedWith[at] as number[]).push(which);
      guarded[which] = next;
    }
    guardedWith[pivot] = [];
    for (const holder of rowsWith[pivot] as number[]) {
      const other = rows[holder] as Sparse,
        by = entryAt(other, pivot);
      if (by === 0) continue;
      const next = subtracted(other, by, row);
      for (const at of next.at) if (entryAt(other, at) === 0) (rowsWith[at] as number[]).push(holder);
      rows[holder] = next;
    }
    rowsWith[pivot] = [];
    rows[pivot] = row;
    for (const at of row.at) if (at !== pivot) (rowsWith[at] as number[]).push(pivot);
    rank++;
    return 'new';
  };

  return {
    tell: (functional) => take(functional, false),
    admit: (functional) => take(functional, true),
    follows: (functional) => reduced(functional).at.length === 0,
    get rank() {
      return rank;
    },
  };
};
