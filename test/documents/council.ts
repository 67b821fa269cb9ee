import { documentOf, type Cell, type Document, type Row, type Table } from '#documents';

/** The words of the page in one language; the figures are the same in both. */
interface Words {
  readonly language: 'en' | 'fr';
  readonly over: string;
  readonly title: string;
  readonly subtitle: string;
  readonly foot: string;
  readonly part: string;
  readonly situations: string;
  readonly unit: string;
  readonly lines: readonly {
    readonly caption: string;
    readonly parts: readonly string[];
    readonly remark?: string;
  }[];
  readonly risks: {
    readonly caption: string;
    readonly kind: string;
    readonly kinds: readonly string[];
    readonly remark: string;
  };
  readonly notes: readonly (readonly [lead: string, text: string])[];
}

const english: Words = {
  language: 'en',
  over: 'Harbour Situation Table · Page for council',
  title: 'What came, what helped, what was missing',
  subtitle: '2024 to 2026, three years together · figures released March 22, 2027',
  foot: 'Release HT-2027-01 · SHA-256 4be1 09c7 d2aa 61f0 … · checked by a second person',
  part: 'Part',
  situations: 'Situations',
  unit: 'situations',
  lines: [
    {
      caption: 'Brought to the table',
      parts: ['concluded', 'rejected', 'returned or withdrawn'],
      remark: '147 meetings held. By year, number only: 2024, 58 · 2025, 64 · 2026, 61.',
    },
    {
      caption: 'Reached within 48 hours',
      parts: ['24 hours or less', '25 to 48 hours', 'later, or not reached'],
      remark: 'Of all assigned; 11 where no contact was to be made are left out.',
    },
    { caption: 'Connected to help', parts: ['engaged with a service', 'connected', 'offered, or none'] },
    {
      caption: 'Overall risk lowered',
      parts: [
        'lowered',
        'not better, or not known',
        'deceased, moved, no such risk',
        'of the 112, through no action of the table:',
      ],
      remark: 'Judged by those who acted. Without the last 12: 112 of 140.',
    },
    {
      caption: 'Needed and not to be had',
      parts: ['at least one service missing', 'none missing'],
      remark: 'Which services were missing is published for the region, not for one table.',
    },
  ],
  risks: {
    caption: 'Commonest kinds of risk',
    kind: 'Kind of risk',
    kinds: ['Mental health', 'Drugs', 'Housing', 'Basic needs', 'Physical health'],
    remark: 'A situation has several, so the lines do not add up.',
  },
  notes: [
    [
      'How to read this.',
      'A situation is one discussion of somebody at acutely elevated risk. “Of 152” are those concluded in the three years; they are not different people for certain.',
    ],
    [
      'What is not shown.',
      'Lines of fewer than 11, lines that leave fewer than 11, and lines that would give another away. Not shown is not zero.',
    ],
    [
      'Agencies by agreement.',
      'Indigenous agencies’ figures are in these totals only where the agency has agreed, and never as a line.',
    ],
    [
      'More.',
      'Definitions M1, M3, M5, M7, M8 and M13, and every table as text: harbour.example/table/2024-2026',
    ],
  ],
};

