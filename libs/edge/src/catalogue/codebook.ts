import { text, type ProblemRow, type ProblemText } from './problem-text.js';

const refused = (en: ProblemText, fr: ProblemText): ProblemRow => ({ status: 409, en, fr });
const change = (en: readonly [string, string], fr: readonly [string, string]): ProblemRow =>
  refused(text('Change not possible', ...en), text('Modification impossible', ...fr));
const publish = (en: readonly [string, string], fr: readonly [string, string]): ProblemRow =>
  refused(text('Cannot be published yet', ...en), text('Publication encore impossible', ...fr));

/** Refusals of changes to the codebook; the database raises them by these codes. */
export const codebookProblems = {
  'codebook.change.unknownList': change(
    ['There is no such list in the codebook.', 'Choose one of its lists.'],
    ['Cette liste n’existe pas dans le répertoire.', 'Choisissez une de ses listes.'],
  ),
  'codebook.change.listTakesNoLocal': change(
    [
      'This list takes no local terms.',
      'Propose local terms for risk factors, study flags or protective factors.',
    ],
    [
      'Cette liste n’accepte pas de termes locaux.',
      'Proposez des termes locaux pour les facteurs de risque, les indicateurs ou les facteurs de protection.',
    ],
  ),
  'codebook.change.listClosed': change(
    [
      'The workflow depends on the codes of this list.',
      'Edit the words of its terms; none can be added or retired.',
    ],
    [
      'Le déroulement dépend des codes de cette liste.',
      'Modifiez le libellé de ses termes; aucun ne peut être ajouté ni retiré.',
    ],
  ),
  'codebook.change.codeOfOtherScope': change(
    ['Codes of local terms begin with “local.”, provincial ones do not.', 'Choose another code.'],
    [
      'Le code d’un terme local commence par « local. », celui d’un terme provincial, non.',
      'Choisissez un autre code.',
    ],
  ),
  'codebook.change.codeTaken': change(
    ['That code is or was in use.', 'Choose another code; the old term stays readable.'],
    ['Ce code est ou a été en usage.', 'Choisissez un autre code; l’ancien terme reste lisible.'],
  ),
  'codebook.change.needsFirstDay': change(
    ['The first day of use is missing.', 'Give the day from which the term can be chosen.'],
    ['Le premier jour d’usage manque.', 'Indiquez à partir de quel jour le terme peut être choisi.'],
  ),
  'codebook.change.termChangedSince': change(
    ['The term was changed since this was proposed.', 'Discard this change and propose it again.'],
    [
      'Le terme a été modifié depuis cette proposition.',
      'Abandonnez cette modification et proposez-la de nouveau.',
    ],
  ),
  'codebook.change.retiresInThePast': change(
    [
      'The last day of use is missing, or lies before yesterday.',
      'Give yesterday, to retire the term at once, or a later day.',
    ],
    [
      'Le dernier jour d’usage manque ou précède hier.',
      'Indiquez hier, pour un retrait immédiat, ou un jour ultérieur.',
    ],
  ),
  'codebook.change.needsLabel': change(
    ['The term has no label.', 'Write one in English and one in French.'],
    ['Le terme n’a pas de libellé.', 'Écrivez-en un en anglais et un en français.'],
  ),
  'codebook.change.labelTaken': change(
    [
      'Another term of the list reads the same, perhaps with other capitals, spaces or points.',
      'Choose another label, or use the term that there is.',
    ],
    [
      'Un autre terme de la liste se lit de la même façon, peut-être avec d’autres majuscules, espaces ou points.',
      'Choisissez un autre libellé, ou utilisez le terme existant.',
    ],
  ),
  'codebook.change.unknownGroup': change(
    ['The group is missing, or not one of this list.', 'Choose a group of this list.'],
    ['Le groupe manque ou n’est pas de cette liste.', 'Choisissez un groupe de cette liste.'],
  ),
  'codebook.change.unknownTheme': change(
    ['The theme is not known.', 'Choose one of the themes; only risk factors have one.'],
    ['Ce thème est inconnu.', 'Choisissez un des thèmes; seuls les facteurs de risque en ont un.'],
  ),
  'codebook.change.unknownMapping': change(
    [
      'A local term counts as a provincial one of the same list; that one is missing or not known.',
      'Choose the provincial term that it counts as.',
    ],
    [
      'Un terme local compte comme un terme provincial de la même liste; celui-ci manque ou est inconnu.',
      'Choisissez le terme provincial auquel il correspond.',
    ],
  ),
  'codebook.change.anotherIsOpen': change(
    ['Another change to this term is open.', 'Revise or discard that one first.'],
    ['Une autre modification de ce terme est en cours.', 'Révisez-la ou abandonnez-la d’abord.'],
  ),
  'codebook.change.decidedAlready': change(
    ['This change was published or discarded already.', 'Propose a new one.'],
    ['Cette modification a déjà été publiée ou abandonnée.', 'Proposez-en une nouvelle.'],
  ),
  'codebook.change.identifierInText': {
    status: 400,
    en: text(
      'Looks like an identifier',
      'A field listed holds what looks like a telephone number, an address, a date or a card number.',
      'Take it out: everybody reads the codebook.',
    ),
    fr: text(
      'Semble être un identifiant',
      'Un champ énuméré contient ce qui ressemble à un numéro de téléphone, une adresse, une date ou un numéro de carte.',
      'Retirez-le : tout le monde lit le répertoire.',
    ),
  },
  'codebook.publish.needsFrench': publish(
    [
      'The French label or definition is missing.',
      'Write it by hand; a term is published in both languages only.',
    ],
    [
      'Le libellé ou la définition en français manque.',
      'Écrivez-le à la main; un terme n’est publié que dans les deux langues.',
    ],
  ),
  'codebook.publish.needsEnglish': publish(
    [
      'The English label or definition is missing.',
      'Write it by hand; a term is published in both languages only.',
    ],
    [
      'Le libellé ou la définition en anglais manque.',
      'Écrivez-le à la main; un terme n’est publié que dans les deux langues.',
    ],
  ),
  'codebook.publish.frenchEqualsEnglish': publish(
    [
      'The French label is the English one.',
      'Translate it, or state that the word is the same in both languages.',
    ],
    [
      'Le libellé français est identique à l’anglais.',
      'Traduisez-le, ou déclarez que le mot est le même dans les deux langues.',
    ],
  ),
  'codebook.publish.needsSecondPerson': publish(
    ['You have signed this already.', 'Ask another administrator to sign.'],
    ['Vous avez déjà signé.', 'Demandez la signature d’un autre administrateur.'],
  ),
} as const satisfies Record<string, ProblemRow>;
