const browsers = [
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

const among = (known: readonly (readonly [string, string])[], text: string): string | undefined =>
  known.find(([mark]) => text.includes(mark))?.[1];

/** A browser and its system as people know them, from what it says of itself; undefined where it says nothing known. */
export function deviceOf(agent: string): string | undefined {
  return (
    [among(browsers, agent), among(systems, agent)].filter((part) => part !== undefined).join(', ') ||
    undefined
  );
}
