import type { TermText } from './term.js';

/** Kinds of services that can be mobilized. */
const serviceTypes = [
  { code: 'addiction', status: 'unconfirmed', labelEn: 'Addiction', labelFr: 'Dépendances' },
  {
    code: 'child-protection',
    status: 'unconfirmed',
    labelEn: 'Child protection',
    labelFr: 'Protection de l’enfance',
  },
  {
    code: 'counselling',
    status: 'unconfirmed',
    labelEn: 'Counselling',
    labelFr: 'Consultation psychosociale',
  },
  {
    code: 'courts-legal',
    status: 'unconfirmed',
    labelEn: 'Courts/legal',
    labelFr: 'Tribunaux et services juridiques',
  },
  {
    code: 'cultural-support',
    status: 'unconfirmed',
    labelEn: 'Cultural support',
    labelFr: 'Soutien culturel',
  },
  {
    code: 'developmental-services',
    status: 'unconfirmed',
    labelEn: 'Developmental services',
    labelFr: 'Services en déficience intellectuelle',
  },
  {
    code: 'domestic-violence-shelter',
    status: 'unconfirmed',
    labelEn: 'Domestic violence / shelter',
    labelFr: 'Violence familiale et hébergement',
  },
  {
    code: 'education-support',
    status: 'unconfirmed',
    labelEn: 'Education support',
    labelFr: 'Soutien scolaire',
  },
  {
    code: 'employment-support',
    status: 'unconfirmed',
    labelEn: 'Employment support',
    labelFr: 'Aide à l’emploi',
  },
  {
    code: 'financial-support',
    status: 'unconfirmed',
    labelEn: 'Financial support',
    labelFr: 'Soutien financier',
  },
  { code: 'fire-safety', status: 'unconfirmed', labelEn: 'Fire safety', labelFr: 'Sécurité-incendie' },
  { code: 'food-support', status: 'unconfirmed', labelEn: 'Food support', labelFr: 'Aide alimentaire' },
  {
    code: 'harm-reduction',
    status: 'unconfirmed',
    labelEn: 'Harm reduction',
    labelFr: 'Réduction des méfaits',
  },
  { code: 'home-care', status: 'unconfirmed', labelEn: 'Home care', labelFr: 'Soins à domicile' },
  { code: 'housing', status: 'unconfirmed', labelEn: 'Housing', labelFr: 'Logement' },
  {
    code: 'life-skills',
    status: 'unconfirmed',
    labelEn: 'Life skills',
    labelFr: 'Aptitudes à la vie quotidienne',
  },
  {
    code: 'medical-health',
    status: 'unconfirmed',
    labelEn: 'Medical health',
    labelFr: 'Santé et soins médicaux',
  },
  { code: 'mental-health', status: 'unconfirmed', labelEn: 'Mental health', labelFr: 'Santé mentale' },
  {
    code: 'parenting-support',
    status: 'unconfirmed',
    labelEn: 'Parenting support',
    labelFr: 'Soutien au rôle parental',
  },
  { code: 'police', status: 'unconfirmed', labelEn: 'Police', labelFr: 'Services policiers' },
  {
    code: 'probation-parole',
    status: 'unconfirmed',
    labelEn: 'Probation/parole',
    labelFr: 'Probation et libération conditionnelle',
  },
  { code: 'public-health', status: 'unconfirmed', labelEn: 'Public health', labelFr: 'Santé publique' },
  { code: 'recreation', status: 'unconfirmed', labelEn: 'Recreation', labelFr: 'Loisirs' },
  {
    code: 'senior-support',
    status: 'unconfirmed',
    labelEn: 'Senior support',
    labelFr: 'Soutien aux personnes âgées',
  },
  { code: 'sexual-health', status: 'unconfirmed', labelEn: 'Sexual health', labelFr: 'Santé sexuelle' },
  { code: 'social-assistance', status: 'unconfirmed', labelEn: 'Social assistance', labelFr: 'Aide sociale' },
  { code: 'social-services', status: 'unconfirmed', labelEn: 'Social services', labelFr: 'Services sociaux' },
  {
    code: 'spiritual-support',
    status: 'unconfirmed',
    labelEn: 'Spiritual support',
    labelFr: 'Soutien spirituel',
  },
  { code: 'transportation', status: 'unconfirmed', labelEn: 'Transportation', labelFr: 'Transport' },
  {
    code: 'victim-support',
    status: 'unconfirmed',
    labelEn: 'Victim support',
    labelFr: 'Soutien aux victimes',
  },
  { code: 'other', status: 'unconfirmed', labelEn: 'Other', labelFr: 'Autre' },
] as const satisfies readonly TermText[];

/** How far a service was mobilized. */
const mobilizations = [
  {
    code: 'informed-of-service',
    status: 'unconfirmed',
    labelEn: 'Informed of service',
    labelFr: 'Informée du service',
  },
  { code: 'offered-service', status: 'unconfirmed', labelEn: 'Offered service', labelFr: 'Service offert' },
  {
    code: 'connected-to-service',
    status: 'unconfirmed',
    labelEn: 'Connected to service',
    labelFr: 'Mise en rapport avec le service',
  },
  {
    code: 'engaged-with-service',
    status: 'unconfirmed',
    labelEn: 'Engaged with service',
    labelFr: 'Participe au service',
  },
  { code: 'refused-service', status: 'unconfirmed', labelEn: 'Refused service', labelFr: 'Service refusé' },
  {
    code: 'no-services-available',
    status: 'unconfirmed',
    labelEn: 'No services available',
    labelFr: 'Aucun service disponible',
  },
] as const satisfies readonly TermText[];

/** Why a needed service was not to be had. */
const gapReasons = [
  { code: 'waitList', status: 'added', labelEn: 'Wait list', labelFr: 'Liste d’attente' },
  {
    code: 'notOffered',
    status: 'added',
    labelEn: 'Not offered in this area',
    labelFr: 'Non offert dans la région',
  },
  { code: 'notEligible', status: 'added', labelEn: 'Not eligible', labelFr: 'Non admissible' },
  {
    code: 'distance',
    status: 'added',
    labelEn: 'Too far or no transport',
    labelFr: 'Trop loin ou sans transport',
  },
  {
    code: 'language',
    status: 'added',
    labelEn: "Not in the person's language",
    labelFr: 'Pas dans la langue de la personne',
  },
  { code: 'cost', status: 'added', labelEn: 'Cost', labelFr: 'Frais trop élevés' },
  { code: 'other', status: 'added', labelEn: 'Other', labelFr: 'Autre' },
] as const satisfies readonly TermText[];

/** The lists of this file by name, in the order in which a screen shows them. */
export const serviceLists = { serviceType: serviceTypes, mobilization: mobilizations, gapReason: gapReasons };
