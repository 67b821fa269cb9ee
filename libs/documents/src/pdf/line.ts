import { barOfParts, fillOfPart, hasBars } from '../chart/drawing.js';
import type { Column, Table } from '../model/document.js';
import { footnoteText, marksOf } from '../model/notes.js';
import { cellText, figureText, headingText } from '../words/figures.js';
import type { Language } from '../words/language.js';
import { drawBar, drawMark } from './bar.js';
import { placesOf, sizeOfMarks } from './columns.js';
import { colour, contentWidth, lineHeight, page, type Element, type Paper, type Setting } from './paper.js';
import { drawFootnotes, drawRows } from './table.js';

const name: Setting = { face: 'bold', size: 11.5, ink: colour.ink };
const large: Setting = { face: 'bold', size: 23, ink: colour.deep };
const beside: Setting = { face: 'bold', size: 11, ink: colour.quiet };
const legend: Setting = { face: 'regular', size: 9, ink: colour.ink };
const legendFigure: Setting = { ...legend, face: 'bold' };

const leftWidth = 150;
const right = { x: page.left + leftWidth + 18, width: contentWidth - leftWidth - 18 } as const;
const barHeight = 18;
const markWidth = 15;
const between = 11;

/** A row of the legend of a bar: where it stands, and what it says. */
interface Item {
  readonly x: number;
  readonly y: number;
  readonly row: number;
  readonly figureAt: number;
}

/** A line of a page of few figures; it stays on one page. */
export function drawLine(
  paper: Paper,
  parent: Element,
  table: Table,
  heading: string,
  language: Language,
): void {
  const items = itemsOf(paper, table, language);
  paper.need(Math.min(heightOf(paper, table, items, language), page.bottom - page.top));
  const top = paper.y + 9;
  paper.y = top;
  paper.text(parent, heading, table.caption, name, page.left, leftWidth);
  drawFigure(paper, parent, table, language);
  const leftEnd = paper.y;
  paper.y = top;
  if (items.length > 0) drawLegend(paper, parent, table, items, language);
  else {
    const parts = barOfParts(table);
    if (parts.length > 0) {
      drawBar(paper, parts, { ...right, y: paper.y, height: barHeight }, colour.bar);
      paper.y += barHeight + 6;
    }
    const places = placesOf(paper.fonts, table, language, right, hasBars(table));
    const element = paper.element(parent, 'Table');
    drawRows(paper, element, table, language, places, true);
    element.end();
  }
  paper.y += 3;
  drawFootnotes(paper, parent, table, language, right);
  paper.y = Math.max(paper.y, leftEnd) + 9;
  paper.rule(page.left, paper.y, contentWidth, 0.6, colour.edge);
  paper.y += 0.6;
}

function heightOf(paper: Paper, table: Table, items: readonly Item[], language: Language): number {
  const last = items.at(-1);
  const rows = last ? barHeight + last.y + 24 : table.rows.length * 20;
  const small: Setting = { face: 'regular', size: 9, ink: colour.quiet };
  const texts = [
    ...(table.line?.remarks ?? []),
    ...(table.footnotes ?? []).map((note) => footnoteText(note, language)),
  ];
  const under = texts.reduce((sum, text) => sum + paper.heightOf(text, small, right.width), 0);
  return 24 + Math.max(rows + under, paper.heightOf(table.caption, name, leftWidth) + 34);
}

/** The first number in large type, its denominator or unit beside it. */
function drawFigure(paper: Paper, parent: Element, table: Table, language: Language): void {
  const figure = table.line?.figure;
  if (!figure) return;
  const text = figureText(figure, language);
  const [, first = '', rest = text] = /^([\d\u202f,.]+)(.*)$/su.exec(text) ?? [];
  const element = paper.element(parent, 'P');
  const width = paper.fonts.widthOf(first, large.face, large.size);
  const lines = paper.fonts.linesOf(rest, beside.face, beside.size, leftWidth - width - 4);
  const down = first === '' ? 2 : (large.size - beside.size) * 0.98;
  paper.drawn(element, 'P', () => {
    if (first !== '') paper.line(first, page.left, paper.y, large);
    lines.forEach((line, at) =>
      paper.line(
        line,
        page.left + width + (first === '' ? 0 : 2),
        paper.y + down + at * beside.size * lineHeight,
        beside,
      ),
    );
  });
  const marks = marksOf(table, figure.notes);
  if (marks !== '') {
    const reference = paper.element(element, 'Reference');
    const end =
      page.left + width + 4 + paper.fonts.widthOf((lines.at(-1) ?? '').trimEnd(), beside.face, beside.size);
    const size = sizeOfMarks(beside.size);
    paper.drawn(reference, 'Reference', () =>
      paper.line(marks, end, paper.y + down, { face: 'regular', size, ink: colour.bar }),
    );
    reference.end();
  }
  element.end();
  paper.y += Math.max(large.size * lineHeight, down + lines.length * beside.size * lineHeight);
}

