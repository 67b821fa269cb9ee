/**
 * A value of the support, or several that must share one probability: how many, their mean deviation and mean
 * square.
 */
export interface Atom {
  readonly members: number;
  readonly mean: number;
  readonly square: number;
}

const weightsAt = (atoms: readonly Atom[], a: number, b: number): number[] => {
  const exponents = atoms.map((atom) => a * atom.mean + b * atom.square);
  const largest = Math.max(...exponents);
  return exponents.map((exponent) => Math.exp(exponent - largest));
};

const momentsAt = (atoms: readonly Atom[], weights: readonly number[]) => {
  let z = 0,
    m1 = 0,
    m2 = 0,
    m11 = 0,
    m12 = 0,
    m22 = 0;
  atoms.forEach(({ members, mean, square }, at) => {
    const p = members * (weights[at] as number);
    z += p;
    m1 += p * mean;
    m2 += p * square;
    m11 += p * mean * mean;
    m12 += p * mean * square;
    m22 += p * square * square;
  });
  m1 /= z;
  m2 /= z;
  return { z, m1, m2, c11: m11 / z - m1 * m1, c12: m12 / z - m1 * m2, c22: m22 / z - m2 * m2 };
};

/**
 * Probabilities p ∝ exp(a·v + b·v²) with the wanted mean and second moment: the maximum entropy distribution.
 *
 * With `square` undefined b stays 0 and only the mean is met. Newton on the convex dual log Z(a, b) − a·mean
 * − b·square, halving steps that do not descend. Probabilities are per member. Units: persons (deviations).
 * Source: S. Boyd, L. Vandenberghe 2004, *Convex Optimization*, 5.2 (the dual) and 9.5 (Newton's method).
 * Error: RangeError when no distribution on the support has these moments. Complexity: O(atoms) a step, ≤ 500 steps.
 */
export const exponentialFamily = (
  atoms: readonly Atom[],
  mean: number,
  square: number | undefined,
): number[] => {
  let a = 0,
    b = 0;
  const dual = (x: number, y: number): number => {
    const exponents = atoms.map((atom) => x * (atom.mean - mean) + y * (atom.square - (square ?? 0)));
    const largest = Math.max(...exponents);
    return (
      largest +
      Math.log(
        atoms.reduce(
          (sum, atom, at) => sum + atom.members * Math.exp((exponents[at] as number) - largest),
          0,
        ),
      )
    );
  };
  let value = dual(a, b);
  for (let step = 0; step < 500; step++) {
    const { m1, m2, c11, c12, c22 } = momentsAt(atoms, weightsAt(atoms, a, b));
    const g1 = m1 - mean,
      g2 = square === undefined ? 0 : m2 - square;
    if (Math.abs(g1) < 1e-13 && Math.abs(g2) < 1e-12) break;
    // A whisker on the diagonal keeps the step finite where the support has only two values left.
    const d11 = c11 + 1e-14,
      d22 = c22 + 1e-14,
      determinant = d11 * d22 - c12 * c12;
    const da = square === undefined ? -g1 / d11 : (-g1 * d22 + g2 * c12) / determinant;
    const db = square === undefined ? 0 : (-g2 * d11 + g1 * c12) / determinant;
    let scale = 1;
    let next = dual(a + da, b + db);
    while (!(next <= value) && scale > 1e-12) {
      scale /= 2;
      next = dual(a + scale * da, b + scale * db);
    }
    if (scale <= 1e-12) break;
    a += scale * da;
    b += scale * db;
    value = next;
  }
  const weights = weightsAt(atoms, a, b);
  const { z, m1, m2 } = momentsAt(atoms, weights);
  if (Math.abs(m1 - mean) > 1e-8 || (square !== undefined && Math.abs(m2 - square) > 1e-7)) {
    throw new RangeError(
      `No distribution on this support has mean ${mean}${square === undefined ? '' : ` and second moment ${square}`}.`,
    );
  }
  return weights.map((weight) => weight / z);
};
