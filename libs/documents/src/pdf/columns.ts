import { fillOfColumn } from '../chart/drawing.js';
import type { Column, Table } from '../model/document.js';
import { marksOf } from '../model/notes.js';
import { cellText, headingText } from '../words/figures.js';
import type { Language } from '../words/language.js';
import type { Fonts } from './fonts.js';

/** A column on paper. */
export interface Place {
  readonly x: number;
  readonly width: number;
  readonly isFigure: boolean;
  /** Room for the numbers of footnotes, so that figures stay under each other. */
  readonly marks: number;
}

/** Where everything of a table is on paper; the first column is what the rows are. */
export interface Places {
  readonly columns: readonly Place[];
  readonly bars?: { readonly x: number; readonly width: number };
  readonly size: number;
}

const gap = 10;
const markScale = 0.68;
export const sizeOfMarks = (size: number): number => size * markScale;

interface Wish {
  readonly least: number;
  readonly wanted: number;
  readonly marks: number;
}

/** Shares the width out: figures get what they need, names what is left, bars at least a quarter. */
export function placesOf(
  fonts: Fonts,
  table: Table,
  language: Language,
  box: { readonly x: number; readonly width: number },
  withBars: boolean,
): Places {
  const size = table.columns.length > 8 ? 7 : table.columns.length > 5 ? 8 : 9.5;
  const wishes = [
    wishOfNames(fonts, table, size),
    ...table.columns.map((column, place) => wishOf(fonts, table, column, place, language, size)),
  ];
  const forBars = withBars ? Math.max(90, box.width * 0.28) : 0;
  const room = box.width - gap * (wishes.length - (withBars ? 0 : 1)) - forBars;
  const widths = shared(wishes, room);
  let x = box.x;
  const columns = widths.map((width, place): Place => {
    const column = { x, width, isFigure: isFigure(table, place), marks: wishes[place]?.marks ?? 0 };
    x += width + gap;
    return column;
  });
  return { columns, size, ...(withBars ? { bars: { x, width: box.x + box.width - x } } : {}) };
}

const isFigure = ({ columns }: Table, place: number): boolean =>
  place > 0 && columns[place - 1]?.holds !== 'text';

function shared(wishes: readonly Wish[], room: number): number[] {
  const sum = (key: 'least' | 'wanted'): number => wishes.reduce((total, wish) => total + wish[key], 0);
  const [least, wanted] = [sum('least'), sum('wanted')];
  if (wanted <= room) return wishes.map((wish, place) => wish.wanted + (place === 0 ? room - wanted : 0));
  if (least >= room) return wishes.map((wish) => (wish.least / least) * room);
  const part = (room - least) / (wanted - least);
  return wishes.map((wish) => wish.least + (wish.wanted - wish.least) * part);
}

const longestWord = (fonts: Fonts, text: string, size: number, face: 'regular' | 'bold'): number =>
  Math.max(...text.split(' ').map((word) => fonts.widthOf(word, face, size)));

function wishOfNames(fonts: Fonts, { rows, rowsAre, columns }: Table, size: number): Wish {
  const most = columns.length > 4 ? 150 : 250;
  let wanted = fonts.widthOf(rowsAre, 'bold', size - 1);
  for (const { heading, within, total } of rows)
    wanted = Math.max(
      wanted,
      fonts.widthOf(heading, total ? 'bold' : 'regular', size) + (within ? 12 : 0) + 14,
    );
  return { least: Math.min(wanted, 80), wanted: Math.min(wanted, most), marks: 0 };
}

function wishOf(
  fonts: Fonts,
  table: Table,
  column: Column,
  place: number,
  language: Language,
  size: number,
): Wish {
  const heading = headingText(column);
  const mark = fillOfColumn(table, place) ? 16 : 0;
  const headingWord = longestWord(fonts, heading, size - 1, 'bold') + mark;
  let [whole, word, marks] = [0, 0, fonts.widthOf(marksOf(table, column.notes), 'bold', sizeOfMarks(size))];
  for (const { cells, total } of table.rows) {
    const cell = cells[place];
    if (!cell) continue;
    const text = cellText(cell, column, language);
    const face = total ? 'bold' : 'regular';
    whole = Math.max(whole, fonts.widthOf(text, face, size));
    word = Math.max(word, longestWord(fonts, text, size, face));
    marks = Math.max(marks, fonts.widthOf(marksOf(table, cell.notes), 'regular', sizeOfMarks(size)));
  }
  marks = marks > 0 ? marks + 2 : 0;
  const isWords = column.holds === 'text';
  const longest = isWords ? 220 : 130;
  const least =
    Math.min(Math.max(isWords ? Math.min(word, 90) : Math.min(whole, longest), headingWord), 140) + marks;
  const headingWidth = Math.min(fonts.widthOf(heading, 'bold', size - 1), 110) + mark;
  return { least, wanted: Math.max(least, Math.min(whole, longest) + marks, headingWidth + marks), marks };
}
