import { readFileSync } from 'node:fs';

/** The document of the authorization matrix: the text around the table, and the table from its data. */
export function writeMatrix(matrixRows, matrixColumns) {
  const text = readFileSync(new URL('authorization-matrix.md', import.meta.url), 'utf8');
  const rows = Object.entries(matrixRows).map(([number, row]) =>
    ['', number, row.resource, row.when, ...matrixColumns.map((column) => row[column].says), '']
      .join(' | ')
      .trim(),
  );
  return text.replace('{{rows}}', () => rows.join('\n'));
}
