import type { TermText } from './term.js';

/** What a situation is about (the register says discussion type). */
const situationTypes = [
  {
    code: 'person',
    status: 'confirmed',
    labelEn: 'Person',
    labelFr: 'Personne',
    definitionEn: 'One person',
    definitionFr: 'Une seule personne',
  },
  {
    code: 'family',
    status: 'confirmed',
    labelEn: 'Family',
    labelFr: 'Famille',
    definitionEn: 'People of one family or household',
    definitionFr: 'Les membres d’une famille ou d’un ménage',
  },
  {
    code: 'neighbourhood',
    status: 'confirmed',
    labelEn: 'Neighbourhood',
    labelFr: 'Quartier',
    definitionEn: 'A neighbourhood or a part of one',
    definitionFr: 'Un quartier ou une partie de quartier',
  },
  {
    code: 'dyad',
    status: 'unconfirmed',
    labelEn: 'Dyad',
    labelFr: 'Dyade',
    definitionEn: 'Two persons whose risks are bound together',
    definitionFr: 'Deux personnes dont les risques sont liés',
  },
  {
    code: 'environmental',
    status: 'unconfirmed',
    labelEn: 'Environmental',
    labelFr: 'Milieu',
    definitionEn: 'A place, such as a building, that puts people at risk',
    definitionFr: 'Un lieu, par exemple un immeuble, qui met des personnes en danger',
  },
] as const satisfies readonly TermText[];

/** The eight age bands, in years; nobody’s age is kept finer at T2. */
const ageBands = [
  { code: '0-5', status: 'unconfirmed', labelEn: '0–5', labelFr: '0 à 5 ans' },
  { code: '6-11', status: 'unconfirmed', labelEn: '6–11', labelFr: '6 à 11 ans' },
  { code: '12-17', status: 'confirmed', labelEn: '12–17', labelFr: '12 à 17 ans' },
  { code: '18-24', status: 'confirmed', labelEn: '18–24', labelFr: '18 à 24 ans' },
  { code: '25-29', status: 'confirmed', labelEn: '25–29', labelFr: '25 à 29 ans' },
  { code: '30-39', status: 'confirmed', labelEn: '30–39', labelFr: '30 à 39 ans' },
  { code: '40-59', status: 'unconfirmed', labelEn: '40–59', labelFr: '40 à 59 ans' },
  { code: '60-plus', status: 'unconfirmed', labelEn: '60+', labelFr: '60 et plus ans' },
] as const satisfies readonly TermText[];

/** Sex is asked, and unknown is an answer. */
const sexes = [
  { code: 'male', status: 'confirmed', labelEn: 'Male', labelFr: 'Homme' },
  { code: 'female', status: 'confirmed', labelEn: 'Female', labelFr: 'Femme' },
  { code: 'x', status: 'unconfirmed', labelEn: 'X', labelFr: 'X' },
  { code: 'unknown', status: 'unconfirmed', labelEn: 'Unknown', labelFr: 'Inconnu' },
] as const satisfies readonly TermText[];

/** Whether an interpreter is needed; the language itself is not a code, since in a small town it names people. */
const interpreterNeeded = [
  { code: 'yes', status: 'added', labelEn: 'Yes', labelFr: 'Oui' },
  { code: 'no', status: 'added', labelEn: 'No', labelFr: 'Non' },
  { code: 'unknown', status: 'added', labelEn: 'Unknown', labelFr: 'Inconnu' },
] as const satisfies readonly TermText[];

/** The lists of this file by name, in the order in which a screen shows them. */
export const personAndPlaceLists = {
  situationType: situationTypes,
  ageBand: ageBands,
  sex: sexes,
  interpreterNeeded,
};
