import { text, type ProblemRow } from './problem-text.js';

/** Refusals of meetings and of the projector. */
export const meetingProblems = {
  'meeting.inThePast': {
    status: 409,
    en: text(
      'In the past',
      'A meeting cannot be convened for a time that has passed.',
      'Choose a later time; for an emergency, now.',
    ),
    fr: text(
      'Dans le passé',
      'Une rencontre ne peut être convoquée pour un moment passé.',
      'Choisissez un moment à venir; en cas d’urgence, maintenant.',
    ),
  },
  'meeting.sameTime': {
    status: 409,
    en: text(
      'Two meetings at one time',
      'The table has a regular meeting at this time already.',
      'Choose another time, or move or call off the other meeting first.',
    ),
    fr: text(
      'Deux rencontres au même moment',
      'La table a déjà une rencontre ordinaire à ce moment.',
      'Choisissez un autre moment, ou déplacez ou annulez d’abord l’autre rencontre.',
    ),
  },
  'meeting.notScheduled': {
    status: 409,
    en: text('No longer only scheduled', 'The meeting was opened or called off already.', 'Read it again.'),
    fr: text('Plus seulement prévue', 'La rencontre a déjà été ouverte ou annulée.', 'Relisez-la.'),
  },
  'meeting.nothingToRestore': {
    status: 409,
    en: text(
      'Nothing to take back',
      'The meeting is neither called off nor moved away from the rule.',
      'Move it to another time instead.',
    ),
    fr: text(
      'Rien à rétablir',
      'La rencontre n’est ni annulée ni déplacée hors de la règle.',
      'Déplacez-la plutôt à un autre moment.',
    ),
  },
  'meeting.rulePast': {
    status: 409,
    en: text(
      'In the past',
      'A rule holds from today on at the earliest: past meetings stay as they were.',
      'Choose today or a later day.',
    ),
    fr: text(
      'Dans le passé',
      'Une règle vaut au plus tôt dès aujourd’hui : les rencontres passées restent ce qu’elles étaient.',
      'Choisissez aujourd’hui ou un jour à venir.',
    ),
  },
  'meeting.anotherOpen': {
    status: 409,
    en: text(
      'Another meeting is open',
      'A table has one open meeting at a time.',
      'Close the other one first.',
    ),
    fr: text(
      'Une autre rencontre est ouverte',
      'Une table n’a qu’une rencontre ouverte à la fois.',
      'Fermez d’abord l’autre.',
    ),
  },
  'meeting.notOpen': {
    status: 409,
    en: text(
      'The meeting is not open',
      'This can be done only while the meeting is open.',
      'Open the meeting first.',
    ),
    fr: text(
      'La rencontre n’est pas ouverte',
      'Cela ne se fait que pendant que la rencontre est ouverte.',
      'Ouvrez d’abord la rencontre.',
    ),
  },
  'meeting.attendanceBasis': {
    status: 409,
    en: text(
      'Basis of attendance',
      'An agency without an account attends on a legal basis that is noted; for one with an account none is noted.',
      'Choose a basis that is in force, or leave it out.',
    ),
    fr: text(
      'Fondement de la présence',
      'Un organisme sans compte est présent sur un fondement juridique qui est noté; pour un organisme avec compte, rien n’est noté.',
      'Choisissez un fondement en vigueur, ou n’en indiquez pas.',
    ),
  },
  'meeting.decisionNotNow': {
    status: 409,
    en: text(
      'Not at this filter',
      '“More information” fits a situation at filter 2, “reported” one under intervention.',
      'Read the agenda again.',
    ),
    fr: text(
      'Pas à ce filtre',
      '« Plus d’information » convient à une situation au filtre 2, « rapport fait » à une situation en intervention.',
      'Relisez l’ordre du jour.',
    ),
  },
  'meeting.cardNotOpen': {
    status: 409,
    en: text(
      'No card to show',
      'A situation that was concluded or has left the table has no card.',
      'Choose an open situation.',
    ),
    fr: text(
      'Aucune fiche à montrer',
      'Une situation conclue ou qui a quitté la table n’a pas de fiche.',
      'Choisissez une situation ouverte.',
    ),
  },
  'meeting.placeIdentifies': {
    status: 409,
    en: text(
      'Place not accepted',
      'The place holds something that identifies a person, such as a phone number.',
      'Name the room or the building.',
    ),
    fr: text(
      'Lieu refusé',
      'Le lieu contient un élément qui identifie une personne, comme un numéro de téléphone.',
      'Nommez la salle ou l’immeuble.',
    ),
  },
  'projector.codeUnknown': {
    status: 409,
    en: text(
      'No projector waits under this code',
      'A code is good for two minutes, and once.',
      'Read the code that the projector shows now.',
    ),
    fr: text(
      'Aucun projecteur n’attend sous ce code',
      'Un code vaut deux minutes, et une seule fois.',
      'Lisez le code que le projecteur affiche maintenant.',
    ),
  },
} as const satisfies Record<string, ProblemRow>;
