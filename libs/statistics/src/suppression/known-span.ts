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

/**
 * Fixed pseudo-random residues: they only sort candidates for a full comparison, so they need not be secret
 * (MurmurHash3's finaliser, A. Appleby, public domain).
 */
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

const directionOf = (first: number, second: number): number =>
  second === 0 ? -1 : times(first, inverse(second));

class ReducedSpan implements KnownSpan {
  rank = 0;
  private readonly marks: readonly [Float64Array, Float64Array];
  private readonly rows: (Sparse | undefined)[];
  private readonly rowsWith: number[][];
  private readonly guardedWith: number[][];
  private readonly byDirection = new Map<number, Set<number>>();
  private readonly someoneKnows: boolean;
  private readonly guarded: Guarded[];

  constructor(coordinates: number, protections: readonly Protection[]) {
    this.marks = [0x51ed270b, 0x2545f491].map((salt) =>
      Float64Array.from({ length: coordinates }, (_, at) => mark(at, salt)),
    ) as [Float64Array, Float64Array];
    this.rows = new Array<Sparse | undefined>(coordinates);
    this.rowsWith = Array.from({ length: coordinates }, () => []);
    this.guardedWith = Array.from({ length: coordinates }, () => []);
    this.someoneKnows = protections.some(({ known }) => known);
    this.guarded = protections.map((protection, which) => this.guard(protection, which, protections));
  }

  tell(functional: Functional): Telling {
    return this.take(functional, false);
  }

  admit(functional: Functional): Telling {
    return this.take(functional, true);
  }

  follows(functional: Functional): boolean {
    return this.reduced(functional).at.length === 0;
  }

  private markOf({ at, by }: Sparse, which: 0 | 1): number {
    let sum = 0;
    for (let i = 0; i < at.length; i++)
      sum = (sum + (by[i] as number) * (this.marks[which][at[i] as number] as number)) % 67_108_859;
    return sum;
  }

  private file(direction: number, which: number): void {
    const there = this.byDirection.get(direction);
    if (there === undefined) this.byDirection.set(direction, new Set([which]));
    else there.add(which);
  }

  private guard(
    { functional, known }: Protection,
    which: number,
    protections: readonly Protection[],
  ): Guarded {
    const vector = sparseOf(functional);
    if (vector.at.length === 0)
      throw new RangeError('A protected functional is zero: it is known to everybody.');
    const first = this.markOf(vector, 0),
      second = this.markOf(vector, 1),
      direction = directionOf(first, second);
    for (const other of this.byDirection.get(direction) ?? []) {
      const twin = protections[other] as Protection;
      if ((known || twin.known) && areParallel(sparseOf(twin.functional), vector))
        throw new RangeError('A protected functional equals one that somebody knows.');
    }
    this.file(direction, which);
    for (const at of vector.at) (this.guardedWith[at] as number[]).push(which);
    return { vector, first, second, direction, known };
  }

  private reduced(functional: Functional): Sparse {
    let vector = sparseOf(functional);
    // Rows are fully reduced: taking one away brings in no further pivot, so one look at the original entries
    // is enough.
    for (const at of functional.at) {
      const row = this.rows[at];
      if (row !== undefined) vector = subtracted(vector, entryAt(vector, at), row);
    }
    return vector;
  }

  private isRevealing(vector: Sparse): boolean {
    const direction = directionOf(this.markOf(vector, 0), this.markOf(vector, 1));
    for (const which of this.byDirection.get(direction) ?? [])
      if (areParallel((this.guarded[which] as Guarded).vector, vector)) return true;
    return false;
  }

  /** The coordinate whose elimination touches fewest protected vectors, then fewest rows. */
  private pivotOf(vector: Sparse): number {
    let best = vector.at[0] as number,
      least = Infinity;
    for (const at of vector.at) {
      const touched = (this.guardedWith[at] as number[]).length * 16 + (this.rowsWith[at] as number[]).length;
      if (touched < least) [best, least] = [at, touched];
    }
    return best;
  }

