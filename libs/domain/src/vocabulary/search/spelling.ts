/** How many slips a word of that length may carry. */
function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/**
 * Edits (insert, drop, change, swap of neighbours) from what was typed to the nearest beginning of the word;
 * Infinity beyond `most`.
 * Optimal string alignment over the last row, so that an unfinished word with a slip is found as well.
 */
function slipsToBeginning(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most);
  let older: number[] = [];
  let old = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= width; at += 1) {
      const same = typed[row - 1] === word[at - 1];
      let least = Math.min((old[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (old[at - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1])
        least = Math.min(least, (older[at - 2] ?? 0) + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return Number.POSITIVE_INFINITY;
    older = old;
    old = now;
  }
  const least = Math.min(...old);
  return least > most ? Number.POSITIVE_INFINITY : least;
}

/** Words worth measuring: one of the first two letters is right, or the two were swapped. */
function mayBe(typed: string, word: string): boolean {
  return word[0] === typed[0] || word[1] === typed[1] || word[0] === typed[1] || word[1] === typed[0];
}

/**
 * The known word whose beginning is nearest to what was typed, the one of most similar length among equals;
 * undefined where none is near enough.
 */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = slipsAllowed(typed.length);
  let apart = Number.POSITIVE_INFINITY;
  for (const word of known) {
    if (word.length < typed.length - least || !mayBe(typed, word)) continue;
    const slips = slipsToBeginning(typed, word, least);
    const distance = Math.abs(word.length - typed.length);
    if (slips < least || (slips === least && distance < apart)) {
      best = word;
      least = slips;
      apart = distance;
    }
  }
  return best;
}
