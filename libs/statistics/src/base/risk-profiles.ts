import { codebook } from '#domain/vocabulary';
import { pick, type Random, weighted, type Weighted } from './draw.js';
import { ages, lifts, type Profile, profilesByAge, sexes } from './marginals.js';
import type { AgeBand, Sex } from './outcome-record.js';
import { riskCategoryMarginals } from './risk-marginals.js';

const profiles = Object.keys(lifts) as Profile[];
const ageBands = Object.keys(ages) as AgeBand[];

/** Men appear more among offending, women more where there is violence at home; the rest is even. */
const sexTilt = (profile: Profile, sex: Sex | null): number => {
  if (profile === 'offending') return sex === 'male' ? 1.2 : 0.7;
  if (profile === 'family') return sex === 'female' ? 1.3 : 0.8;
  return 1;
};

const tilted = (age: AgeBand, sex: Sex | null): Record<string, number> =>
  Object.fromEntries(
    Object.entries(profilesByAge[age]).map(([profile, share]) => [
      profile,
      share * sexTilt(profile as Profile, sex),
    ]),
  );

const weightsOf = new Map<string, Weighted<string>>();
const overall: Record<string, number> = Object.fromEntries(profiles.map((profile) => [profile, 0]));
for (const age of ageBands) {
  for (const sex of Object.keys(sexes) as Sex[]) {
    const shares = tilted(age, sex);
    weightsOf.set(`${age} ${sex}`, weighted(shares));
    const sum = Object.values(shares).reduce((a, b) => a + b, 0);
    for (const [profile, share] of Object.entries(shares)) {
      overall[profile] = (overall[profile] as number) + (ages[age] * sexes[sex] * share) / sum;
    }
  }
}
const overallWeights = weighted(overall);

/** A kind of situation, drawn by age and sex; from all of them where a place, not a person, is discussed. */
export const profileOf = (age: AgeBand | null, sex: Sex | null, random: Random): Profile =>
  pick(weightsOf.get(`${age} ${sex}`) ?? overallWeights, random) as Profile;

/**
 * Chance of a category within a profile. Lifts are divided by their mean over profiles, so that the category's overall
 * share is the one in the data; chances are cut at 0.97.
 */
const chances: Readonly<Record<Profile, readonly number[]>> = (() => {
  const named = Object.entries(riskCategoryMarginals);
  const mean = named.map(([category]) =>
    profiles.reduce((sum, p) => sum + (overall[p] as number) * (lifts[p][category] ?? 1), 0),
  );
  return Object.fromEntries(
    profiles.map((profile) => [
      profile,
      named.map(([category, { ofDiscussions }], i) =>
        Math.min(0.97, (ofDiscussions * (lifts[profile][category] ?? 1)) / (mean[i] as number)),
      ),
    ]),
  ) as unknown as Record<Profile, readonly number[]>;
})();

interface Category {
  readonly name: string;
  readonly factors: readonly string[];
  readonly more: number;
  readonly weights: Weighted<string>;
}
/** The earlier a factor stands in its category of the codebook, the likelier it is named (assumed: 1 / rank). */
const categoriesOf: readonly Category[] = Object.entries(riskCategoryMarginals).map(
  ([name, { whenPresent }]) => {
    const codes = codebook.riskFactor.filter(({ group }) => group === name).map(({ code }) => code);
    return {
      name,
      factors: codes,
      more: codes.length < 2 ? 0 : (whenPresent - 1) / (codes.length - 1),
      weights: weighted(Object.fromEntries(codes.map((code, rank) => [code, 1 / (rank + 1)]))),
    };
  },
);

/**
 * Risk factors of one discussion, at least one, and the categories they fall in; in codebook order.
 *
 * Source: a latent class model (P. Lazarsfeld 1950; classes and lifts assumed), so that categories go
 * together as in a register.
 * Units: factors of one discussion. Complexity: O(categories + factors).
 */
export const factorsOf = (
  profile: Profile,
  random: Random,
): { factors: string[]; categories: ReadonlySet<string> } => {
  const factors: string[] = [];
  const categories = new Set<string>();
  while (factors.length === 0) {
    categoriesOf.forEach(({ name, factors: codes, more, weights }, i) => {
      if (random() >= (chances[profile][i] as number)) return;
      categories.add(name);
      // A first factor by weight, each of the others with the chance that keeps the mean number when present.
      const first = pick(weights, random);
      for (const code of codes) if (code === first || (more > 0 && random() < more)) factors.push(code);
    });
  }
  return { factors, categories };
};
