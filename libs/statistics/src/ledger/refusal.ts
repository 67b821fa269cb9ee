/**
 * What may be asked instead; a refusal says this and never names a cell, for naming one would tell where the
 * small ones are.
 */
const offers = ['widerPeriod', 'fewerDimensions', 'groupedCategories'] as const;
export type Offer = (typeof offers)[number];

export interface Refusal {
  readonly refused: true;
  readonly offers: readonly Offer[];
}

/**
 * The refusal of a draft, with the changes that would pass the same audit; those that could not be tried are left out.
 *
 * Source: table redesign (Handbook on Statistical Disclosure Control, 2nd ed., 5.3), each change tried.
 * Units: none. Complexity: one audit an offer.
 */
export const offersThatPass = async (
  tries: Partial<Readonly<Record<Offer, () => Promise<boolean>>>>,
): Promise<Refusal> => {
  const passing: Offer[] = [];
  for (const offer of offers) {
    const passes = tries[offer];
    if (passes !== undefined && (await passes())) passing.push(offer);
  }
  return { refused: true, offers: passing };
};
