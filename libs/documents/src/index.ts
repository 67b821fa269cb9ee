/** One document model, made into HTML, PDF, XLSX and CSV. It knows nothing of situations. */
export { documentOf } from './model/document-of.js';
export type {
  Block,
  Cell,
  Chart,
  Column,
  Definitions,
  Document,
  DocumentContent,
  Footnote,
  Heading,
  Note,
  NumberCell,
  Paragraph,
  Row,
  ShareCell,
  Status,
  StatusCell,
  Table,
  TextCell,
} from './model/document.js';
export { csvOf, type CsvFile } from './csv/csv-of.js';
export { htmlOf } from './html/html-of.js';
export { pdfOf } from './pdf/pdf-of.js';
export { workbookOf } from './xlsx/workbook-of.js';
export type { Language } from './words/language.js';
export { cellText, dayText, numberText, percentText, rangeText } from './words/figures.js';
