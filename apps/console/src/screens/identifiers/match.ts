/** Letters and digits alone, without accents and case: "O'Connor-Léger" and "oconnor leger" are the same. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Edits between two words, at most `most` of them counted (Levenshtein 1966). */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= b.length; at += 1)
      now[at] = Math.min(
        (now[at - 1] ?? 0) + 1,
        (older[at] ?? 0) + 1,
        (older[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1),
      );
    older = now;
  }
  return older[b.length] ?? 0;
}

const slips = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

export interface Wanted {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate?: string | undefined;
}

/**
 * How sure a line of one's own list is the person: names within a slip or two, and the same birth date where
 * both have one.
 */
export type Likeness = 'sameNameAndDate' | 'likeNameAndDate' | 'sameName' | 'likeName';

/**
 * The lines of a list that may be the person, the likeliest first. Each line holds names and perhaps a date
 * `YYYY-MM-DD`, in any order.
 */
export function matchOwnList(
  lines: readonly string[],
  wanted: Wanted,
): readonly { readonly line: number; readonly likeness: Likeness }[] {
  const words = plain(`${wanted.familyName} ${wanted.givenNames.split(/\s+/)[0] ?? ''}`)
    .split(' ')
    .filter((word) => word !== '');
  const order: readonly Likeness[] = ['sameNameAndDate', 'likeNameAndDate', 'sameName', 'likeName'];
  const found = lines.flatMap((text, line) => {
    const dates: readonly string[] = text.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    if (wanted.birthDate !== undefined && dates.length > 0 && !dates.includes(wanted.birthDate)) return [];
    const theirs = plain(text.replace(/\d{4}-\d{2}-\d{2}/g, ' ')).split(' ');
    const apart = words.map((word) => Math.min(...theirs.map((other) => edits(word, other, slips(word)))));
    if (apart.length === 0 || apart.some((edit, at) => edit > slips(words[at] ?? ''))) return [];
    const isSame = apart.every((edit) => edit === 0);
    const hasDate = wanted.birthDate !== undefined && dates.includes(wanted.birthDate);
    return [{ line, likeness: `${isSame ? 'same' : 'like'}Name${hasDate ? 'AndDate' : ''}` as Likeness }];
  });
  return found.sort((a, b) => order.indexOf(a.likeness) - order.indexOf(b.likeness));
}
