import {
  documentOf,
  rangeText,
  type Block,
  type Cell,
  type Column,
  type Document,
  type Row,
  type Table,
} from '#documents';

/** Three years together, as the fourteen tables of a yearly report have them; invented. */
const brought = 183;
const concluded = 152;

const hidden: Cell = { kind: 'status', status: 'notShown', notes: ['cache'] };
const share = (part: number | null, whole = concluded): Cell =>
  part === null ? hidden : { kind: 'share', part, whole };
const lines = (whole: number, entries: readonly (readonly [string, number | null])[]): Row[] =>
  entries.map(([heading, part]) => ({ heading, cells: [share(part, whole)] }));

const notes = (definition: string, base: string): Table['footnotes'] => [
  { id: 'definition', kind: 'definition', text: definition },
  { id: 'base', kind: 'base', text: base },
  {
    id: 'cache',
    kind: 'remark',
    text: 'Ligne de moins de 11, qui laisse moins de 11, ou qui en trahirait une autre. Non montré ne veut pas dire zéro.',
  },
];

const situations: Column = {
  heading: 'Situations',
  holds: 'share',
  percent: true,
  notes: ['definition', 'base'],
};

function bars(
  number: number,
  caption: string,
  rowsAre: string,
  definition: string,
  entries: readonly (readonly [string, number | null])[],
  whole = concluded,
): Table {
  return {
    kind: 'table',
    caption: `${number}. ${caption}`,
    rowsAre,
    columns: [situations],
    rows: lines(whole, entries),
    footnotes: notes(definition, `${whole} situations, de 2024 à 2026.`) ?? [],
    chart: { form: 'bars', column: 0 },
  };
}

const conclusions: Table = {
  kind: 'table',
  caption: '1. Situations présentées et issue',
  rowsAre: 'Issue',
  columns: [{ heading: 'Situations', holds: 'number', notes: ['definition'] }],
  rows: [
    { heading: 'Conclues', cells: [{ kind: 'number', value: concluded }] },
    { heading: 'Rejetées au premier filtre', cells: [{ kind: 'number', value: 19 }] },
    { heading: 'Renvoyées ou retirées', cells: [{ kind: 'number', value: 12 }] },
    { heading: 'Présentées', total: true, cells: [{ kind: 'number', value: brought, notes: ['base'] }] },
  ],
  footnotes: notes('Une situation compte dans l’année où elle s’est terminée.', '147 réunions tenues.') ?? [],
  chart: { form: 'parts', column: 0 },
};

const halves: Table = {
  kind: 'table',
  caption: '2. Situations présentées, par semestre',
  rowsAre: 'Année',
  columns: [
    { heading: 'De janvier à juin', holds: 'number' },
    { heading: 'De juillet à décembre', holds: 'number' },
  ],
  rows: [
    [2024, 31, 27],
    [2025, 30, 34],
    [2026, null, null],
  ].map(([year, first, second]) => ({
    heading: String(year),
    cells: [first, second].map((value): Cell =>
      value === null || value === undefined ? hidden : { kind: 'number', value },
    ),
  })),
  footnotes: notes('Selon le jour de la première discussion.', `${brought} situations.`) ?? [],
  chart: { form: 'twoPeriods', columns: [0, 1] },
};

const age: Table = {
  kind: 'table',
  caption: '4. Âge et sexe',
  rowsAre: 'Groupe d’âge',
  columns: ['Femmes', 'Hommes', 'Ensemble'].map((heading) => ({ ...situations, heading, notes: ['base'] })),
  rows: [
    [`${rangeText(0, 11, 'fr')} ans`, null, null, 20],
    [`${rangeText(12, 17, 'fr')} ans`, 24, 20, 44],
    [`${rangeText(18, 29, 'fr')} ans`, 22, 25, 47],
    ['30 ans et plus', null, null, 41],
  ].map(([heading, ...parts]) => ({
    heading: String(heading),
    cells: parts.map((part) => share(part as number | null)),
  })),
  footnotes: notes('Âge au jour de la première discussion.', 'Situations d’une personne, conclues.') ?? [],
};

const reached: Table = {
  kind: 'table',
  caption: '12. Premier contact',
  rowsAre: 'Délai',
  columns: [
    { heading: 'Situations', holds: 'share', percent: true, notes: ['definition'] },
    { heading: 'Délai médian', holds: 'number', unit: 'heures', decimals: 1 },
    { heading: 'Source', holds: 'text' },
  ],
  rows: [
    ['24 heures ou moins', 86, 11.5],
    [`${rangeText(25, 48, 'fr')} heures`, 31, 33.25],
    ['Plus tard, ou pas de contact', 24, null],
  ].map(([heading, part, median]) => ({
    heading: String(heading),
    cells: [
      share(part as number, 141),
      median === null
        ? { kind: 'status', status: 'notApplicable' }
        : { kind: 'number', value: median as number },
      { kind: 'text', text: 'Compte rendu de l’organisme responsable' },
    ],
  })),
  footnotes: notes('De la prise en charge au premier compte rendu.', '141 situations confiées.') ?? [],
  chart: { form: 'bars', column: 0 },
};

