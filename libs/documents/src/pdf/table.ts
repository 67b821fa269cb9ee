import {
  barOfParts,
  barsOfRows,
  fillOfColumn,
  fillOfPart,
  hasBars,
  type Fill,
  type Piece,
} from '../chart/drawing.js';
import type { Column, Row, Table } from '../model/document.js';
import { footnoteText, marksOf } from '../model/notes.js';
import { cellText, headingText } from '../words/figures.js';
import type { Language } from '../words/language.js';
import { drawBar, drawMark } from './bar.js';
import { placesOf, sizeOfMarks, type Place, type Places } from './columns.js';
import { colour, lineHeight, page, type Element, type Paper, type Setting } from './paper.js';

export interface Box {
  readonly x: number;
  readonly width: number;
}

/** A cell that is ready to be drawn: its lines, and the footnotes after the last of them. */
interface Ready {
  readonly lines: readonly string[];
  readonly marks: string;
  readonly setting: Setting;
  readonly place: Place;
  readonly indent: number;
  readonly element: Element;
  readonly type: 'TH' | 'TD';
  /** How the bars of a column are filled, beside its heading. */
  readonly fill?: Fill | undefined;
}

const rowPadding = 3.5;
const plainPadding = 1.5;
const barHeight = 7;

/** A whole table: caption, bar of parts, headings that come again on each page, rows, footnotes. */
export function drawTable(paper: Paper, parent: Element, table: Table, language: Language, box: Box): void {
  const places = placesOf(paper.fonts, table, language, box, hasBars(table));
  const caption: Setting = { face: 'bold', size: 11.5, ink: colour.ink };
  const element = paper.element(parent, 'Table');
  // A caption is never left alone at the foot of a page.
  paper.need(
    paper.heightOf(table.caption, caption, box.width) + heightOfRows(paper, table, language, places),
  );
  paper.text(element, 'Caption', table.caption, caption, box.x, box.width);
  paper.y += 4;
  const parts = barOfParts(table);
  if (parts.length > 0) {
    drawBar(paper, parts, { ...box, y: paper.y, height: 16 }, colour.bar);
    paper.y += 22;
  }
  drawRows(paper, element, table, language, places);
  element.end();
  paper.y += 4;
  drawFootnotes(paper, parent, table, language, box);
}

/** The height of the headings and of the first rows, for keeping them together. */
function heightOfRows(paper: Paper, table: Table, language: Language, places: Places): number {
  const wanted = table.rows.length < 9 ? table.rows.length : 3;
  const lines = table.rows.slice(0, wanted).reduce((sum, row) => {
    const texts = [
      row.heading,
      ...row.cells.map((cell, at) => cellText(cell, table.columns[at] as Column, language)),
    ];
    return sum + mostLines(paper, texts, places) * places.size * lineHeight + 2 * rowPadding;
  }, 0);
  const head = mostLines(paper, [table.rowsAre, ...table.columns.map(headingText)], places);
  return Math.min(lines + head * places.size * lineHeight + 30, (page.bottom - page.top) * 0.6);
}

const mostLines = ({ fonts }: Paper, texts: readonly string[], { columns, size }: Places): number =>
  Math.max(
    ...texts.map((text, at) => {
      const { width, marks } = columns[at] as Place;
      return fonts.linesOf(text, 'bold', size, width - marks).length;
    }),
  );

/** The rows of a table at the places given; without its headings where `isLegend`. */
export function drawRows(
  paper: Paper,
  element: Element,
  table: Table,
  language: Language,
  places: Places,
  isPlain = false,
): void {
  const headings = headRow(paper, element, table, places, isPlain);
  const bars = barsOfRows(table);
  paper.repeating(
    () => (isPlain ? undefined : repeatHead(paper, headings, places)),
    () => {
      if (!isPlain) drawHead(paper, headings, places);
      const body = paper.element(element, 'TBody');
      table.rows.forEach((row, at) => {
        const line = paper.element(body, 'TR');
        const cells = readyRow(paper, line, table, row, at, language, places);
        const fill = fillOfPart(table, at);
        drawRow(paper, cells, places, {
          bars: bars[at] ?? [],
          total: row.total === true && at > 0,
          isPlain,
          ...(fill ? { fill } : {}),
        });
        line.end();
      });
      body.end();
    },
  );
}

