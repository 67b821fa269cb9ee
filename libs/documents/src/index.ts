/** One document model, made into HTML, PDF, XLSX and CSV. It knows nothing of situations. */
export { documentOf } from './model/document-of.js';
export type { Block, Cell, Column, Document, DocumentContent, Row, Table } from './model/document.js';
export { csvOf } from './csv/csv-of.js';
export { htmlOf } from './html/html-of.js';
export { pdfOf } from './pdf/pdf-of.js';
export { workbookOf } from './xlsx/workbook-of.js';
export { dayText, numberText, percentText, rangeText } from './words/figures.js';
