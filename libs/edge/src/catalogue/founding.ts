import { text, type ProblemRow, type ProblemText } from './problem-text.js';

const refused = (en: ProblemText, fr: ProblemText): ProblemRow => ({ status: 409, en, fr });

const waits = refused(
  text(
    'A yes is waited for',
    'People of a table are reading this name to decide whether an agency joins. It stays as it is until they have.',
    'Wait for their answer, or withdraw the request, change the name, and ask again.',
  ),
  text(
    'Un oui est attendu',
    'Des personnes d’une table lisent ce nom pour décider si un organisme s’y joint. Il reste tel quel d’ici là.',
    'Attendez leur réponse, ou retirez la demande, changez le nom et demandez de nouveau.',
  ),
);

/** Refusals of a table's list of agencies and people, and of names while somebody reads them. */
export const foundingProblems = {
  'agency.change.waits': waits,
  'table.change.waits': waits,
  'table.founding.unconfirmed': refused(
    text(
      'The table is still being founded',
      'Before its first situation, a coordinator and the privacy officers of two agencies of independent origin confirm who sits here.',
      'Ask them to read and confirm the list of agencies and seats of the table.',
    ),
    text(
      'La table est encore en cours de création',
      'Avant sa première situation, la coordination et les responsables de la protection de la vie privée de deux organismes d’origine indépendante confirment qui y siège.',
      'Demandez-leur de lire et de confirmer la liste des organismes et des sièges de la table.',
    ),
  ),
  'table.founding.listChanged': refused(
    text(
      'The list has changed',
      'Since you read it, an agency or a seat was added or taken away.',
      'Read the list again, then confirm it.',
    ),
    text(
      'La liste a changé',
      'Depuis votre lecture, un organisme ou un siège a été ajouté ou retiré.',
      'Relisez la liste, puis confirmez-la.',
    ),
  ),
  'table.founding.over': refused(
    text(
      'Founded already',
      'The table has its first situation, so that the list is confirmed no more.',
      'From now on the table says yes to each agency that joins.',
    ),
    text(
      'Déjà créée',
      'La table a sa première situation; la liste n’est plus à confirmer.',
      'La table approuve désormais chaque organisme qui s’y joint.',
    ),
  ),
  'table.founding.listSeen': refused(
    text(
      'Read already',
      'This seat has said that it read the list of this table, or it is not asked to.',
      'Go on with your work. The people of the table are on its page.',
    ),
    text(
      'Déjà lue',
      'Ce siège a déjà dit avoir lu la liste de cette table, ou n’a pas à le faire.',
      'Poursuivez votre travail. Les personnes de la table figurent sur sa page.',
    ),
  ),
} as const satisfies Record<string, ProblemRow>;
