/**
 * Marginals of the generated base: data, committed before the engine that is tested on it.
 *
 * Kenora 2020-21: male/female 59/41; 18–24 29 %, 25–29 21 %, 12–17 15 %; about 40 individuals and 3 families; risk
 * lowered in 76 %. Hastings 2017: 41 presented, 37 accepted. Ontario 2022: 53 sites, about 2,200 discussions.
 * What no source gives (other ages, sectors, reasons) is assumed. Codes are those of the provisional codebook.
 */
export const ages = {
  '0-5': 0.01,
  '6-11': 0.03,
  '12-17': 0.15,
  '18-24': 0.29,
  '25-29': 0.21,
  '30-39': 0.14,
  '40-59': 0.11,
  '60-plus': 0.06,
} as const;

export const sexes = { male: 0.584, female: 0.406, x: 0.004, unknown: 0.006 } as const;

export const types = {
  person: 0.89,
  family: 0.065,
  dyad: 0.02,
  neighbourhood: 0.013,
  environmental: 0.012,
} as const;

/** 37 of 41 accepted; the rest assumed: most of it rejected, a little sent back or withdrawn by the originator. */
export const statuses = {
  concluded: 37 / 41,
  rejected: 0.075,
  returned: 0.012,
  withdrawn: 1 - 37 / 41 - 0.087,
} as const;

/** Conclusion reasons of what was concluded, as shares; the first group sums to 76 %. */
export const conclusions = {
  'overall-risk-lowered.connected-to-services': 0.56,
  'overall-risk-lowered.connected-to-services-in-other-jurisdiction': 0.05,
  'overall-risk-lowered.connected-to-personal-supports': 0.08,
  'overall-risk-lowered.through-no-action-of-the-situation-table': 0.07,
  'still-aer.informed-about-services-not-yet-connected': 0.06,
  'still-aer.refused-services-uncooperative': 0.08,
  'still-aer.systemic-issue': 0.02,
  'other.deceased': 0.006,
  'other.new-information-reveals-aer-did-not-exist-to-begin-with': 0.018,
  'other.relocated': 0.026,
  'other.unable-to-locate': 0.03,
} as const;

export const rejections = {
  'rejected.already-connected-to-appropriate-services-with-potential-to-mitigate-the-risk': 0.34,
  'rejected.originator-has-not-exhausted-all-options-to-address-the-issue': 0.22,
  'rejected.single-agency-can-address-risk-alone': 0.2,
  'rejected.situation-not-deemed-to-be-one-of-acutely-elevated-risk': 0.24,
} as const;

/** Police bring most; health and addictions lead most. */
export const originating = {
  justice: 0.44,
  health: 0.12,
  'child-youth-and-family-services': 0.08,
  education: 0.07,
  housing: 0.06,
  'social-services': 0.05,
  'mental-health-and-addictions': 0.09,
  'emergency-responders': 0.03,
  'community-and-social-services': 0.02,
  'children-and-youth-services': 0.01,
  municipal: 0.01,
  indigenous: 0.01,
  other: 0.01,
} as const;

export const leading = {
  justice: 0.12,
  health: 0.14,
  'child-youth-and-family-services': 0.11,
  education: 0.04,
  housing: 0.11,
  'social-services': 0.09,
  'mental-health-and-addictions': 0.29,
  'emergency-responders': 0.01,
  'community-and-social-services': 0.04,
  'children-and-youth-services': 0.02,
  municipal: 0.005,
  indigenous: 0.015,
  other: 0.01,
} as const;

/** Mean number of assisting sectors, at least one: an intervention takes two agencies. */
export const assistingPerDiscussion = 3.1;

/** Kinds of situation that hold the risk categories together (assumed): the chance of each by age band. */
export const profilesByAge = {
  '0-5': { family: 0.9, youth: 0.1 },
  '6-11': { youth: 0.5, family: 0.45, illness: 0.05 },
  '12-17': { youth: 0.65, illness: 0.12, family: 0.1, offending: 0.08, addiction: 0.05 },
  '18-24': { addiction: 0.3, illness: 0.2, housing: 0.15, offending: 0.2, family: 0.1, youth: 0.05 },
  '25-29': { addiction: 0.33, illness: 0.2, housing: 0.17, offending: 0.18, family: 0.12 },
  '30-39': { addiction: 0.32, illness: 0.25, housing: 0.18, offending: 0.12, family: 0.13 },
  '40-59': { addiction: 0.27, illness: 0.3, housing: 0.2, offending: 0.08, family: 0.1, older: 0.05 },
  '60-plus': { older: 0.65, illness: 0.2, housing: 0.1, addiction: 0.05 },
} as const;
export type Profile = 'addiction' | 'illness' | 'housing' | 'youth' | 'family' | 'offending' | 'older';

/** How much a profile raises a risk category above its overall share; 1 where nothing is said. */
export const lifts: Readonly<Record<Profile, Readonly<Record<string, number>>>> = {
  addiction: {
    drugs: 1.4,
    alcohol: 1.5,
    'threat-to-public-health-and-safety': 1.5,
    'mental-health': 0.95,
    unemployment: 1.5,
  },
  illness: {
    'mental-health': 1.2,
    suicide: 2.5,
    'self-harm': 2.2,
    'cognitive-functioning': 1.8,
    'criminal-involvement': 0.6,
    'negative-peers': 0.4,
  },
  housing: {
    housing: 1.8,
    'basic-needs': 2,
    poverty: 2.5,
    unemployment: 1.8,
    'social-environment': 1.6,
    'mental-health': 0.95,
  },
  youth: {
    missing: 5,
    'missing-school': 6,
    'negative-peers': 2,
    supervision: 4,
    parenting: 3,
    drugs: 0.7,
    alcohol: 0.7,
    housing: 0.5,
    'antisocial-negative-behaviour': 1.5,
    unemployment: 0.1,
    gangs: 2.5,
    'elder-abuse': 0.02,
    'mental-health': 0.85,
    gambling: 0.3,
  },
  family: {
    'physical-violence': 4,
    'emotional-violence': 4,
    parenting: 3.5,
    'crime-victimization': 2,
    'sexual-violence': 2.5,
    supervision: 2.5,
    'criminal-involvement': 0.7,
    'negative-peers': 0.4,
    drugs: 0.8,
    'mental-health': 0.9,
  },
  offending: {
    'criminal-involvement': 1.9,
    gangs: 3,
    'negative-peers': 1.7,
    'antisocial-negative-behaviour': 1.5,
    'physical-violence': 1.4,
    suicide: 0.4,
    'mental-health': 0.85,
    gambling: 1.5,
  },
  older: {
    'elder-abuse': 9,
    'physical-health': 4,
    'cognitive-functioning': 4,
    'basic-needs': 2.5,
    drugs: 0.25,
    'criminal-involvement': 0.2,
    'negative-peers': 0.1,
    missing: 0.2,
    'missing-school': 0.01,
    gangs: 0.05,
    'antisocial-negative-behaviour': 0.6,
    parenting: 0.1,
  },
};
