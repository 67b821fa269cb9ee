import type { TermText } from './term.js';

/** The study flags of the register; the last is the heading under which each table keeps flags of its own. */
const studyFlags = [
  { code: 'homelessness', status: 'confirmed', labelEn: 'Homelessness', labelFr: 'Itinérance' },
  {
    code: 'risk-of-losing-housing-unsafe-living-conditions',
    status: 'confirmed',
    labelEn: 'Risk of Losing Housing/Unsafe Living Conditions',
    labelFr: 'Risque de perdre son logement ou conditions de vie dangereuses',
  },
  { code: 'child-involved', status: 'confirmed', labelEn: 'Child Involved', labelFr: 'Enfant en cause' },
  {
    code: 'domestic-violence',
    status: 'confirmed',
    labelEn: 'Domestic Violence',
    labelFr: 'Violence familiale',
  },
  {
    code: 'acquired-brain-injury',
    status: 'unconfirmed',
    labelEn: 'Acquired Brain Injury',
    labelFr: 'Lésion cérébrale acquise',
  },
  {
    code: 'cognitive-disability',
    status: 'unconfirmed',
    labelEn: 'Cognitive Disability',
    labelFr: 'Handicap cognitif',
  },
  { code: 'covid-19', status: 'unconfirmed', labelEn: 'COVID-19', labelFr: 'COVID-19' },
  {
    code: 'cultural-considerations',
    status: 'unconfirmed',
    labelEn: 'Cultural Considerations',
    labelFr: 'Considérations culturelles',
  },
  {
    code: 'custody-issues-child-welfare',
    status: 'unconfirmed',
    labelEn: 'Custody Issues/Child Welfare',
    labelFr: 'Questions de garde ou de bien-être de l’enfance',
  },
  {
    code: 'developmental-disability',
    status: 'unconfirmed',
    labelEn: 'Developmental Disability',
    labelFr: 'Déficience intellectuelle ou développementale',
  },
  { code: 'fire-safety', status: 'unconfirmed', labelEn: 'Fire Safety', labelFr: 'Sécurité-incendie' },
  {
    code: 'gaming-internet-addiction',
    status: 'unconfirmed',
    labelEn: 'Gaming/Internet Addiction',
    labelFr: 'Dépendance aux jeux vidéo ou à Internet',
  },
  {
    code: 'gang-involvement',
    status: 'unconfirmed',
    labelEn: 'Gang Involvement',
    labelFr: 'Appartenance ou liens à un gang',
  },
  {
    code: 'geographical-isolation',
    status: 'unconfirmed',
    labelEn: 'Geographical Isolation',
    labelFr: 'Isolement géographique',
  },
  { code: 'hoarding', status: 'unconfirmed', labelEn: 'Hoarding', labelFr: 'Accumulation compulsive' },
  {
    code: 'human-trafficking',
    status: 'unconfirmed',
    labelEn: 'Human Trafficking',
    labelFr: 'Traite des personnes',
  },
  {
    code: 'inappropriate-sexual-behaviour',
    status: 'unconfirmed',
    labelEn: 'Inappropriate Sexual Behaviour',
    labelFr: 'Comportement sexuel inapproprié',
  },
  {
    code: 'learning-disability',
    status: 'unconfirmed',
    labelEn: 'Learning Disability',
    labelFr: 'Trouble d’apprentissage',
  },
  {
    code: 'methamphetamine-use',
    status: 'unconfirmed',
    labelEn: 'Methamphetamine Use',
    labelFr: 'Consommation de méthamphétamine',
  },
  { code: 'opioid-use', status: 'unconfirmed', labelEn: 'Opioid Use', labelFr: 'Consommation d’opioïdes' },
  {
    code: 'problematic-opioid-use',
    status: 'unconfirmed',
    labelEn: 'Problematic Opioid Use',
    labelFr: 'Consommation problématique d’opioïdes',
  },
  {
    code: 'recent-escalation',
    status: 'unconfirmed',
    labelEn: 'Recent Escalation',
    labelFr: 'Escalade récente',
  },
  { code: 'recidivism', status: 'unconfirmed', labelEn: 'Recidivism', labelFr: 'Récidive' },
  {
    code: 'risk-of-human-trafficking',
    status: 'unconfirmed',
    labelEn: 'Risk of Human Trafficking',
    labelFr: 'Risque de traite des personnes',
  },
  {
    code: 'risk-of-radicalization',
    status: 'unconfirmed',
    labelEn: 'Risk of Radicalization',
    labelFr: 'Risque de radicalisation',
  },
  { code: 'sex-trade', status: 'unconfirmed', labelEn: 'Sex Trade', labelFr: 'Commerce du sexe' },
  {
    code: 'settlement-challenges',
    status: 'unconfirmed',
    labelEn: 'Settlement Challenges',
    labelFr: 'Difficultés d’établissement',
  },
  {
    code: 'social-isolation',
    status: 'unconfirmed',
    labelEn: 'Social Isolation',
    labelFr: 'Isolement social',
  },
  { code: 'social-media', status: 'unconfirmed', labelEn: 'Social Media', labelFr: 'Médias sociaux' },
  {
    code: 'transportation-issues',
    status: 'unconfirmed',
    labelEn: 'Transportation Issues',
    labelFr: 'Problèmes de transport',
  },
  { code: 'trespassing', status: 'unconfirmed', labelEn: 'Trespassing', labelFr: 'Entrée sans autorisation' },
  { code: 'wait-list', status: 'unconfirmed', labelEn: 'Wait List', labelFr: 'Liste d’attente' },
  {
    code: 'local-study-flags-free-list-defined-by-each-table',
    status: 'unconfirmed',
    attributes: { heading: true },
    labelEn: 'Local study flags (free list, defined by each table)',
    labelFr: 'Indicateurs locaux (liste libre, définie par chaque table)',
  },
] as const satisfies readonly TermText[];

/** The lists of this file by name, in the order in which a screen shows them. */
export const studyFlagLists = { studyFlag: studyFlags };
