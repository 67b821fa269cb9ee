import type { Random } from '../base/draw.js';

/**
 * The jitter of releases: a value counts as half to double. With half of it, one pattern in 25 left only 3 of
 * 10 values likely.
 */
export const releaseJitter = 1;

/**
 * Cells in the order in which they are offered for publication: the more persons, the earlier; zeros first.
 *
 * A zero hides nothing worth having and, hidden beside a small cell, bounds it from above, so it is offered
 * first. Each value is multiplied by a factor drawn evenly (on the logarithm) from [1/(1 + jitter), 1 +
 * jitter]: with a secret seed nobody can run the method backwards and learn a small cell from which others
 * went with it. With jitter 0 the order is fixed: of equal values the later cell is offered first.
 * Source: value as cost, Handbook on Statistical Disclosure Control, 2nd ed., 4.3.1 (cell costs); the jitter
 * is this project's. Units: persons.
 * Complexity: O(cells · log cells).
 */
export const publicationOrder = (
  counts: ArrayLike<number>,
  cells: readonly number[],
  jitter: number,
  random: Random,
): number[] => {
  const reach = Math.log1p(jitter);
  const keys = new Map(
    cells.map((cell) => [
      cell,
      Math.log(counts[cell] as number) + (jitter === 0 ? 0 : reach * (2 * random() - 1)),
    ]),
  );
  const key = (cell: number): number => (counts[cell] === 0 ? Infinity : (keys.get(cell) as number));
  return [...cells].sort((a, b) => {
    const ka = key(a),
      kb = key(b);
    return ka === kb ? b - a : kb - ka;
  });
};
