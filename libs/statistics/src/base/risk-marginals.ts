import type { CodeOf } from '#domain/vocabulary';

/**
 * Marginals of the 27 risk categories: data of the generated base, committed before the engine that is tested on it.
 *
 * `ofDiscussions`: share of discussions that name the category. `whenPresent`: mean number of its factors in
 * such a discussion. So both published denominators come out of one table: Hastings 2017 (share of
 * discussions: mental health 78 %, drugs 61, housing 49, alcohol 37) and Kenora 2020-21 (share of factors:
 * mental health 14 %, criminal involvement 11, drugs 10, alcohol 9, housing 9, antisocial behaviour 8,
 * negative peers 6), at 6.5 factors a discussion. The other categories are assumed. Which factors a category
 * has is the codebook's.
 */
export interface CategoryMarginal {
  readonly ofDiscussions: number;
  readonly whenPresent: number;
}

export const riskCategoryMarginals: Readonly<Record<CodeOf<'riskCategory'>, CategoryMarginal>> = {
  'mental-health': { ofDiscussions: 0.78, whenPresent: 1.17 },
  drugs: { ofDiscussions: 0.61, whenPresent: 1.07 },
  housing: { ofDiscussions: 0.49, whenPresent: 1.19 },
  alcohol: { ofDiscussions: 0.37, whenPresent: 1.58 },
  'criminal-involvement': { ofDiscussions: 0.48, whenPresent: 1.49 },
  'antisocial-negative-behaviour': { ofDiscussions: 0.45, whenPresent: 1.16 },
  'negative-peers': { ofDiscussions: 0.34, whenPresent: 1.15 },
  'basic-needs': { ofDiscussions: 0.17, whenPresent: 1.15 },
  'physical-health': { ofDiscussions: 0.15, whenPresent: 1.25 },
  suicide: { ofDiscussions: 0.15, whenPresent: 1.2 },
  'emotional-violence': { ofDiscussions: 0.14, whenPresent: 1.3 },
  'physical-violence': { ofDiscussions: 0.14, whenPresent: 1.25 },
  'crime-victimization': { ofDiscussions: 0.13, whenPresent: 1.25 },
  parenting: { ofDiscussions: 0.12, whenPresent: 1.3 },
  poverty: { ofDiscussions: 0.11, whenPresent: 1 },
  'missing-school': { ofDiscussions: 0.08, whenPresent: 1.15 },
  missing: { ofDiscussions: 0.075, whenPresent: 1.25 },
  unemployment: { ofDiscussions: 0.09, whenPresent: 1.05 },
  'self-harm': { ofDiscussions: 0.08, whenPresent: 1.2 },
  'cognitive-functioning': { ofDiscussions: 0.08, whenPresent: 1.1 },
  supervision: { ofDiscussions: 0.06, whenPresent: 1.1 },
  'threat-to-public-health-and-safety': { ofDiscussions: 0.07, whenPresent: 1 },
  'social-environment': { ofDiscussions: 0.055, whenPresent: 1.1 },
  'sexual-violence': { ofDiscussions: 0.045, whenPresent: 1.15 },
  gangs: { ofDiscussions: 0.04, whenPresent: 1.15 },
  'elder-abuse': { ofDiscussions: 0.02, whenPresent: 1.05 },
  gambling: { ofDiscussions: 0.012, whenPresent: 1.1 },
};