const highestLegend = 200;

/**
 * Where the rows of a legend stand: beside each other as far as there is room. None where a row is too long for a
 * legend, or there are too many rows: then the table is drawn as a table.
 */
function itemsOf(paper: Paper, table: Table, language: Language): Item[] {
  if (table.chart?.form !== 'parts' || table.columns.length > 1) return [];
  const items: Item[] = [];
  const step = legend.size * lineHeight + 3;
  let x = 0;
  let y = 0;
  let isTooLong = false;
  table.rows.forEach((row, at) => {
    const cell = row.cells[0];
    const column = table.columns[0] as Column;
    const figure = cell ? cellText(cell, column, language) : '';
    const named = paper.fonts.widthOf(row.heading, legend.face, legend.size) + markWidth;
    const marks = paper.fonts.widthOf(
      marksOf(table, row.notes) + marksOf(table, cell?.notes),
      legend.face,
      sizeOfMarks(legend.size),
    );
    const width = named + 5 + paper.fonts.widthOf(figure, 'bold', legend.size) + marks + 3;
    if (x > 0 && (row.within || x + width > right.width)) {
      x = 0;
      y += step;
    }
    items.push({ x: right.x + x, y, row: at, figureAt: right.x + x + named + 5 });
    x += width + between;
    if (row.within) x = right.width;
    isTooLong ||= width > right.width;
  });
  return isTooLong || y > highestLegend ? [] : items;
}

function drawLegend(
  paper: Paper,
  parent: Element,
  table: Table,
  items: readonly Item[],
  language: Language,
): void {
  drawBar(paper, barOfParts(table), { ...right, y: paper.y, height: barHeight }, colour.bar);
  paper.y += barHeight + 6;
  const element = paper.element(parent, 'Table');
  const headings = paper.element(paper.element(element, 'THead'), 'TR');
  for (const text of [table.rowsAre, ...table.columns.map(headingText)])
    paper.element(headings, 'TH', { scope: 'Column', actual: text }).end();
  const body = paper.element(element, 'TBody');
  const top = paper.y;
  for (const { x, y, row, figureAt } of items) {
    const { heading, cells, notes } = table.rows[row] as Table['rows'][number];
    const fill = fillOfPart(table, row);
    if (fill) drawMark(paper, fill, x, top + y + 2.5);
    const line = paper.element(body, 'TR');
    const cell = (type: 'TH' | 'TD', text: string, at: number, setting: Setting, marks: string): void => {
      const made = paper.element(line, type, type === 'TH' ? { scope: 'Row' } : {});
      paper.drawn(made, type, () => paper.line(text, at, top + y, setting));
      if (marks !== '') {
        const reference = paper.element(made, 'Reference');
        const end = at + paper.fonts.widthOf(text, setting.face, setting.size) + 1;
        const small = { face: 'regular', size: sizeOfMarks(setting.size), ink: colour.bar } as const;
        paper.drawn(reference, 'Reference', () => paper.line(marks, end, top + y - 0.5, small));
        reference.end();
      }
      made.end();
    };
    cell('TH', heading, x + markWidth, legend, marksOf(table, notes));
    cells.forEach((one, at) =>
      cell(
        'TD',
        cellText(one, table.columns[at] as Column, language),
        figureAt,
        legendFigure,
        marksOf(table, one.notes),
      ),
    );
    line.end();
  }
  element.end();
  paper.y = top + (items.at(-1)?.y ?? 0) + legend.size * lineHeight;
}