const reasons: Table = {
  kind: 'table',
  caption: '14. Motif de conclusion, par groupe',
  rowsAre: 'Motif',
  columns: [{ ...situations, percent: false }],
  rows: [
    { heading: 'Risque global réduit', total: true, cells: [share(112)] },
    { heading: 'en lien avec un service', within: true, cells: [share(86)] },
    { heading: 'sans action de la table', within: true, cells: [hidden] },
    { heading: 'autrement', within: true, cells: [hidden] },
    { heading: 'Risque encore aigu', total: true, cells: [share(28)] },
    { heading: 'Autre', total: true, cells: [{ kind: 'status', status: 'notRecorded' }] },
  ],
  footnotes: notes('Jugé par les organismes qui ont agi.', `${concluded} situations conclues.`) ?? [],
};

const blocks: readonly Block[] = [
  {
    kind: 'paragraph',
    text: 'Ce rapport réunit trois années, parce qu’une seule année compte trop peu de situations pour être montrée sans risque. Chaque nombre porte son dénominateur ; ce qui n’est pas montré est écrit.',
  },
  { kind: 'heading', level: 2, text: 'Ce qui est arrivé à la table' },
  conclusions,
  halves,
  bars(3, 'Type de situation', 'Type', 'Personne, famille, logement ou quartier.', [
    ['Personne', 118],
    ['Famille', 34],
    ['Logement', null],
    ['Quartier', null],
  ]),
  age,
  { kind: 'heading', level: 2, text: 'Risques et protection' },
  bars(
    5,
    'Catégories de risque',
    'Catégorie',
    'Une situation en compte plusieurs : les lignes ne s’additionnent pas.',
    [
      ['Santé mentale', 118],
      ['Drogues', 83],
      ['Logement', 75],
      ['Besoins essentiels', 64],
      ['Santé physique', 52],
      ['Violence familiale', 38],
      ['Absentéisme scolaire', 21],
      ['Jeu', null],
    ],
  ),
  bars(6, 'Indicateurs d’étude', 'Indicateur', 'Indicateurs du registre provincial.', [
    ['Itinérance', 44],
    ['Dépendance croisée', 29],
    ['Traite de personnes', null],
  ]),
  bars(7, 'Facteurs de protection', 'Facteur', 'Une situation en compte plusieurs.', [
    ['Famille qui soutient', 61],
    ['Logement stable', 48],
    ['École', 27],
  ]),
  { kind: 'heading', level: 2, text: 'Qui a agi' },
  bars(8, 'Secteur d’origine', 'Secteur', 'Secteur de l’organisme qui a présenté la situation.', [
    ['Police', 71],
    ['Éducation', 34],
    ['Santé mentale', 31],
    ['Autres', 16],
  ]),
  bars(9, 'Secteur responsable', 'Secteur', 'Secteur de l’organisme responsable à la conclusion.', [
    ['Santé mentale', 66],
    ['Logement', 38],
    ['Autres', 48],
  ]),
  bars(10, 'Secteurs d’appui', 'Secteur', 'Une situation peut en avoir plusieurs.', [
    ['Police', 92],
    ['Santé', 57],
    ['Éducation', 41],
  ]),
  bars(11, 'Services mobilisés', 'Service', 'Services offerts, reliés ou suivis.', [
    ['Counseling', 64],
    ['Logement', 39],
    ['Traitement des dépendances', 33],
    ['Aide juridique', null],
  ]),
  { kind: 'heading', level: 2, text: 'Délais et issues' },
  reached,
  bars(13, 'Jours ouverts', 'Durée', 'De la présentation à la conclusion.', [
    ['7 jours ou moins', 58],
    ['8 à 30 jours', 61],
    ['31 à 90 jours', 33],
    ['Plus de 90 jours', null],
  ]),
  reasons,
  {
    kind: 'definitions',
    entries: [
      { term: 'Situation', meaning: 'Une discussion portant sur un risque extrêmement élevé.' },
      { term: 'Conclue', meaning: 'La table a décidé que l’intervention est terminée.' },
    ],
  },
  {
    kind: 'note',
    lead: 'Organismes, selon leur accord.',
    text: 'Les chiffres des organismes autochtones n’entrent dans ces totaux qu’avec leur accord, et jamais comme ligne.',
  },
  {
    kind: 'note',
    lead: 'Méthode.',
    text: 'Seuil de 11, vérifié de part et d’autre ; une deuxième personne a approuvé ces chiffres.',
  },
];

/** The yearly report of a table in French, with its fourteen tables. */
export const yearlyReport = (): Document =>
  documentOf({
    language: 'fr',
    over: 'Table de situation de Harbour · Rapport annuel',
    title: 'Rapport de la table, 2024 à 2026',
    subtitle: 'Trois années réunies · chiffres diffusés le 22 mars 2027',
    foot: 'Diffusion HT-2027-02 · SHA-256 4be1 09c7 d2aa 61f0 … · vérifiée par une deuxième personne',
    day: '2027-03-22',
    blocks,
  });
