import { documentOf, type Cell, type Document, type Row, type Table } from '#documents';

const number = (value: number): Cell => ({ kind: 'number', value });
const share = (part: number, whole: number): Cell => ({ kind: 'share', part, whole });
const row = (heading: string, value: number): Row => ({ heading, cells: [number(value)] });

/** What one line of the page says, in one language. */
interface Line {
  readonly caption: string;
  readonly figure: Cell;
  readonly rows: readonly Row[];
  readonly remarks?: readonly string[];
}

const line = (rowsAre: string, heading: string, { caption, figure, rows, remarks }: Line): Table => ({
  kind: 'table',
  caption,
  rowsAre,
  columns: [{ heading, holds: 'number' }],
  rows,
  chart: { form: 'parts', column: 0 },
  line: { figure, ...(remarks ? { remarks } : {}) },
});

const hidden = (heading: string): Row => ({
  heading,
  within: true,
  cells: [{ kind: 'status', status: 'notShown' }],
});

/** A council's page of six lines, invented. */
export const councilInEnglish = (): Document =>
  documentOf({
    language: 'en',
    over: 'Harbour Situation Table · Page for council',
    title: 'What came, what helped, what was missing',
    subtitle: '2024 to 2026, three years together · figures released March 22, 2027',
    foot: 'Release HT-2027-01 · SHA-256 4be1 09c7 d2aa 61f0 … · checked by a second person',
    day: '2027-03-22',
    blocks: [
      line('Part', 'Situations', {
        caption: 'Brought to the table',
        figure: { kind: 'number', value: 183, unit: 'situations' },
        rows: [row('concluded', 152), row('rejected', 19), row('returned or withdrawn', 12)],
        remarks: ['147 meetings held. By year, number only: 2024, 58 · 2025, 64 · 2026, 61.'],
      }),
      line('Part', 'Situations', {
        caption: 'Reached within 48 hours',
        figure: share(117, 141),
        rows: [row('24 hours or less', 86), row('25 to 48 hours', 31), row('later, or not reached', 24)],
        remarks: ['Of all assigned; 11 where no contact was to be made are left out.'],
      }),
      line('Part', 'Situations', {
        caption: 'Connected to help',
        figure: share(128, 152),
        rows: [row('engaged with a service', 97), row('connected', 31), row('offered, or none', 24)],
      }),
      line('Part', 'Situations', {
        caption: 'Overall risk lowered',
        figure: share(112, 152),
        rows: [
          row('lowered', 112),
          row('not better, or not known', 28),
          row('deceased, moved, no such risk', 12),
          hidden('of the 112, through no action of the table:'),
        ],
        remarks: ['Judged by those who acted. Without the last 12: 112 of 140.'],
      }),
      line('Part', 'Situations', {
        caption: 'Needed and not to be had',
        figure: share(47, 152),
        rows: [row('at least one service missing', 47), row('none missing', 105)],
        remarks: ['Which services were missing is published for the region, not for one table.'],
      }),
      {
        kind: 'table',
        caption: 'Commonest kinds of risk',
        rowsAre: 'Kind of risk',
        columns: [{ heading: 'Situations', holds: 'share' }],
        rows: (
          [
            ['Mental health', 118],
            ['Drugs', 83],
            ['Housing', 75],
            ['Basic needs', 64],
            ['Physical health', 52],
          ] as const
        ).map(([heading, value]) => ({ heading, cells: [share(value, 152)] })),
        chart: { form: 'bars', column: 0 },
        line: { remarks: ['A situation has several, so the lines do not add up.'] },
      },
      {
        kind: 'note',
        lead: 'How to read this.',
        text: 'A situation is one discussion of somebody at acutely elevated risk. “Of 152” are those concluded in the three years; they are not different people for certain.',
      },
      {
        kind: 'note',
        lead: 'What is not shown.',
        text: 'Lines of fewer than 11, lines that leave fewer than 11, and lines that would give another away. Not shown is not zero.',
      },
      {
        kind: 'note',
        lead: 'Agencies by agreement.',
        text: 'Indigenous agencies’ figures are in these totals only where the agency has agreed, and never as a line.',
      },
      {
        kind: 'note',
        lead: 'More.',
        text: 'Definitions M1, M3, M5, M7, M8 and M13, and every table as text: harbour.example/table/2024-2026',
      },
    ],
  });
