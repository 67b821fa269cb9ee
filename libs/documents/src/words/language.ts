/** The languages in which documents are made: Canadian English and Canadian French. */
export type Language = 'en' | 'fr';

/** Why a figure is not there, in a cell of its own kind: it is never a zero and never an empty cell. */
export type Status = 'notShown' | 'notApplicable' | 'notRecorded';

/** The words that a maker adds to a document by itself. */
interface Words {
  readonly tag: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly of: string;
  readonly to: string;
  readonly colon: string;
  readonly footnote: Readonly<Record<'definition' | 'base' | 'remark', string>>;
  readonly notes: string;
  readonly page: (page: string, pages: string) => string;
  readonly dictionary: string;
  readonly dictionaryColumns: readonly [string, string, string, string];
  readonly percentOf: string;
  readonly denominator: string;
  readonly unit: string;
  readonly kind: Readonly<
    Record<'text' | 'number' | 'share' | 'percent' | 'unit' | 'notes' | 'rows', string>
  >;
  readonly title: string;
  readonly figure: string;
  readonly hidden: string;
  readonly months: readonly string[];
}

const english: Words = {
  tag: 'en-CA',
  status: { notShown: 'not shown', notApplicable: 'not applicable', notRecorded: 'not recorded' },
  of: 'of',
  to: 'to',
  colon: ': ',
  footnote: { definition: 'Definition', base: 'Counted from', remark: 'Note' },
  notes: 'notes',
  page: (page, pages) => `Page ${page} of ${pages}`,
  dictionary: 'Dictionary',
  dictionaryColumns: ['Sheet', 'Table', 'Column', 'Meaning'],
  percentOf: 'per cent',
  denominator: 'out of',
  unit: 'unit',
  kind: {
    text: 'text',
    number: 'number',
    share: 'count, or words where it is not there',
    percent: 'share of the number in the column before',
    unit: 'unit of the number before',
    notes: 'numbers of the notes under the table',
    rows: 'what the row is about',
  },
  title: 'Title',
  figure: 'Figure of the whole',
  hidden: 'not shown is not zero',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const french: Words = {
  tag: 'fr-CA',
  status: { notShown: 'non montré', notApplicable: 'sans objet', notRecorded: 'non consigné' },
  of: 'sur',
  to: 'à',
  colon: '\u00a0: ',
  footnote: { definition: 'Définition', base: 'Compté parmi', remark: 'Remarque' },
  notes: 'notes',
  page: (page, pages) => `Page ${page} de ${pages}`,
  dictionary: 'Dictionnaire',
  dictionaryColumns: ['Feuille', 'Tableau', 'Colonne', 'Signification'],
  percentOf: 'pour cent',
  denominator: 'sur un total de',
  unit: 'unité',
  kind: {
    text: 'texte',
    number: 'nombre',
    share: 'nombre, ou des mots s’il manque',
    percent: 'part du nombre de la colonne précédente',
    unit: 'unité du nombre précédent',
    notes: 'numéros des notes sous le tableau',
    rows: 'objet de la ligne',
  },
  title: 'Titre',
  figure: 'Chiffre d’ensemble',
  hidden: 'non montré ne veut pas dire zéro',
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
};

const byLanguage: Readonly<Record<Language, Words>> = { en: english, fr: french };

/** The words of a language. */
export const wordsOf = (language: Language): Words => byLanguage[language];