const headSetting = (size: number): Setting => ({ face: 'bold', size: size - 1, ink: colour.quiet });

function headRow(paper: Paper, element: Element, table: Table, places: Places, isPlain: boolean): Ready[] {
  const head = paper.element(element, 'THead');
  const row = paper.element(head, 'TR');
  const headings = [{ heading: table.rowsAre }, ...table.columns];
  const cells = headings.map((column, at): Ready => {
    const text = 'holds' in column ? headingText(column) : column.heading;
    const place = places.columns[at] as Place;
    const setting = headSetting(places.size);
    return {
      lines: paper.fonts.linesOf(text, setting.face, setting.size, place.width - place.marks),
      marks: marksOf(table, 'notes' in column ? column.notes : undefined),
      setting,
      place,
      indent: 0,
      // Headings that the page has no room for are still read out.
      element: paper.element(row, 'TH', { scope: 'Column', ...(isPlain ? { actual: text } : {}) }),
      type: 'TH',
      fill: at === 0 ? undefined : fillOfColumn(table, at - 1),
    };
  });
  if (isPlain) {
    for (const cell of cells) cell.element.end();
    row.end();
    head.end();
  }
  return cells;
}

const heightOf = (cells: readonly Ready[]): number =>
  Math.max(...cells.map(({ lines, setting }) => lines.length * setting.size * lineHeight));

/** Headings at the foot of their row, above a rule. */
function drawHead(paper: Paper, cells: readonly Ready[], places: Places): void {
  const height = heightOf(cells);
  for (const cell of cells) drawCell(paper, cell, cell.lines, headTop(paper, cell, height), true);
  drawMarks(paper, cells, height);
  headRule(paper, height, places);
  for (const cell of cells) cell.element.end();
}

/** The bars' fills beside the last lines of the headings, where two columns are compared. */
function drawMarks(paper: Paper, cells: readonly Ready[], height: number): void {
  for (const { lines, setting, place, fill } of cells)
    if (fill) {
      const left = leftOf(paper, lines.at(-1) ?? '', place, setting, 0) - 15;
      drawMark(paper, fill, left, paper.y + height - setting.size * lineHeight + 2);
    }
}

const headTop = (paper: Paper, { lines, setting }: Ready, height: number): number =>
  paper.y + height - lines.length * setting.size * lineHeight;

function headRule(paper: Paper, height: number, places: Places): void {
  const [left, right] = edgesOf(places);
  paper.y += height + 2;
  paper.rule(left, paper.y, right - left, 1.2, colour.deep);
  paper.y += 1.2;
}

/** The same headings on the next page, for the eye alone: a screen reader has read them already. */
function repeatHead(paper: Paper, cells: readonly Ready[], places: Places): void {
  const height = heightOf(cells);
  paper.artifact('Pagination', () => {
    for (const { lines, setting, place } of cells) {
      const top = paper.y + height - lines.length * setting.size * lineHeight;
      lines.forEach((line, at) =>
        paper.line(
          line,
          leftOf(paper, line, place, setting, 0),
          top + at * setting.size * lineHeight,
          setting,
        ),
      );
    }
  });
  drawMarks(paper, cells, height);
  headRule(paper, height, places);
}

function edgesOf({ columns, bars }: Places): readonly [number, number] {
  const last = columns.at(-1);
  const right = bars ? bars.x + bars.width : (last?.x ?? 0) + (last?.width ?? 0);
  return [columns[0]?.x ?? 0, right];
}

function readyRow(
  paper: Paper,
  line: Element,
  table: Table,
  row: Row,
  at: number,
  language: Language,
  places: Places,
): Ready[] {
  const face = row.total ? 'bold' : 'regular';
  const ready = (
    text: string,
    notes: readonly string[] | undefined,
    column: number,
    isQuiet: boolean,
  ): Ready => {
    const place = places.columns[column] as Place;
    const indent = column > 0 ? 0 : (row.within ? 12 : 0) + (fillOfPart(table, at) ? 16 : 0);
    const setting: Setting = { face, size: places.size, ink: isQuiet ? colour.quiet : colour.ink };
    const marks = marksOf(table, notes);
    const room = column === 0 ? paper.fonts.widthOf(marks, 'regular', sizeOfMarks(places.size)) : place.marks;
    return {
      lines: paper.fonts.linesOf(text, face, places.size, place.width - indent - room),
      marks,
      setting,
      place,
      indent,
      element: column === 0 ? paper.element(line, 'TH', { scope: 'Row' }) : paper.element(line, 'TD'),
      type: column === 0 ? 'TH' : 'TD',
    };
  };
  return [
    ready(row.heading, row.notes, 0, false),
    ...row.cells.map((cell, column) =>
      ready(
        cellText(cell, table.columns[column] as Column, language),
        cell.notes,
        column + 1,
        cell.kind === 'status',
      ),
    ),
  ];
}