  private reducedGuard(
    which: number,
    pivot: number,
    row: Sparse,
    first: number,
    second: number,
  ): Guarded | undefined {
    const own = this.guarded[which] as Guarded,
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
  }

  private makesPairKnown(changed: ReadonlyMap<number, Guarded>): boolean {
    const among = new Map<number, Guarded[]>();
    for (const own of changed.values()) {
      const unchanged = [...(this.byDirection.get(own.direction) ?? [])]
        .filter((which) => !changed.has(which))
        .map((which) => this.guarded[which] as Guarded);
      const beside = among.get(own.direction) ?? [];
      for (const other of [...unchanged, ...beside])
        if ((own.known || other.known) && areParallel(own.vector, other.vector)) return true;
      among.set(own.direction, [...beside, own]);
    }
    return false;
  }

  private take(functional: Functional, isPublic: boolean): Telling {
    const vector = this.reduced(functional);
    if (vector.at.length === 0) return 'known';
    if (this.isRevealing(vector)) return 'reveals';
    const pivot = this.pivotOf(vector),
      factor = inverse(entryAt(vector, pivot));
    const row: Sparse =
      factor === 1 ? vector : { at: vector.at, by: vector.by.map((by) => times(by, factor)) };
    const first = this.markOf(row, 0),
      second = this.markOf(row, 1);
    const changed = new Map<number, Guarded>();
    for (const which of this.guardedWith[pivot] as number[]) {
      const next = changed.has(which) ? undefined : this.reducedGuard(which, pivot, row, first, second);
      if (next !== undefined) changed.set(which, next);
    }
    if (this.someoneKnows && !isPublic && this.makesPairKnown(changed)) return 'reveals';
    this.replaceGuarded(changed);
    this.eliminate(pivot, row);
    this.rank++;
    return 'new';
  }

  private replaceGuarded(changed: ReadonlyMap<number, Guarded>): void {
    for (const [which, next] of changed) {
      const before = this.guarded[which] as Guarded;
      this.byDirection.get(before.direction)?.delete(which);
      this.file(next.direction, which);
      for (const at of next.vector.at)
        if (entryAt(before.vector, at) === 0) (this.guardedWith[at] as number[]).push(which);
      this.guarded[which] = next;
    }
  }

  /** Takes the pivot out of every row that has it, and keeps the new row. */
  private eliminate(pivot: number, row: Sparse): void {
    this.guardedWith[pivot] = [];
    for (const holder of this.rowsWith[pivot] as number[]) {
      const other = this.rows[holder] as Sparse,
        by = entryAt(other, pivot);
      if (by === 0) continue;
      const next = subtracted(other, by, row);
      for (const at of next.at) if (entryAt(other, at) === 0) (this.rowsWith[at] as number[]).push(holder);
      this.rows[holder] = next;
    }
    this.rowsWith[pivot] = [];
    this.rows[pivot] = row;
    for (const at of row.at) if (at !== pivot) (this.rowsWith[at] as number[]).push(pivot);
  }
}

/**
 * Reduced elimination of told functionals with all protected ones reduced along.
 *
 * A protected p follows from the told span K and v exactly when p and v, both reduced by K, are parallel; a protected p
 * follows for somebody who knows s exactly when p and s become parallel. So both checks are look-ups of a direction.
 * Source: Langsrud (2024), "Secondary cell suppression by Gaussian elimination: an algorithm suitable for
 * handling issues with zeros and singletons", PSD 2024, LNCS 14915; here on a reduced basis and modulo a
 * prime.
 * Units: residues modulo a prime. Error: RangeError when a protected functional is zero, or is parallel to a
 * known one from the start.
 * Complexity of `tell`: O(entries) to reduce, and O(entries of every vector that holds the pivot) to keep reduced.
 */
export const knownSpan = (coordinates: number, protections: readonly Protection[]): KnownSpan =>
  new ReducedSpan(coordinates, protections);
