/**
 * Marginals of the 27 risk categories: data of the generated base, committed before the engine that is tested on it.
 *
 * `ofDiscussions`: share of discussions that name the category. `whenPresent`: mean number of its factors in such a
 * discussion. So both published denominators come out of one table: Hastings 2017 (share of discussions: mental health
 * 78 %, drugs 61, housing 49, alcohol 37) and Kenora 2020-21 (share of factors: mental health 14 %, criminal involvement
 * 11, drugs 10, alcohol 9, housing 9, antisocial behaviour 8, negative peers 6), at 6.5 factors a discussion.
 * The other categories are assumed. `factors` are codes of the provisional codebook, the more usual first.
 */
export interface CategoryMarginal {
  readonly ofDiscussions: number;
  readonly whenPresent: number;
  readonly factors: readonly string[];
}

export const riskCategories: Readonly<Record<string, CategoryMarginal>> = {
  'mental-health': {
    ofDiscussions: 0.78, whenPresent: 1.17,
    factors: [
      'diagnosed-mental-health-problem',
      'grief',
      'mental-health-problem-in-the-home',
      'not-following-prescribed-treatment',
      'self-reported-mental-health-problem',
      'suspected-mental-health-problem',
      'witnessed-traumatic-event',
    ],
  },
  'drugs': {
    ofDiscussions: 0.61, whenPresent: 1.07,
    factors: [
      'drug-abuse-by-person',
      'drug-abuse-in-home',
      'drug-use-by-person',
      'harm-caused-by-drug-abuse-in-home',
      'history-of-drug-abuse-in-home',
    ],
  },
  'housing': {
    ofDiscussions: 0.49, whenPresent: 1.19,
    factors: [
      'person-doesnt-have-access-to-appropriate-housing',
      'person-transient-but-has-access-to-appropriate-housing',
    ],
  },
  'alcohol': {
    ofDiscussions: 0.37, whenPresent: 1.58,
    factors: [
      'alcohol-abuse-by-person',
      'alcohol-abuse-in-home',
      'alcohol-use-by-person',
      'harm-caused-by-alcohol-abuse-in-home',
      'history-of-alcohol-abuse-in-home',
    ],
  },
  'criminal-involvement': {
    ofDiscussions: 0.48, whenPresent: 1.49,
    factors: [
      'animal-cruelty',
      'arson',
      'assault',
      'break-and-enter',
      'damage-to-property',
      'drug-trafficking',
      'homicide',
      'other',
      'possession-of-weapons',
      'robbery',
      'sexual-assault',
      'theft',
      'threat',
    ],
  },
  'antisocial-negative-behaviour': {
    ofDiscussions: 0.45, whenPresent: 1.16,
    factors: [
      'antisocial-negative-behaviour-within-the-home',
      'person-exhibiting-antisocial-negative-behaviour',
    ],
  },
  'negative-peers': {
    ofDiscussions: 0.34, whenPresent: 1.15,
    factors: [
      'person-associating-with-negative-peers',
      'person-serving-as-a-negative-peer-to-others',
    ],
  },
  'basic-needs': {
    ofDiscussions: 0.17, whenPresent: 1.15,
    factors: [
      'person-being-neglected-by-others',
      'person-neglecting-others-basic-needs',
      'person-unable-to-meet-own-basic-needs',
      'person-unwilling-to-have-basic-needs-met',
    ],
  },
  'physical-health': {
    ofDiscussions: 0.15, whenPresent: 1.25,
    factors: [
      'chronic-disease',
      'general-health-issue',
      'not-following-prescribed-treatment',
      'nutritional-deficit',
      'physical-disability',
      'pregnant',
      'terminal-illness',
    ],
  },
  'suicide': {
    ofDiscussions: 0.15, whenPresent: 1.2,
    factors: [
      'affected-by-suicide',
      'person-current-suicide-risk',
      'person-previous-suicide-risk',
    ],
  },
  'emotional-violence': {
    ofDiscussions: 0.14, whenPresent: 1.3,
    factors: [
      'emotional-violence-in-the-home',
      'person-affected-by-emotional-violence',
      'person-perpetrator-of-emotional-violence',
      'person-victim-of-emotional-violence',
    ],
  },
  'physical-violence': {
    ofDiscussions: 0.14, whenPresent: 1.25,
    factors: [
      'person-affected-by-physical-violence',
      'person-perpetrator-of-physical-violence',
      'person-victim-of-physical-violence',
      'physical-violence-in-the-home',
    ],
  },
  'crime-victimization': {
    ofDiscussions: 0.13, whenPresent: 1.25,
    factors: [
      'arson',
      'assault',
      'break-and-enter',
      'damage-to-property',
      'other',
      'robbery',
      'sexual-assault',
      'theft',
      'threat',
    ],
  },
  'parenting': {
    ofDiscussions: 0.12, whenPresent: 1.3,
    factors: [
      'parent-child-conflict',
      'person-not-providing-proper-parenting',
      'person-not-receiving-proper-parenting',
    ],
  },
  'poverty': {
    ofDiscussions: 0.11, whenPresent: 1,
    factors: [
      'person-living-in-less-than-adequate-financial-situation',
    ],
  },
  'missing-school': {
    ofDiscussions: 0.08, whenPresent: 1.15,
    factors: [
      'chronic-absenteeism',
      'truancy',
    ],
  },
  'missing': {
    ofDiscussions: 0.075, whenPresent: 1.25,
    factors: [
      'person-has-history-of-being-reported-to-police-as-missing',
      'person-reported-to-police-as-missing',
      'runaway-with-parents-knowledge-of-whereabouts',
      'runaway-without-parents-knowledge-of-whereabouts',
    ],
  },
  'unemployment': {
    ofDiscussions: 0.09, whenPresent: 1.05,
    factors: [
      'caregivers-chronically-unemployed',
      'caregivers-temporarily-unemployed',
      'person-chronically-unemployed',
      'person-temporarily-unemployed',
    ],
  },
  'self-harm': {
    ofDiscussions: 0.08, whenPresent: 1.2,
    factors: [
      'person-has-engaged-in-self-harm',
      'person-threatens-self-harm',
    ],
  },
  'cognitive-functioning': {
    ofDiscussions: 0.08, whenPresent: 1.1,
    factors: [
      'diagnosed-cognitive-impairment-limitation',
      'self-reported-cognitive-impairment-limitation',
      'suspected-cognitive-impairment-limitation',
    ],
  },
  'supervision': {
    ofDiscussions: 0.06, whenPresent: 1.1,
    factors: [
      'person-not-properly-supervised',
      'person-not-providing-proper-supervision',
    ],
  },
  'threat-to-public-health-and-safety': {
    ofDiscussions: 0.07, whenPresent: 1,
    factors: [
      'persons-behaviour-is-a-threat-to-public-health-and-safety',
    ],
  },
  'social-environment': {
    ofDiscussions: 0.055, whenPresent: 1.1,
    factors: [
      'frequents-negative-locations',
      'negative-neighbourhood',
    ],
  },
  'sexual-violence': {
    ofDiscussions: 0.045, whenPresent: 1.15,
    factors: [
      'person-affected-by-sexual-violence',
      'person-perpetrator-of-sexual-violence',
      'person-victim-of-sexual-violence',
      'sexual-violence-in-the-home',
    ],
  },
  'gangs': {
    ofDiscussions: 0.04, whenPresent: 1.15,
    factors: [
      'gang-association',
      'gang-member',
      'threatened-by-gang',
      'victimized-by-gang',
    ],
  },
  'elder-abuse': {
    ofDiscussions: 0.02, whenPresent: 1.05,
    factors: [
      'person-perpetrator-of-elder-abuse',
      'person-victim-of-elder-abuse',
    ],
  },
  'gambling': {
    ofDiscussions: 0.012, whenPresent: 1.1,
    factors: [
      'chronic-gambling-by-person',
      'chronic-gambling-causes-harm-to-others',
      'chronic-gambling-causing-harm-to-self',
      'person-affected-by-the-gambling-of-others',
    ],
  },
};
