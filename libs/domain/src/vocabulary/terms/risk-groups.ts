import type { TermText } from './term.js';

/** The 27 categories of risk factors: the key of the register. */
const riskCategories = [
  { code: 'alcohol', status: 'unconfirmed', labelEn: 'Alcohol', labelFr: 'Alcool' },
  {
    code: 'antisocial-negative-behaviour',
    status: 'confirmed',
    labelEn: 'Antisocial/Negative Behaviour',
    labelFr: 'Comportement antisocial ou négatif',
  },
  { code: 'basic-needs', status: 'confirmed', labelEn: 'Basic Needs', labelFr: 'Besoins essentiels' },
  {
    code: 'cognitive-functioning',
    status: 'unconfirmed',
    labelEn: 'Cognitive Functioning',
    labelFr: 'Fonctionnement cognitif',
  },
  {
    code: 'crime-victimization',
    status: 'unconfirmed',
    labelEn: 'Crime Victimization',
    labelFr: 'Victimisation criminelle',
  },
  {
    code: 'criminal-involvement',
    status: 'unconfirmed',
    labelEn: 'Criminal Involvement',
    labelFr: 'Participation à des activités criminelles',
  },
  { code: 'drugs', status: 'unconfirmed', labelEn: 'Drugs', labelFr: 'Drogues' },
  {
    code: 'elder-abuse',
    status: 'confirmed',
    labelEn: 'Elder Abuse',
    labelFr: 'Mauvais traitements envers les personnes âgées',
  },
  {
    code: 'emotional-violence',
    status: 'unconfirmed',
    labelEn: 'Emotional Violence',
    labelFr: 'Violence affective',
  },
  { code: 'gambling', status: 'confirmed', labelEn: 'Gambling', labelFr: 'Jeu' },
  { code: 'gangs', status: 'unconfirmed', labelEn: 'Gangs', labelFr: 'Gangs de rue' },
  { code: 'housing', status: 'unconfirmed', labelEn: 'Housing', labelFr: 'Logement' },
  { code: 'mental-health', status: 'unconfirmed', labelEn: 'Mental Health', labelFr: 'Santé mentale' },
  { code: 'missing', status: 'unconfirmed', labelEn: 'Missing', labelFr: 'Disparition' },
  { code: 'missing-school', status: 'unconfirmed', labelEn: 'Missing School', labelFr: 'Absence scolaire' },
  { code: 'negative-peers', status: 'unconfirmed', labelEn: 'Negative Peers', labelFr: 'Pairs négatifs' },
  { code: 'parenting', status: 'unconfirmed', labelEn: 'Parenting', labelFr: 'Rôle parental' },
  { code: 'physical-health', status: 'unconfirmed', labelEn: 'Physical Health', labelFr: 'Santé physique' },
  {
    code: 'physical-violence',
    status: 'unconfirmed',
    labelEn: 'Physical Violence',
    labelFr: 'Violence physique',
  },
  { code: 'poverty', status: 'confirmed', labelEn: 'Poverty', labelFr: 'Pauvreté' },
  { code: 'self-harm', status: 'unconfirmed', labelEn: 'Self Harm', labelFr: 'Automutilation' },
  { code: 'sexual-violence', status: 'confirmed', labelEn: 'Sexual Violence', labelFr: 'Violence sexuelle' },
  {
    code: 'social-environment',
    status: 'unconfirmed',
    labelEn: 'Social Environment',
    labelFr: 'Milieu social',
  },
  { code: 'suicide', status: 'unconfirmed', labelEn: 'Suicide', labelFr: 'Risque suicidaire' },
  { code: 'supervision', status: 'unconfirmed', labelEn: 'Supervision', labelFr: 'Surveillance' },
  {
    code: 'threat-to-public-health-and-safety',
    status: 'unconfirmed',
    labelEn: 'Threat to Public Health and Safety',
    labelFr: 'Menace pour la santé et la sécurité publiques',
  },
  { code: 'unemployment', status: 'unconfirmed', labelEn: 'Unemployment', labelFr: 'Chômage' },
] as const satisfies readonly TermText[];

/** The 13 themes: an attribute of a factor, broader than its category. */
const riskThemes = [
  {
    code: 'antisocial-problematic-behaviour-non-criminal',
    status: 'confirmed',
    labelEn: 'Antisocial/Problematic Behaviour (Non-criminal)',
    labelFr: 'Comportement antisocial ou problématique (non criminel)',
  },
  {
    code: 'criminal-involvement',
    status: 'unconfirmed',
    labelEn: 'Criminal Involvement',
    labelFr: 'Participation à des activités criminelles',
  },
  {
    code: 'education-employment',
    status: 'unconfirmed',
    labelEn: 'Education/Employment',
    labelFr: 'Éducation et emploi',
  },
  {
    code: 'emotional-violence',
    status: 'unconfirmed',
    labelEn: 'Emotional Violence',
    labelFr: 'Violence affective',
  },
  {
    code: 'family-circumstances',
    status: 'unconfirmed',
    labelEn: 'Family Circumstances',
    labelFr: 'Situation familiale',
  },
  { code: 'gang-issues', status: 'unconfirmed', labelEn: 'Gang Issues', labelFr: 'Problèmes liés aux gangs' },
  { code: 'housing', status: 'unconfirmed', labelEn: 'Housing', labelFr: 'Logement' },
  {
    code: 'mental-health-and-cognitive-functioning',
    status: 'unconfirmed',
    labelEn: 'Mental Health and Cognitive Functioning',
    labelFr: 'Santé mentale et fonctionnement cognitif',
  },
  { code: 'neighbourhood', status: 'confirmed', labelEn: 'Neighbourhood', labelFr: 'Voisinage' },
  { code: 'peers', status: 'unconfirmed', labelEn: 'Peers', labelFr: 'Pairs' },
  { code: 'physical-health', status: 'unconfirmed', labelEn: 'Physical Health', labelFr: 'Santé physique' },
  {
    code: 'substance-abuse-issues',
    status: 'unconfirmed',
    labelEn: 'Substance Abuse Issues',
    labelFr: 'Toxicomanie',
  },
  { code: 'victimization', status: 'confirmed', labelEn: 'Victimization', labelFr: 'Victimisation' },
] as const satisfies readonly TermText[];

/** The lists of this file by name, in the order in which a screen shows them. */
export const riskGroupLists = { riskCategory: riskCategories, riskTheme: riskThemes };