interface Drawn {
  readonly bars: readonly (readonly Piece[])[];
  readonly total: boolean;
  readonly isPlain: boolean;
  readonly fill?: Fill;
}

/** A row is kept on one page; one that is higher than a page goes on at the top of the next. */
function drawRow(paper: Paper, cells: readonly Ready[], places: Places, drawn: Drawn): void {
  const step = places.size * lineHeight;
  const padding = drawn.isPlain ? plainPadding : rowPadding;
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const barsHeight = drawn.bars.length * (barHeight + 2);
  paper.need(Math.min(Math.max(lines * step, barsHeight) + 2 * padding, page.bottom - page.top));
  const [left, right] = edgesOf(places);
  if (drawn.total) paper.rule(left, paper.y, right - left, 1, colour.deep);
  paper.y += padding;
  if (places.bars)
    drawn.bars.forEach((bar, at) =>
      drawBar(
        paper,
        bar,
        { ...(places.bars as Box), y: paper.y + 2.5 + at * (barHeight + 2), height: barHeight },
        colour.edge,
      ),
    );
  if (drawn.fill) drawMark(paper, drawn.fill, left, paper.y + 2.5);
  for (let from = 0; from < lines;) {
    const fits = Math.max(1, Math.floor((paper.room - padding + 0.01) / step));
    const to = Math.min(lines, from + fits);
    for (const cell of cells) {
      const now = cell.lines.slice(from, to);
      if (now.length > 0) drawCell(paper, cell, now, paper.y, to >= cell.lines.length);
    }
    const height = (to - from) * step;
    paper.y += to >= lines ? Math.max(height, barsHeight) : height;
    if (to < lines) paper.newPage();
    from = to;
  }
  paper.y += padding;
  for (const { element } of cells) element.end();
  if (!drawn.isPlain) paper.rule(left, paper.y, right - left, 0.5, colour.edge);
}

function leftOf({ fonts }: Paper, line: string, place: Place, setting: Setting, indent: number): number {
  if (!place.isFigure) return place.x + indent;
  const width = fonts.widthOf(line.trimEnd(), setting.face, setting.size);
  return place.x + place.width - place.marks - width;
}

function drawCell(paper: Paper, cell: Ready, lines: readonly string[], top: number, isEnd: boolean): void {
  const { setting, place, element, type } = cell;
  const step = setting.size * lineHeight;
  paper.drawn(element, type, () =>
    lines.forEach((line, at) =>
      paper.line(line, leftOf(paper, line, place, setting, cell.indent), top + at * step, setting),
    ),
  );
  if (!isEnd || cell.marks === '') return;
  const last = lines.at(-1) ?? '';
  const size = sizeOfMarks(setting.size);
  const x =
    leftOf(paper, last, place, setting, cell.indent) +
    paper.fonts.widthOf(last.trimEnd(), setting.face, setting.size) +
    1.5;
  const reference = paper.element(element, 'Reference');
  paper.drawn(reference, 'Reference', () =>
    paper.line(cell.marks, x, top + (lines.length - 1) * step - 0.5, {
      face: 'regular',
      size,
      ink: colour.bar,
    }),
  );
  reference.end();
}

/** Footnotes and remarks under a table. */
export function drawFootnotes(
  paper: Paper,
  parent: Element,
  table: Table,
  language: Language,
  box: Box,
): void {
  const small: Setting = { face: 'regular', size: 8, ink: colour.quiet };
  for (const remark of table.line?.remarks ?? [])
    paper.text(parent, 'P', remark, { ...small, size: 9 }, box.x, box.width);
  table.footnotes?.forEach((note, at) =>
    paper.text(parent, 'Note', `${at + 1}. ${footnoteText(note, language)}`, small, box.x, box.width),
  );
}