const french: Words = {
  language: 'fr',
  over: 'Table de situation de Harbour · Page destinée au conseil municipal',
  title: 'Ce qui s’est présenté, ce qui a aidé, ce qui a manqué',
  subtitle: 'De 2024 à 2026, trois années réunies · chiffres diffusés le 22 mars 2027',
  foot: 'Diffusion HT-2027-01 · SHA-256 4be1 09c7 d2aa 61f0 … · vérifiée par une deuxième personne',
  part: 'Partie',
  situations: 'Situations',
  unit: 'situations',
  lines: [
    {
      caption: 'Présentées à la table',
      parts: ['conclues', 'rejetées', 'renvoyées ou retirées'],
      remark: '147 réunions. Par année, nombre seulement\u00a0: 2024, 58 · 2025, 64 · 2026, 61.',
    },
    {
      caption: 'Jointes en 48 heures',
      parts: ['24 heures ou moins', 'de 25 à 48 heures', 'plus tard, ou pas jointes'],
      remark: 'Sur toutes les situations confiées, sauf 11 où aucun contact n’était à établir.',
    },
    {
      caption: 'Mises en lien avec de l’aide',
      parts: ['suivies par un service', 'mises en lien', 'service offert, ou aucun'],
    },
    {
      caption: 'Risque global réduit',
      parts: [
        'réduit',
        'pas mieux, ou inconnu',
        'décès, départ, risque non confirmé',
        'parmi les 112, sans action de la table\u00a0:',
      ],
      remark: 'Jugé par les organismes intervenus. Sans les 12 derniers\u00a0: 112 sur 140.',
    },
    {
      caption: 'Nécessaire, mais introuvable',
      parts: ['au moins un service a manqué', 'aucun n’a manqué'],
      remark: 'Quels services ont manqué? C’est publié pour la région seulement.',
    },
  ],
  risks: {
    caption: 'Risques les plus fréquents',
    kind: 'Risque',
    kinds: ['Santé mentale', 'Drogues', 'Logement', 'Besoins essentiels', 'Santé physique'],
    remark: 'Une situation en compte plusieurs\u00a0: les lignes ne s’additionnent pas.',
  },
  notes: [
    [
      'Comment lire cette page.',
      'Une situation est une discussion portant sur un risque extrêmement élevé. «\u00a0Sur 152\u00a0»\u00a0: les situations conclues durant les trois années; il ne s’agit pas forcément de personnes différentes.',
    ],
    [
      'Ce qui n’est pas montré.',
      'Les lignes de moins de 11, celles qui en laissent moins de 11 et celles qui en trahiraient une autre. «\u00a0Non montré\u00a0» ne veut pas dire zéro.',
    ],
    [
      'Organismes, selon leur accord.',
      'Les chiffres des organismes autochtones n’entrent dans ces totaux qu’avec leur accord, et jamais comme ligne.',
    ],
    [
      'Pour en savoir plus.',
      'Définitions M1, M3, M5, M7, M8 et M13, et chaque tableau en texte\u00a0: harbour.example/table/2024-2026/fr',
    ],
  ],
};

/** The whole of each line, and its parts; what is not shown is undefined. */
const figures: readonly {
  readonly part: number;
  readonly whole?: number;
  readonly parts: readonly (number | undefined)[];
}[] = [
  { part: 183, parts: [152, 19, 12] },
  { part: 117, whole: 141, parts: [86, 31, 24] },
  { part: 128, whole: 152, parts: [97, 31, 24] },
  { part: 112, whole: 152, parts: [112, 28, 12, undefined] },
  { part: 47, whole: 152, parts: [47, 105] },
];
const risks = [118, 83, 75, 64, 52];

function linesOf(words: Words): Table[] {
  return words.lines.map(({ caption, parts, remark }, place): Table => {
    const { part = 0, whole, parts: numbers = [] } = figures[place] ?? {};
    const figure: Cell =
      whole === undefined
        ? { kind: 'number', value: part, unit: words.unit }
        : { kind: 'share', part, whole };
    const rows = parts.map((heading, at): Row => {
      const value = numbers[at];
      return value === undefined
        ? { heading, within: true, cells: [{ kind: 'status', status: 'notShown' }] }
        : { heading, cells: [{ kind: 'number', value }] };
    });
    return {
      kind: 'table',
      caption,
      rowsAre: words.part,
      columns: [{ heading: words.situations, holds: 'number' }],
      rows,
      chart: { form: 'parts', column: 0 },
      line: { figure, ...(remark === undefined ? {} : { remarks: [remark] }) },
    };
  });
}

function councilOf(words: Words): Document {
  const { language, over, title, subtitle, foot } = words;
  return documentOf({
    language,
    over,
    title,
    subtitle,
    foot,
    day: '2027-03-22',
    blocks: [
      ...linesOf(words),
      {
        kind: 'table',
        caption: words.risks.caption,
        rowsAre: words.risks.kind,
        columns: [{ heading: words.situations, holds: 'share' }],
        rows: words.risks.kinds.map((heading, at) => ({
          heading,
          cells: [{ kind: 'share', part: risks[at] ?? 0, whole: 152 }],
        })),
        chart: { form: 'bars', column: 0 },
        line: { remarks: [words.risks.remark] },
      },
      ...words.notes.map(([lead, text]) => ({ kind: 'note' as const, lead, text })),
    ],
  });
}

/** A page of six lines for a council, invented. */
export const councilInEnglish = (): Document => councilOf(english);
export const councilInFrench = (): Document => councilOf(french);
