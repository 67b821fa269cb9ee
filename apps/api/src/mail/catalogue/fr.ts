import type { EmailTexts } from './catalogue.js';

export const fr: EmailTexts = {
  digestSubject: 'Table de situation : quelque chose vous attend',
  digestOpening: 'À la table « {} » :',
  told: {
    asked: '{} : votre organisme est sollicité. Veuillez répondre dans les douze heures.',
    dueSoon: '{} : une échéance vous concernant tombe dans les douze heures.',
    overdue: '{} : une échéance vous concernant est dépassée.',
    cameBack: '{} : une demande restée sans réponse est revenue à la coordination.',
    reportCalled: '{} : votre compte rendu est attendu pour la rencontre de demain.',
    handOver: '{} : plus personne ne représente un organisme qui y a un rôle.',
    handOverDue:
      '{} : deux jours ouvrables ont passé, et la coordination peut agir à la place de l’organisme.',
    coordinatorMissing: 'La table n’a plus de coordination.',
    officerMissing: 'Un organisme de la table n’a plus de responsable de la vie privée.',
    acts: 'L’administration a placé, réactivé ou réinitialisé quelqu’un. Sous Administration, Tables, vous lisez qui.',
    parked:
      '{} : une étape planifiée a échoué trois fois et attend. L’administration sait que quelque chose attend, mais pas de quelle situation il s’agit.',
  },
  meeting: {
    moved: 'La rencontre du {} est déplacée au {}.',
    calledOff: 'La rencontre du {} est annulée.',
    restored: 'La rencontre du {} a finalement lieu.',
    convened: 'Une rencontre est convoquée pour le {}.',
    planChanged: 'Les jours de rencontre ont changé. La prochaine rencontre a lieu le {}.',
  },
  digestClosing: 'Ouvrez une session pour voir de quoi il s’agit : {}',
  weeklySubject: 'Table de situation : votre semaine de responsable de la vie privée',
  weeklyOpening: 'Ce qui vous attend :',
  weekly: {
    fresh: 'Ouvertures à examiner, nouvelles : {}',
    earlier: 'Ouvertures à examiner, des semaines passées : {}',
    holds: 'Mises en suspens à revoir : {}',
    dueMore:
      'Détruites aussi d’ici trente jours, en plus de celles nommées ici (toutes figurent à la page de conservation) : {}',
  },
  weeklyDue: 'À la table « {} », destruction d’ici trente jours, sauf mise en suspens : {}',
  weeklyClosing: 'Ouvrez une session pour en voir plus : {}',
  confirmationSubject: 'Table de situation : confirmez cette adresse',
  confirmation:
    'Une personne en session à Table de situation a indiqué cette adresse comme la sienne. Si c’est vous, saisissez ce code dans votre profil d’ici une heure : {}\n\nSi ce n’est pas vous, ne faites rien.',
  invitationSubject: 'Table de situation : votre invitation',
  invitation:
    'Vous êtes invité à Table de situation. Votre invitation, pour vous seul : {}\n\nOuvrez {} et joignez-vous avec elle. La personne responsable de la vie privée de votre organisme, s’il y en a une, vous donne un code par une autre voie; personne ne vous demandera cette invitation.',
  footer:
    'Personne ne lit les réponses à cette adresse. Votre profil indique quand les courriels peuvent arriver.',
};
