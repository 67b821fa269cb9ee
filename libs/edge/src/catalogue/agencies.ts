import { text, type ProblemRow, type ProblemText } from './problem-text.js';

const refused = (en: ProblemText, fr: ProblemText): ProblemRow => ({ status: 409, en, fr });

const samePerson = refused(
  text(
    'Another person must do this',
    'Two different persons are needed, and you are one of them already.',
    'Ask somebody else who may do it.',
  ),
  text(
    'Une autre personne doit le faire',
    'Deux personnes différentes sont requises, et vous êtes déjà l’une d’elles.',
    'Demandez à une autre personne habilitée.',
  ),
);
const nameTaken = refused(
  text(
    'Name taken',
    'There is one of that name already, or one that reads alike: other capitals, spaces, points or letters that look the same.',
    'Choose another name.',
  ),
  text(
    'Nom déjà pris',
    'Ce nom existe déjà, ou un nom qui se lit de la même façon : autres majuscules, espaces, points ou lettres qui se ressemblent.',
    'Choisissez un autre nom.',
  ),
);
const hasEnded = refused(
  text('Has ended', 'It has ended and changes no more.', 'Nothing is to be done.'),
  text('A pris fin', 'Cela a pris fin et ne change plus.', 'Il n’y a rien à faire.'),
);
const notIndependent = refused(
  text(
    'A person of independent origin must do this',
    'You and another person of this act are not independent: one of you made, seated, confirmed or reset the other within the last seven days, or one third person alone did so for both.',
    'Ask somebody else who may do it, or wait until seven days have passed.',
  ),
  text(
    'Une personne d’origine indépendante doit le faire',
    'Vous n’êtes pas indépendant d’une autre personne concernée : l’une a créé, placé, confirmé ou réinitialisé l’autre au cours des sept derniers jours, ou une même tierce personne l’a fait seule pour les deux.',
    'Demandez à une autre personne habilitée, ou attendez que sept jours soient passés.',
  ),
);
const decided = refused(
  text('Already decided', 'Somebody decided this already.', 'Read it again to see what was decided.'),
  text('Déjà décidé', 'Une décision a déjà été prise.', 'Relisez pour voir ce qui a été décidé.'),
);

