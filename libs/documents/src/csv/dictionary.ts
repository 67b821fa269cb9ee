import type { Document, Table } from '../model/document.js';
import { footnoteText } from '../model/notes.js';
import { figureText } from '../words/figures.js';
import { wordsOf, type Language } from '../words/language.js';
import { gridOf, type FieldKind } from './grid.js';

/** The tables of a document, in its order. */
export const tablesOf = (document: Document): readonly Table[] =>
  document.blocks.filter((block) => block.kind === 'table');

/**
 * What each column of each table means, its footnotes, and the document's own words: the text that somebody needs
 * who has the figures and not the document.
 */
export function dictionaryOf(document: Document): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const { language } = document;
  const words = wordsOf(language);
  const rows: string[][] = [
    ['', '', words.title, document.title],
    ...[document.over, document.subtitle, document.foot]
      .filter((text) => text !== undefined)
      .map((text) => ['', '', '', text]),
    ['', '', words.status.notShown, words.hidden],
  ];
  for (const block of document.blocks) {
    if (block.kind === 'definitions')
      for (const { term, meaning } of block.entries) rows.push(['', '', term, meaning]);
    if (block.kind === 'note') rows.push(['', '', block.lead, block.text]);
  }
  tablesOf(document).forEach((table, place) => rows.push(...rowsOf(table, String(place + 1), language)));
  return { headings: words.dictionaryColumns, rows };
}

function rowsOf(table: Table, sheet: string, language: Language): string[][] {
  const rows = gridOf(table, language).columns.map(({ heading, kind }) => [
    sheet,
    table.caption,
    heading,
    meaningOf(kind, language),
  ]);
  const { figure } = table.line ?? {};
  if (figure) rows.push([sheet, table.caption, wordsOf(language).figure, figureText(figure, language)]);
  table.footnotes?.forEach((note, place) =>
    rows.push([sheet, table.caption, String(place + 1), footnoteText(note, language)]),
  );
  for (const remark of table.line?.remarks ?? []) rows.push([sheet, table.caption, '', remark]);
  return rows;
}

function meaningOf(kind: FieldKind, language: Language): string {
  const words = wordsOf(language);
  return kind === 'denominator' ? words.denominator : words.kind[kind];
}
