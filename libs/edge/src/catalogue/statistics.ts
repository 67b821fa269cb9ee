import { text, type ProblemRow } from './problem-text.js';

/** Refusals of figures and exports. */
export const statisticsProblems = {
  'statistics.year.notCut': {
    status: 409,
    en: text(
      'No figures for that year yet',
      'A year is cut once, after its last correction window, and needs at least 11 records.',
      'Choose a year from the list of years.',
    ),
    fr: text(
      'Pas encore de chiffres pour cette année',
      'Une année est arrêtée une seule fois, après sa dernière période de correction, et demande au moins 11 enregistrements.',
      'Choisissez une année dans la liste.',
    ),
  },
  'statistics.export.secondPerson': {
    status: 409,
    en: text(
      'A second person must approve',
      'You asked for this export yourself.',
      'Ask another auditor or a privacy officer to approve it.',
    ),
    fr: text(
      'Une deuxième personne doit approuver',
      'Vous avez demandé cette exportation vous-même.',
      'Demandez à une autre personne chargée de la vérification ou à une personne responsable de la vie privée de l’approuver.',
    ),
  },
  'statistics.export.approvedAlready': {
    status: 409,
    en: text(
      'Approved already',
      'Somebody approved this export before.',
      'It can be downloaded by its asker.',
    ),
    fr: text('Déjà approuvée', 'Quelqu’un a déjà approuvé cette exportation.', 'Elle peut être téléchargée.'),
  },
  'statistics.export.notApproved': {
    status: 409,
    en: text(
      'Not approved yet',
      'An export leaves the system only when a second person has approved it.',
      'Ask another auditor or a privacy officer.',
    ),
    fr: text(
      'Pas encore approuvée',
      'Une exportation ne sort du système qu’après l’approbation d’une deuxième personne.',
      'Demandez à une autre personne chargée de la vérification ou à une personne responsable de la vie privée.',
    ),
  },
} as const satisfies Record<string, ProblemRow>;