/** Refusals of agencies, tables, settings, users, invitations and seats. */
export const agencyProblems = {
  'agency.create.nameTaken': nameTaken,
  'agency.change.nameTaken': nameTaken,
  'table.create.nameTaken': nameTaken,
  'table.change.nameTaken': nameTaken,
  'user.create.nameTaken': nameTaken,
  'agency.change.ended': hasEnded,
  'agency.end.ended': hasEnded,
  'table.change.ended': hasEnded,
  'table.end.ended': hasEnded,
  'seat.over': hasEnded,
  'invitation.over': hasEnded,
  'table.approveSettings.samePerson': samePerson,
  'invitation.giveCode.samePerson': samePerson,
  'invitation.confirm.samePerson': samePerson,
  'seat.approve.samePerson': samePerson,
  'seat.offer.self': samePerson,
  'seat.renew.self': samePerson,
  'user.reset.self': samePerson,
  'joining.samePerson': samePerson,
  'secondPerson.notIndependent': notIndependent,
  'joining.decided': decided,
  'joining.otherWanted': refused(
    text(
      'This yes was said already',
      'A coordinator and a privacy officer each say yes once, and the one of your role has.',
      'Wait for the other one.',
    ),
    text(
      'Ce oui a déjà été donné',
      'Une personne à la coordination et une responsable de la protection de la vie privée disent oui une fois chacune, et celle de votre rôle l’a fait.',
      'Attendez l’autre.',
    ),
  ),
  'table.place.waitsAlready': refused(
    text(
      'Waits for the table already',
      'It is asked already that this agency joins the table.',
      'Wait for a coordinator and a privacy officer of the table to say yes, or withdraw it.',
    ),
    text(
      'Déjà soumis à la table',
      'L’arrivée de cet organisme à la table est déjà demandée.',
      'Attendez le oui de la coordination et d’une personne responsable d’un organisme de la table, ou retirez la demande.',
    ),
  ),
  'invitation.faceToFace.wrong': refused(
    text(
      'Digits not right',
      'The six digits are not right, or are older than two minutes, or were used.',
      'Let the invitee show new digits and type those.',
    ),
    text(
      'Chiffres inexacts',
      'Les six chiffres sont inexacts, datent de plus de deux minutes ou ont servi.',
      'Faites afficher de nouveaux chiffres à la personne invitée et entrez-les.',
    ),
  ),
  'table.approveSettings.decided': decided,
  'seat.decide.decided': decided,
  'agency.sectorUnknown': refused(
    text(
      'Sector not in use',
      'The codebook has no such sector that can be chosen now.',
      'Choose one of the codebook’s sectors.',
    ),
    text(
      'Secteur hors d’usage',
      'Le lexique ne compte aucun secteur de ce nom qui puisse être choisi.',
      'Choisissez un secteur du lexique.',
    ),
  ),
  'table.suggestions.unknown': refused(
    text(
      'Not in the codebook',
      'The codebook has no such group of risk factors, or no such sector, that can be chosen now.',
      'Choose from the codebook.',
    ),
    text(
      'Absent du lexique',
      'Le lexique ne compte pas ce groupe de facteurs de risque, ou pas ce secteur, qui puisse être choisi.',
      'Choisissez dans le lexique.',
    ),
  ),
  'webhook.add.tooMany': refused(
    text('Twenty webhooks', 'There are as many webhooks as there may be.', 'Remove one first.'),
    text('Vingt webhooks', 'Le nombre maximal de webhooks est atteint.', 'Retirez-en un d’abord.'),
  ),
  'table.place.seatsLive': refused(
    text(
      'Seats are live',
      'The agency has live seats at this table, so it cannot be without an account there.',
      'End the seats first.',
    ),
    text(
      'Sièges en vigueur',
      'L’organisme a des sièges en vigueur à cette table; il ne peut y être sans compte.',
      'Mettez d’abord fin aux sièges.',
    ),
  ),
  'table.proposeSettings.oneOpen': refused(
    text(
      'A proposal waits',
      'A change of these settings is proposed already.',
      'Approve or withdraw it first.',
    ),
    text(
      'Une proposition est en attente',
      'Une modification de ces réglages est déjà proposée.',
      'Approuvez-la ou retirez-la d’abord.',
    ),
  ),
  'table.approveSettings.administratorWanted': refused(
    text(
      'An administrator is wanted',
      'The second person has spoken; an administrator must approve too.',
      'Ask an administrator.',
    ),
    text(
      'L’administration doit approuver',
      'La seconde personne s’est prononcée; l’administration doit aussi approuver.',
      'Demandez à l’administration.',
    ),
  ),
  'table.withdrawSettings.notYours': refused(
    text(
      'Not your proposal',
      'Only its proposer or an administrator withdraws a proposal.',
      'Ask one of them.',
    ),
    text(
      'Pas votre proposition',
      'Seuls l’auteur ou l’administration retirent une proposition.',
      'Adressez-vous à eux.',
    ),
  ),
  'user.enable.notYetSignedIn': refused(
    text(
      'Invitation not used yet',
      'This person has not used the invitation yet.',
      'Wait, or start a reset to send a new one.',
    ),
    text(
      'Invitation pas encore utilisée',
      'Cette personne n’a pas encore utilisé l’invitation.',
      'Attendez, ou amorcez une réinitialisation pour en envoyer une autre.',
    ),
  ),
  'user.disable.lastAdministrator': refused(
    text(
      'Last administrator',
      'Nobody could administer this installation any more.',
      'Seat another administrator first.',
    ),
    text(
      'Dernière administration',
      'Plus personne ne pourrait administrer cette installation.',
      'Attribuez d’abord un siège d’administration à quelqu’un d’autre.',
    ),
  ),
  'seat.end.lastAdministrator': refused(
    text(
      'Last administrator',
      'Nobody could administer this installation any more.',
      'Seat another administrator first.',
    ),
    text(
      'Dernière administration',
      'Plus personne ne pourrait administrer cette installation.',
      'Attribuez d’abord un siège d’administration à quelqu’un d’autre.',
    ),
  ),
  'user.reset.disabled': refused(
    text('Account not in use', 'A disabled account cannot be reset.', 'Enable it first.'),
    text('Compte hors service', 'Un compte désactivé ne peut être réinitialisé.', 'Réactivez-le d’abord.'),
  ),
  'invitation.refused': refused(
    text(
      'Invitation not accepted',
      'The invitation or its code is not right, was used, or has run out.',
      'Check both, or ask for a new invitation.',
    ),
    text(
      'Invitation refusée',
      'L’invitation ou son code est inexact, utilisé ou échu.',
      'Vérifiez les deux ou demandez une nouvelle invitation.',
    ),
  ),
  'invitation.early': refused(
    text(
      'Not open yet',
      'This invitation opens after a day of notice.',
      'Come back later, or ask that it be confirmed.',
    ),
    text(
      'Pas encore ouverte',
      'Cette invitation s’ouvre après un jour de préavis.',
      'Revenez plus tard ou demandez qu’elle soit confirmée.',
    ),
  ),
  'seat.dutiesApart': refused(
    text(
      'Duties stay apart',
      'An administrator or auditor never holds a seat at a table or agency.',
      'End the other seat first, or choose another person.',
    ),
    text(
      'Fonctions incompatibles',
      'L’administration et l’audit n’occupent jamais de siège à une table ou dans un organisme.',
      'Mettez d’abord fin à l’autre siège ou choisissez une autre personne.',
    ),
  ),
  'seat.heldAlready': refused(
    text('Seat held already', 'This person holds that seat already.', 'Renew it instead.'),
    text('Siège déjà occupé', 'Cette personne occupe déjà ce siège.', 'Renouvelez-le plutôt.'),
  ),
  'seat.agencyWithoutAccount': refused(
    text(
      'Agency without account',
      'The agency has no account at this table.',
      'Give it an account there first.',
    ),
    text(
      'Organisme sans compte',
      'L’organisme n’a pas de compte à cette table.',
      'Donnez-lui d’abord un compte à cette table.',
    ),
  ),
  'seat.officerApart': refused(
    text(
      'Officer and representative',
      'A privacy officer is not also a representative while the agency has two people.',
      'Let one be the officer and the other the representative.',
    ),
    text(
      'Responsable et représentation',
      'La personne responsable de la protection de la vie privée ne représente pas aussi l’organisme quand il compte deux personnes.',
      'Confiez un rôle à chacune.',
    ),
  ),
  'seat.offer.officerComing': refused(
    text(
      'An officer is coming',
      'The agency’s first privacy officer is seated already and begins within a day.',
      'Wait until then; the officer approves others.',
    ),
    text(
      'Responsable à venir',
      'La première personne responsable de l’organisme a déjà un siège et commence d’ici un jour.',
      'Attendez; elle approuvera les suivants.',
    ),
  ),
  'seat.offer.waitsAlready': refused(
    text(
      'An offer waits',
      'The same seat is offered to this person already.',
      'Wait for its approval, or withdraw it.',
    ),
    text(
      'Offre en attente',
      'Le même siège est déjà offert à cette personne.',
      'Attendez son approbation ou retirez-la.',
    ),
  ),
  'seat.offer.endNotInTwoYears': refused(
    text('End not accepted', 'A seat ends in the future, within two years.', 'Choose an earlier end.'),
    text(
      'Fin refusée',
      'Un siège prend fin dans l’avenir, d’ici deux ans.',
      'Choisissez une fin plus proche.',
    ),
  ),
  'demoClock.step': refused(
    text(
      'Step not accepted',
      'The demo’s clock goes forwards by a minute to a year at a time.',
      'Choose another step.',
    ),
    text(
      'Pas refusé',
      'L’horloge de démonstration avance d’une minute à un an à la fois.',
      'Choisissez un autre pas.',
    ),
  ),
  'seat.approve.tooLate': refused(
    text('Too late', 'The offer or the seat has run out.', 'Ask for a new offer.'),
    text('Trop tard', 'L’offre ou le siège est échu.', 'Demandez une nouvelle offre.'),
  ),
} as const satisfies Record<string, ProblemRow>;
