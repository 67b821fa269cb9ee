/** The version of this program; the same as in package.json. */
export const programVersion = '0.2.0';

/**
 * The oldest program that still works on a database of this version. Only a contract step, which takes away what
 * an older program uses, raises it.
 */
export const acceptsFrom = '0.2.0';

/** Compares two versions `major.minor.patch`: negative where the first is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
