/**
 * Words in both languages side by side, for pages that are seen before anybody is known: `Both` draws them,
 * `bothOf` says them as plain text.
 */
export function bothLanguages<Word extends string>(
  english: Readonly<Record<Word, string>>,
  french: Readonly<Record<Word, string>>,
) {
  return {
    Both: ({ id }: { readonly id: Word }) => (
      <>
        <span lang="en">{english[id]}</span> <span aria-hidden="true">·</span>{' '}
        <span lang="fr">{french[id]}</span>
      </>
    ),
    bothOf: (id: Word): string => `${english[id]} · ${french[id]}`,
  };
}
