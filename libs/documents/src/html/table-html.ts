import { barOfParts, barsOfRows, fillOfColumn, fillOfPart, hasBars, type Fill } from '../chart/drawing.js';
import type { Cell, Column, Row, Table } from '../model/document.js';
import { footnoteText } from '../model/notes.js';
import { cellText, figureText, headingText } from '../words/figures.js';
import type { Language } from '../words/language.js';
import { barSvg, markSvg } from './bar.js';
import { escaped } from './escape.js';

/** A table in its place: the number of the table makes the ids of a page differ. */
export interface Placed {
  readonly table: Table;
  readonly number: number;
  readonly language: Language;
  readonly headingLevel: 2 | 3 | 4;
}

/** A table with its caption, its chart and its footnotes. */
export function tableHtml(placed: Placed): string {
  return placed.table.line ? lineHtml(placed) : wholeHtml(placed);
}

const captionId = ({ number }: Placed): string => `t${number}`;
const noteId = ({ number }: Placed, place: number): string => `t${number}n${place + 1}`;

function wholeHtml(placed: Placed): string {
  const { table, headingLevel } = placed;
  const parts = barOfParts(table);
  const bar = parts.length === 0 ? '' : barSvg(parts, 28, 'frame');
  return (
    `<div class="table"><div class="scroll" role="region" tabindex="0" aria-labelledby="${captionId(placed)}">` +
    `<table${table.columns.length > 5 ? ' class="wide"' : ''}><caption><h${headingLevel} id="${captionId(placed)}" dir="auto">${escaped(table.caption)}</h${headingLevel}>${bar}</caption>` +
    `${headHtml(placed, false)}${bodyHtml(placed, false)}</table></div>${underHtml(placed)}</div>`
  );
}

/** A line of a page of few figures. Roles are written out: what is shown as a legend is still read as a table. */
function lineHtml(placed: Placed): string {
  const { table, headingLevel, language } = placed;
  const isLegend = table.chart?.form === 'parts';
  const parts = barOfParts(table);
  const { figure } = table.line ?? {};
  return (
    `<section class="line${isLegend ? ' legend' : ''}" aria-labelledby="${captionId(placed)}"><div>` +
    `<h${headingLevel} id="${captionId(placed)}" dir="auto">${escaped(table.caption)}</h${headingLevel}>` +
    (figure ? figureHtml(figure, placed, language) : '') +
    `</div><div>${parts.length === 0 ? '' : barSvg(parts, 36, 'frame')}` +
    `<table role="table" aria-labelledby="${captionId(placed)}">${headHtml(placed, true)}${bodyHtml(placed, true)}</table>` +
    `${underHtml(placed)}</div></section>`
  );
}

/** The first number of a figure in large type. */
function figureHtml(cell: Cell, placed: Placed, language: Language): string {
  const text = escaped(figureText(cell, language));
  const [, first = '', rest = ''] = /^([\d\u202f,.]+)(.*)$/su.exec(text) ?? [];
  const shown = first === '' ? text : `<b>${first}</b>${rest}`;
  return `<p class="figure" dir="auto"><span>${shown}</span>${marksHtml(placed, cell.notes)}</p>`;
}

function headHtml(placed: Placed, withRoles: boolean): string {
  const { table } = placed;
  const role = (name: string): string => (withRoles ? ` role="${name}"` : '');
  const headings = table.columns.map(
    (column, place) =>
      `<th scope="col"${role('columnheader')}${column.holds === 'text' ? '' : ' class="figure"'} dir="auto">${mark(fillOfColumn(table, place))}<span>${escaped(headingText(column))}</span>${marksHtml(placed, column.notes)}</th>`,
  );
  const bars = hasBars(table) ? '<td class="bars"></td>' : '';
  return (
    `<thead${role('rowgroup')}><tr${role('row')}><th scope="col"${role('columnheader')} dir="auto"><span>${escaped(table.rowsAre)}</span></th>` +
    `${headings.join('')}${bars}</tr></thead>`
  );
}

const mark = (fill: Fill | undefined): string => (fill ? markSvg(fill) : '');

function bodyHtml(placed: Placed, withRoles: boolean): string {
  const { table, language } = placed;
  const role = (name: string): string => (withRoles ? ` role="${name}"` : '');
  const bars = barsOfRows(table);
  const rows = table.rows.map((row, place) => {
    const fill = fillOfPart(table, place);
    const cells = row.cells.map((cell, column) => {
      const of = table.columns[column] as Column;
      const text = escaped(cellText(cell, of, language));
      return `<td${role('cell')}${classOf(cell, of)} dir="auto"><span>${text}</span>${marksHtml(placed, cell.notes)}</td>`;
    });
    const drawn = (bars[place] ?? []).map((bar) => barSvg(bar, 12, 'track')).join('');
    const barCell = hasBars(table) ? `<td class="bars"${role('cell')} aria-hidden="true">${drawn}</td>` : '';
    return (
      `<tr${role('row')}${rowClass(row)}><th scope="row"${role('rowheader')} dir="auto">${mark(fill)}` +
      `<span>${escaped(row.heading)}</span>${marksHtml(placed, row.notes)}</th>${cells.join('')}${barCell}</tr>`
    );
  });
  return `<tbody${role('rowgroup')}>${rows.join('')}</tbody>`;
}

function rowClass({ total, within }: Row): string {
  const names = [total ? 'total' : '', within ? 'within' : ''].filter(Boolean).join(' ');
  return names === '' ? '' : ` class="${names}"`;
}

function classOf(cell: Cell, column: Column): string {
  const isShort = cell.kind === 'share' || (cell.kind === 'number' && cell.unit === undefined);
  const names = [
    column.holds === 'text' ? '' : 'figure',
    cell.kind === 'status' ? 'none' : '',
    isShort ? 'short' : '',
  ]
    .filter(Boolean)
    .join(' ');
  return names === '' ? '' : ` class="${names}"`;
}

function marksHtml(placed: Placed, notes: readonly string[] = []): string {
  const { footnotes = [] } = placed.table;
  const places = notes.map((id) => footnotes.findIndex((note) => note.id === id)).sort((a, b) => a - b);
  if (places.length === 0) return '';
  const links = places.map((place) => `<a href="#${noteId(placed, place)}">${place + 1}</a>`);
  return `<sup>${links.join(', ')}</sup>`;
}

function underHtml(placed: Placed): string {
  const { table, language } = placed;
  const items = (table.footnotes ?? []).map(
    (note, place) =>
      `<li id="${noteId(placed, place)}" dir="auto">${place + 1}. ${escaped(footnoteText(note, language))}</li>`,
  );
  const remarks = (table.line?.remarks ?? []).map(
    (remark) => `<p class="remark" dir="auto">${escaped(remark)}</p>`,
  );
  return remarks.join('') + (items.length === 0 ? '' : `<ul class="footnotes">${items.join('')}</ul>`);
}
