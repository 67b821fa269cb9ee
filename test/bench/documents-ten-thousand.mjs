/**
 * `npm run bench -- documents`: a document of 10,000 cells (50 tables of 50 rows and 4 columns) as HTML, PDF, XLSX
 * and CSV, beside a control of the same run: the same figures as tab-separated lines, packed; for the PDF the same
 * texts written by pdfkit without tags, columns or bars. Each in a process of its own. The first run warms up, and
 * the peak of memory is of that one.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { csvOf, documentOf, htmlOf, pdfOf, workbookOf } from '../../dist/libs/documents/src/index.js';
import { peakMemory } from './measure.mjs';

const [tables, rows, columns, runs] = [50, 50, 4, 5];
const figure = (table, row, column) => (table * 7919 + row * 104_729 + column * 1299) % 5000;

const content = {
  language: 'fr',
  title: 'Dix mille cellules',
  blocks: Array.from({ length: tables }, (_, table) => ({
    kind: 'table',
    caption: `Tableau ${table + 1}`,
    rowsAre: 'Catégorie',
    columns: Array.from({ length: columns }, (_, column) => ({
      heading: `Année ${2024 + column}`,
      holds: 'share',
    })),
    rows: Array.from({ length: rows }, (_, row) => ({
      heading: `Catégorie numéro ${row + 1}`,
      cells: Array.from({ length: columns }, (_, column) =>
        figure(table, row, column) < 500
          ? { kind: 'status', status: 'notShown' }
          : { kind: 'share', part: figure(table, row, column), whole: 5000 },
      ),
    })),
    chart: { form: 'bars', column: 0 },
  })),
};

const makers = {
  control: () => {
    const lines = content.blocks.flatMap(({ rows: all }) =>
      all.map(({ heading, cells }) =>
        [heading, ...cells.map((cell) => cell.part ?? 'non montré')].join('\t'),
      ),
    );
    return deflateSync(lines.join('\n'));
  },
  model: () => Buffer.alloc(documentOf(content).blocks.length),
  html: (document) => Buffer.from(htmlOf(document)),
  csv: (document) => Buffer.concat(csvOf(document).map(({ bytes }) => bytes)),
  xlsx: (document) => workbookOf(document),
  pdfControl: () => {
    const doc = new PDFDocument({ size: 'LETTER', margin: 40, info: { CreationDate: new Date(0) } });
    const chunks = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    const font =
      '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff';
    doc.font(createRequire(import.meta.url).resolve(font), 9);
    for (const { rows: all } of content.blocks) {
      all.forEach(({ heading, cells }, row) =>
        [
          heading,
          ...cells.map(({ part }) => (part === undefined ? 'non montré' : `${part} sur 5000`)),
        ].forEach((text, column) => doc.text(text, 40 + column * 100, 40 + row * 13, { lineBreak: false })),
      );
      doc.addPage();
    }
    doc.end();
    return new Promise((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  },
  pdf: (document) => pdfOf(document),
};

const name = process.argv[2];
if (name === undefined) {
  console.log(
    `${(tables * rows * columns).toLocaleString('en')} cells; processor time is the median of ${runs} runs`,
  );
  let control;
  for (const maker of Object.keys(makers)) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', fileURLToPath(import.meta.url), maker],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const { processor, bytes, memory } = JSON.parse(stdout);
    if (maker === 'control' || maker === 'pdfControl') control = processor;
    console.log(
      `${maker.padEnd(10)} ${processor.toFixed(1).padStart(8)} ms of processor · ${(processor / control).toFixed(1).padStart(5)} × control · ${(bytes / 1024).toFixed(0).padStart(6)} KB · ${memory}`,
    );
  }
} else {
  const document = documentOf(content);
  const times = [];
  let bytes = 0;
  let memory;
  for (let run = -1; run < runs; run += 1) {
    globalThis.gc?.();
    const from = process.cpuUsage();
    bytes = (await makers[name](document)).length;
    const { user, system } = process.cpuUsage(from);
    memory ??= peakMemory();
    if (run >= 0) times.push((user + system) / 1000);
  }
  const processor = times.sort((one, other) => one - other)[runs >> 1];
  console.log(JSON.stringify({ processor, bytes, memory }));
}
