import { text, type ProblemRow, type ProblemText } from './problem-text.js';

const refused = (en: ProblemText, fr: ProblemText): ProblemRow => ({ status: 409, en, fr });

/** Refusals of tasks. */
export const taskProblems = {
  'task.closed': refused(
    text('Done already', 'This task is done.', 'Read the list again.'),
    text('Déjà fait', 'Cette tâche est terminée.', 'Relisez la liste.'),
  ),
  'task.notARole': refused(
    text(
      'Nothing to take over',
      'Your agency brought this situation: a seat at the table is enough to go on with it.',
      'Open the situation and take its next step.',
    ),
    text(
      'Rien à reprendre',
      'Votre organisme a présenté cette situation : un siège à la table suffit pour la poursuivre.',
      'Ouvrez la situation et passez à l’étape suivante.',
    ),
  ),
  'task.roleEnded': refused(
    text(
      'The role has ended',
      'Your agency has no role in this situation any more.',
      'The coordinator can ask your agency again.',
    ),
    text(
      'Le rôle a pris fin',
      'Votre organisme n’a plus de rôle dans cette situation.',
      'La coordination peut demander de nouveau votre organisme.',
    ),
  ),
  'task.represented': refused(
    text(
      'Somebody represents your agency',
      'Your agency has a representative at this table again, who decides.',
      'Ask the representative to take the role over or to leave it.',
    ),
    text(
      'Votre organisme est représenté',
      'Votre organisme a de nouveau quelqu’un à cette table; c’est à cette personne de décider.',
      'Demandez-lui de reprendre le rôle ou de le quitter.',
    ),
  ),
} as const satisfies Record<string, ProblemRow>;
