import { text, type ProblemRow, type ProblemText } from './problem-text.js';

const refused = (en: ProblemText, fr: ProblemText): ProblemRow => ({ status: 409, en, fr });

/** Refusals of holds, destruction and what is sealed. */
export const retentionProblems = {
  'hold.stage': refused(
    text(
      'Cannot be held at this stage',
      'A hold stands on a situation whose identifiers were released, until it is destroyed.',
      'Wait until identifiers are released.',
    ),
    text(
      'Gel impossible à cette étape',
      'Un gel porte sur une situation dont les identifiants ont été communiqués, jusqu’à sa destruction.',
      'Attendez que les identifiants soient communiqués.',
    ),
  ),
  'hold.reviewDate': refused(
    text(
      'Review date not accepted',
      'A hold is reviewed in the future, within a year.',
      'Choose an earlier or a later day.',
    ),
    text(
      'Date de révision refusée',
      'Un gel est révisé dans l’avenir, d’ici un an.',
      'Choisissez un autre jour.',
    ),
  ),
  'hold.standsAlready': refused(
    text(
      'A hold stands',
      'Your agency holds this situation already.',
      'Lift that hold first, or let it stand.',
    ),
    text(
      'Un gel est en vigueur',
      'Votre organisme a déjà gelé cette situation.',
      'Levez d’abord ce gel ou laissez-le en vigueur.',
    ),
  ),
  'hold.liftedAlready': refused(
    text('Lifted already', 'This hold was lifted before.', 'Nothing is to be done.'),
    text('Déjà levé', 'Ce gel a déjà été levé.', 'Il n’y a rien à faire.'),
  ),
  'hold.askedAlready': refused(
    text(
      'Asked already',
      'Your agency’s privacy officer was asked before and has not answered yet.',
      'Wait for the answer.',
    ),
    text(
      'Déjà demandé',
      'La personne responsable de la vie privée de votre organisme a déjà reçu cette demande.',
      'Attendez sa réponse.',
    ),
  ),
  'retention.notSealed': refused(
    text(
      'Not sealed yet',
      'Only a situation that is concluded and sealed can be destroyed.',
      'Wait until its correction window is over and the weekly sealing has run.',
    ),
    text(
      'Pas encore scellée',
      'Seule une situation conclue et scellée peut être détruite.',
      'Attendez la fin de la période de correction et le scellement hebdomadaire.',
    ),
  ),
  'retention.held': refused(
    text('A hold stands', 'Nothing is destroyed while a hold stands.', 'Ask the privacy officer who set it.'),
    text(
      'Un gel est en vigueur',
      'Rien n’est détruit tant qu’un gel est en vigueur.',
      'Adressez-vous à la personne qui l’a posé.',
    ),
  ),
  'retention.notDue': refused(
    text(
      'Not due yet',
      'Its retention period is not over.',
      'Wait, or ask for early destruction with consent.',
    ),
    text(
      'Pas encore échue',
      'Sa période de conservation n’est pas terminée.',
      'Attendez ou demandez une destruction anticipée avec consentement.',
    ),
  ),
  'opening.stage': refused(
    text(
      'Not concluded',
      'Only what is concluded is opened by two people; before, each agency reads what it may.',
      'Read it through your agency’s representatives.',
    ),
    text(
      'Pas conclue',
      'Seul ce qui est conclu est ouvert à deux; avant, chaque organisme lit ce qu’il peut lire.',
      'Passez par les personnes qui représentent votre organisme.',
    ),
  ),
  'opening.askedAlready': refused(
    text(
      'Asked already',
      'Your agency asked for this within the last half hour.',
      'Wait for the second person.',
    ),
    text(
      'Déjà demandée',
      'Votre organisme l’a demandée dans la dernière demi-heure.',
      'Attendez la seconde personne.',
    ),
  ),
  'opening.samePerson': refused(
    text(
      'Another person must do this',
      'You asked for it yourself.',
      'Ask the coordinator or another privacy officer.',
    ),
    text(
      'Une autre personne doit le faire',
      'Vous l’avez demandée vous-même.',
      'Adressez-vous à la coordination ou à une autre personne responsable de la vie privée.',
    ),
  ),
  'opening.approvedAlready': refused(
    text('Approved already', 'Somebody approved it before.', 'Nothing is to be done.'),
    text('Déjà approuvée', 'Quelqu’un l’a déjà approuvée.', 'Il n’y a rien à faire.'),
  ),
  'opening.notApproved': refused(
    text(
      'Not approved yet',
      'A second person must approve within thirty minutes.',
      'Ask the coordinator or another privacy officer.',
    ),
    text(
      'Pas encore approuvée',
      'Une seconde personne doit l’approuver dans les trente minutes.',
      'Adressez-vous à la coordination ou à une autre personne responsable de la vie privée.',
    ),
  ),
  'opening.tooLate': refused(
    text('Too late', 'Its thirty minutes are over.', 'Ask again.'),
    text('Trop tard', 'Ses trente minutes sont écoulées.', 'Faites une nouvelle demande.'),
  ),
  'youthItem.destroyBy': refused(
    text(
      'Day not accepted',
      'Such an item is destroyed in the future, within ten years.',
      'Choose another day.',
    ),
    text(
      'Jour refusé',
      'Un tel élément est détruit dans l’avenir, d’ici dix ans.',
      'Choisissez un autre jour.',
    ),
  ),
  'youthItem.recipients': refused(
    text(
      'Recipients not accepted',
      'Each recipient is a person who represents an agency at this table now.',
      'Name at least one of them.',
    ),
    text(
      'Destinataires refusés',
      'Chaque destinataire représente actuellement un organisme à cette table.',
      'Nommez-en au moins un.',
    ),
  ),
  'review.own': refused(
    text(
      'Another officer must do this',
      'These are your own openings.',
      'Ask another privacy officer of your agency to sign off on them.',
    ),
    text(
      'Une autre personne doit le faire',
      'Il s’agit de vos propres ouvertures.',
      'Demandez à une autre personne responsable de la vie privée de votre organisme de les valider.',
    ),
  ),
  'review.signedOff': refused(
    text('Signed off already', 'Somebody signed off on this review before.', 'Nothing is to be done.'),
    text('Déjà validé', 'Quelqu’un a déjà validé cet examen.', 'Il n’y a rien à faire.'),
  ),
  'review.moreSince': refused(
    text('More happened since', 'It was opened again after you looked.', 'Look again, then sign off.'),
    text('Il y a du nouveau', 'Une autre ouverture a eu lieu depuis.', 'Regardez de nouveau, puis validez.'),
  ),
  'review.noteNames': refused(
    text(
      'The note holds a name',
      'A note stays in the audit for ever: it names neither the person whose openings these are nor you.',
      'Take the name out.',
    ),
    text(
      'La note contient un nom',
      'Une note reste à jamais dans le journal : elle ne nomme ni la personne concernée ni vous.',
      'Retirez le nom.',
    ),
  ),
  'review.noteIdentifies': refused(
    text(
      'The note identifies somebody',
      'A note stays in the audit for ever: no date, number or address of anybody may stand in it.',
      'Take it out.',
    ),
    text(
      'La note identifie quelqu’un',
      'Une note reste à jamais dans le journal : aucune date, aucun numéro ni aucune adresse d’une personne ne peut y figurer.',
      'Retirez-le.',
    ),
  ),
  'destruction.consentDate': refused(
    text('Date not accepted', 'Consent was given today or before.', 'Correct the day.'),
    text('Date refusée', 'Le consentement a été donné aujourd’hui ou avant.', 'Corrigez le jour.'),
  ),
  'destruction.askedAlready': refused(
    text(
      'Asked already',
      'Early destruction of this situation waits for its second person.',
      'Ask the coordinator, or withdraw the request.',
    ),
    text(
      'Déjà demandée',
      'La destruction anticipée de cette situation attend une seconde personne.',
      'Adressez-vous à la coordination ou retirez la demande.',
    ),
  ),
  'destruction.samePerson': refused(
    text(
      'Another person must do this',
      'You asked for it yourself.',
      'Ask another coordinator of the table.',
    ),
    text(
      'Une autre personne doit le faire',
      'Vous l’avez demandée vous-même.',
      'Demandez à une autre personne de la coordination.',
    ),
  ),
  'destruction.askerLeft': refused(
    text(
      'Whoever asked has left',
      'The person who asked for it is that agency’s privacy officer no more.',
      'Ask the agency’s privacy officer to withdraw the request and ask again.',
    ),
    text(
      'La personne qui l’a demandée est partie',
      'Elle n’est plus responsable de la vie privée de cet organisme.',
      'Priez la personne responsable de la vie privée de l’organisme de retirer la demande et de la présenter à nouveau.',
    ),
  ),
} as const satisfies Record<string, ProblemRow>;
