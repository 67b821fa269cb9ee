/** Lower case, no accents, ligatures opened, apostrophes as spaces: what two people mean by the same word. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** The words of a text, folded; elided articles (l', d', qu') stand apart and are dropped. */
export function wordsOf(text: string): readonly string[] {
  return (
    folded(text)
      .replace(/(?<![\p{L}\d])(?:[cdjlmnst]|qu|jusqu|lorsqu)['’]/gu, ' ')
      .replace(/['’]/gu, '')
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

/** Words that say nothing about a factor; left out of what must match, never out of what may. */
export const fillers: ReadonlySet<string> = new Set([
  'a',
  'and',
  'by',
  'for',
  'has',
  'in',
  'is',
  'no',
  'not',
  'of',
  'on',
  'or',
  'own',
  'the',
  'to',
  'with',
  'who',
  'being',
  'person',
  'persons',
  'doesnt',
  'au',
  'aux',
  'avec',
  'de',
  'des',
  'du',
  'elle',
  'en',
  'est',
  'et',
  'la',
  'le',
  'les',
  'non',
  'ou',
  'par',
  'pas',
  'personne',
  'pour',
  'qui',
  'sa',
  'ses',
  'son',
  'un',
  'une',
]);
