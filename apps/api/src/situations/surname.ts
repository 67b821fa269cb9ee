/** Words that stand in many surnames and tell nothing: particles, and what is shorter than a name. */
const particles = new Set([
  'de',
  'des',
  'du',
  'la',
  'le',
  'les',
  'van',
  'von',
  'der',
  'den',
  'dos',
  'da',
  'del',
  'di',
  'el',
  'al',
  'bin',
  'ibn',
  'mac',
  'mc',
  'st',
  'ste',
  'saint',
  'sainte',
]);

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !particles.has(word));

/**
 * What stands for the surname in a name as people write their own: before a comma, or all but the first word;
 * the only word where there is one.
 */
function surnameOf(displayName: string): readonly string[] {
  const [before = '', after] = displayName.split(',');
  if (after !== undefined) return wordsOf(before);
  const words = wordsOf(displayName);
  return words.length > 1 ? words.slice(1) : words;
}

/**
 * Whether one of the family names shares a word with somebody's own surname; accents, case and particles
 * aside. Part of a double name is enough: people marry.
 */
export function sharesSurname(displayName: string, familyNames: readonly string[]): boolean {
  const own = new Set(surnameOf(displayName));
  return familyNames.some((name) => wordsOf(name).some((word) => own.has(word)));
}
