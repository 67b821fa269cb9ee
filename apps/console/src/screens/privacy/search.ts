const views = ['saw', 'reviews', 'ledger', 'seats', 'keeping', 'openings', 'exports'] as const;
type View = (typeof views)[number];

/** What is looked at, as it stands in the address. */
export interface PrivacySearch {
  readonly view?: View;
  /** The agency's own people instead of the situations that it brought. */
  readonly about?: 'people';
}

/** Reads it from an address; what is unknown is dropped. */
export function readPrivacySearch(given: Record<string, unknown>): PrivacySearch {
  const view = views.find((each) => each === given['view']);
  return {
    ...(view !== undefined && { view }),
    ...(given['about'] === 'people' && { about: 'people' as const }),
  };
}
