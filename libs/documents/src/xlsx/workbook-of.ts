import { gridOf, type Field, type Grid, type GridColumn } from '../csv/grid.js';
import { dictionaryOf, tablesOf } from '../csv/dictionary.js';
import type { Document, Table } from '../model/document.js';
import { footnoteText } from '../model/notes.js';
import { figureText } from '../words/figures.js';
import { wordsOf, type Language } from '../words/language.js';
import { style, styleOfNumber, styles } from './styles.js';
import { columnName, part, xmlText } from './xml.js';
import { zipOf, type Entry } from './zip.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Sheet {
  readonly name: string;
  readonly xml: string;
}

/**
 * A workbook (XLSX): a sheet a table, its caption in the first row, headings in the second; then a dictionary.
 * Numbers are numbers, everything else is words: no cell has a formula or a day in it.
 */
export function workbookOf(document: Document): Uint8Array {
  const words = wordsOf(document.language);
  const sheets: Sheet[] = tablesOf(document).map((table, place) => ({
    name: sheetName(place + 1, table.caption),
    xml: tableSheet(table, document.language),
  }));
  sheets.push({ name: words.dictionary, xml: dictionarySheet(document) });
  return zipOf([
    { name: '[Content_Types].xml', text: contentTypes(sheets) },
    { name: '_rels/.rels', text: related([['officeDocument', 'xl/workbook.xml']], coreProperties) },
    { name: 'docProps/core.xml', text: core(document) },
    { name: 'xl/workbook.xml', text: workbook(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: related([
        ...sheets.map((_, place) => ['worksheet', `worksheets/sheet${place + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', text: styles },
    ...sheets.map(({ xml }, place): Entry => ({ name: `xl/worksheets/sheet${place + 1}.xml`, text: xml })),
  ]);
}

/** At most 31 characters, none of which a sheet's name may not have, and unlike every other because of its number. */
function sheetName(number: number, caption: string): string {
  const short = [...caption.replaceAll(/[[\]:*?/\\']/g, ' ').replaceAll(/ +/g, ' ')];
  // A caption that is numbered by itself is not numbered twice.
  let name = caption.startsWith(`${number}. `) ? '' : `${number}. `;
  for (const character of short) {
    if (name.length + character.length > 31) break;
    name += character;
  }
  return name.trim();
}

function tableSheet(table: Table, language: Language): string {
  const grid = gridOf(table, language);
  const footnotes = (table.footnotes ?? []).map((note, place) => [
    `${place + 1}. ${footnoteText(note, language)}`,
  ]);
  const remarks = (table.line?.remarks ?? []).map((remark) => [remark]);
  const { figure } = table.line ?? {};
  const { figure: whole, colon } = wordsOf(language);
  const figures = figure ? [[`${whole}${colon}${figureText(figure, language)}`]] : [];
  const lines = [
    rowXml(1, [cellXml(0, 1, table.caption, style.title)]),
    rowXml(
      2,
      grid.columns.map(({ heading }, place) => cellXml(place, 2, heading, style.heading)),
    ),
    ...grid.rows.map((row, place) => figuresXml(row, place + 3, grid.columns)),
    ...[...figures, ...remarks, ...footnotes].map(([text = ''], place) => {
      const row = grid.rows.length + 4 + place;
      return rowXml(row, [cellXml(0, row, text, style.note)]);
    }),
  ];
  return sheetXml(lines, widthsOf(grid), 2);
}

function figuresXml(row: readonly Field[], number: number, columns: readonly GridColumn[]): string {
  return rowXml(
    number,
    row.map((field, place) => {
      const { kind, decimals } = columns[place] as GridColumn;
      if (typeof field === 'number')
        return cellXml(place, number, field, kind === 'percent' ? style.percent : styleOfNumber(decimals));
      const isFigure = kind === 'number' || kind === 'share';
      return cellXml(place, number, field, isFigure ? style.wordsOfFigure : style.words);
    }),
  );
}

function dictionarySheet(document: Document): string {
  const { headings, rows } = dictionaryOf(document);
  const lines = [headings, ...rows].map((row, place) =>
    rowXml(
      place + 1,
      row.map((text, column) =>
        cellXml(column, place + 1, text === '' ? null : text, place === 0 ? style.heading : style.words),
      ),
    ),
  );
  return sheetXml(lines, [8, 40, 40, 80], 1);
}

const rowXml = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

function cellXml(column: number, row: number, field: Field, kind: number): string {
  const at = `${columnName(column)}${row}`;
  if (field === null) return '';
  if (typeof field === 'number') return `<c r="${at}" s="${kind}"><v>${field}</v></c>`;
  return `<c r="${at}" s="${kind}" t="inlineStr"><is><t xml:space="preserve">${xmlText(field)}</t></is></c>`;
}

/** The widths of columns in characters: headings wrap, figures do not. */
function widthsOf({ columns, rows }: Grid): number[] {
  return columns.map(({ heading }, place) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[place] ?? '').length), 0);
    return Math.min(60, Math.max(10, longest + 2, Math.min(18, heading.length + 2)));
  });
}

/** Headings stay in sight and are printed on every page; a sheet is as wide as a page of Letter. */
function sheetXml(lines: readonly string[], widths: readonly number[], headings: number): string {
  const columns = widths
    .map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  return part(
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headings}" topLeftCell="A${headings + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${columns}</cols><sheetData>${lines.join('')}</sheetData>` +
      '<pageSetup paperSize="1" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>',
  );
}

function workbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, place) => `<sheet name="${xmlText(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  const titles = sheets.map(({ name }, place) => {
    const rows = place === sheets.length - 1 ? '$1:$1' : '$1:$2';
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'${xmlText(name)}'!${rows}</definedName>`;
  });
  return part(
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets>` +
      `<definedNames>${titles.join('')}</definedNames></workbook>`,
  );
}

const coreProperties = `<Relationship Id="rIdCore" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`;

function related(targets: readonly (readonly [string, string])[], more = ''): string {
  const list = targets.map(
    ([type, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return part(`<Relationships xmlns="${packaged}/relationships">${list.join('')}${more}</Relationships>`);
}

function core({ title, language }: Document): string {
  return part(
    `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${xmlText(title)}</dc:title><dc:language>${wordsOf(language).tag}</dc:language></cp:coreProperties>`,
  );
}

function contentTypes(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    (_, place) =>
      `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  );
  return part(
    `<Types xmlns="${packaged}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      `${list.join('')}</Types>`,
  );
}
