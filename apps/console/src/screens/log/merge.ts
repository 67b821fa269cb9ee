import type { Schema } from '#api-client';

export type DraftContent = Schema<'ScreeningInput'>;

type Value = DraftContent[keyof DraftContent];

/** Whether two contents say the same, whatever the order of their fields. A field that is left out is an empty one. */
export function isSameContent(one: DraftContent, other: DraftContent): boolean {
  return namesOf(one, other).every((name) => isSame(one[name], other[name]));
}

/**
 * What was changed here, on top of what was saved elsewhere: both began from `base`. A field that only one
 * side changed has that side's value; one that both changed has this page's, and words that it replaces are
 * returned, so that they are not lost.
 */
export function merged(
  base: DraftContent,
  mine: DraftContent,
  theirs: DraftContent,
): { readonly content: DraftContent; readonly replaced: readonly string[] } {
  const names = namesOf(base, mine, theirs);
  const ours = names.filter((name) => !isSame(mine[name], base[name]));
  const kept = Object.fromEntries(
    names.map((name) => [name, ours.includes(name) ? mine[name] : theirs[name]]),
  );
  return {
    content: Object.fromEntries(
      Object.entries(kept).filter(([, value]) => value !== undefined),
    ) as unknown as DraftContent,
    replaced: ours
      .filter((name) => !isSame(theirs[name], base[name]) && !isSame(theirs[name], mine[name]))
      .flatMap((name) => {
        const words = theirs[name];
        return (name === 'summary' || name === 'privateNote') && typeof words === 'string' ? [words] : [];
      }),
  };
}

function namesOf(...contents: readonly DraftContent[]): readonly (keyof DraftContent)[] {
  return [...new Set(contents.flatMap((content) => Object.keys(content)))] as (keyof DraftContent)[];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function isSame(one: Value, other: Value): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** The same with the fields of each object in one order: the server may give them back in another. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isEmpty(inner))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  );
}
