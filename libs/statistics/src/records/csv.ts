/** What a field of a file may hold; null is written as the not-applicable mark. */
export type CsvValue = string | number | null;

export interface CsvFormat {
  readonly separator: ',' | ';' | '\t';
  /** What stands for null. */
  readonly notApplicable: string;
  /** Byte order mark first, for spreadsheets that would else read another encoding. */
  readonly byteOrderMark: boolean;
}

export const plainCsv: CsvFormat = { separator: ',', notApplicable: 'N/A', byteOrderMark: false };

/** Characters with which a spreadsheet takes a field for a formula, full-width forms included. */
const startsFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * One field by RFC 4180, sections 2.5 to 2.7, with a formula guard: text that a spreadsheet would run gets an
 * apostrophe before it. Numbers are written as numbers: a negative number is no formula.
 *
 * @throws RangeError for a number that is not finite.
 * Source: RFC 4180; for the guard OWASP, "CSV Injection". Units: characters. Complexity: O(characters).
 */
export const csvField = (value: CsvValue, format: CsvFormat = plainCsv): string => {
  if (value === null) return format.notApplicable;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('only finite numbers can be written');
    return String(value);
  }
  const guarded = startsFormula.test(value) ? `'${value}` : value;
  return guarded !== value || needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/** About this many characters are handed on at once. */
const chunkSize = 1 << 16;

/**
 * A whole file in chunks of text, header first, lines ended by CR LF (RFC 4180, section 2.1).
 *
 * @throws RangeError for a row that is not as long as the header.
 * Complexity: O(characters); memory O(chunk), whatever the number of rows.
 */
export function* csvFile(
  header: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  format: CsvFormat = plainCsv,
): Generator<string> {
  const line = (row: readonly CsvValue[]): string => {
    if (row.length !== header.length)
      throw new RangeError(`a row has ${row.length} fields, the header ${header.length}`);
    let text = '';
    for (let i = 0; i < row.length; i++)
      text += (i === 0 ? '' : format.separator) + csvField(row[i] as CsvValue, format);
    return `${text}\r\n`;
  };
  let chunk = (format.byteOrderMark ? '\ufeff' : '') + line(header);
  for (const row of rows) {
    chunk += line(row);
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** A column of codes with their labels: each label is encoded once, however many rows hold it. */
export interface CsvColumn {
  readonly name: string;
  readonly codes: Int32Array | Uint16Array | Uint8Array;
  readonly labels: readonly CsvValue[];
}

/**
 * The same file from coded columns; `order`, when given, is the rows to write and their order.
 * Complexity: O(rows × columns); memory O(chunk + labels).
 */
export function* csvOfColumns(
  columns: readonly CsvColumn[],
  order?: Int32Array,
  format: CsvFormat = plainCsv,
): Generator<string> {
  const ready = columns.map(({ codes, labels }, i) => ({
    codes,
    fields: labels.map(
      (label) => csvField(label, format) + (i === columns.length - 1 ? '\r\n' : format.separator),
    ),
  }));
  const rows = order?.length ?? columns[0]?.codes.length ?? 0;
  let chunk =
    (format.byteOrderMark ? '\ufeff' : '') +
    columns.map(({ name }) => csvField(name, format)).join(format.separator) +
    '\r\n';
  for (let i = 0; i < rows; i++) {
    const row = order === undefined ? i : (order[i] as number);
    for (const { codes, fields } of ready) chunk += fields[codes[row] as number] as string;
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
