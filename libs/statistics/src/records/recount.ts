/**
 * An independent counter: reads the written bytes of a file, by code that shares nothing with the encoder or with the
 * search, and counts its classes as text. Source: RFC 4180 for the form. Units: records.
 */
export interface Recount {
  readonly header: readonly string[];
  readonly rows: number;
  readonly classes: number;
  /** Records of the smallest class; 0 in an empty file. */
  readonly smallest: number;
  /** For each guarded column: fewest different values in a class, and the largest share of one value in a class. */
  readonly guarded: readonly {
    readonly column: string;
    readonly leastDistinct: number;
    readonly largestShare: number;
  }[];
}

/** Thrown when the bytes are not a file of the form that RFC 4180 gives. */
export class UnreadableFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableFileError';
  }
}

const quote = 0x22,
  carriageReturn = 0x0d,
  lineFeed = 0x0a;

/**
 * Records of a file, byte by byte; each byte becomes one character, so equal fields are equal strings in any
 * encoding.
 */
export function* recordsIn(chunks: Iterable<Uint8Array>, separator = 0x2c): Generator<string[]> {
  let fields: string[] = [],
    field = '',
    state: 'start' | 'plain' | 'quoted' | 'quoteSeen' | 'lineEnding' = 'start';
  for (const chunk of chunks) {
    for (const byte of chunk) {
      switch (state) {
        case 'quoted':
          if (byte === quote) state = 'quoteSeen';
          else field += String.fromCharCode(byte);
          continue;
        case 'lineEnding':
          if (byte !== lineFeed)
            throw new UnreadableFileError('a carriage return stands without a line feed');
          yield fields;
          fields = [];
          state = 'start';
          continue;
        case 'quoteSeen':
          if (byte === quote) {
            field += '"';
            state = 'quoted';
            continue;
          }
          break;
        case 'start':
          if (byte === quote) {
            state = 'quoted';
            continue;
          }
          break;
        case 'plain':
          if (byte === quote) throw new UnreadableFileError('a quote stands inside a plain field');
          break;
      }
      if (byte === separator || byte === carriageReturn) {
        fields.push(field);
        field = '';
        state = byte === separator ? 'start' : 'lineEnding';
      } else if (state === 'quoteSeen' || byte === lineFeed) {
        throw new UnreadableFileError('a line feed or text stands where a field or line should end');
      } else {
        field += String.fromCharCode(byte);
        state = 'plain';
      }
    }
  }
  if (state !== 'start' || fields.length > 0) throw new UnreadableFileError('the last line does not end');
}

/**
 * Counts the classes of a written file by the named columns, and looks at guarded columns within each.
 *
 * @throws UnreadableFileError when the bytes do not parse, a row is short, or a column is missing.
 * Complexity: O(bytes); memory O(classes).
 */
export const recount = (
  chunks: Iterable<Uint8Array>,
  classColumns: readonly string[],
  guardedColumns: readonly string[],
): Recount => {
  let header: string[] | undefined,
    rows = 0;
  const classes = new Map<string, { size: number; values: Map<string, number>[] }>();
  for (const fields of recordsIn(chunks)) {
    if (header === undefined) {
      header = fields;
      const missing = [...classColumns, ...guardedColumns].filter((name) => !fields.includes(name));
      if (missing.length > 0) throw new UnreadableFileError(`the file has no column ${missing.join(', ')}`);
      continue;
    }
    if (fields.length !== header.length)
      throw new UnreadableFileError(
        `row ${rows + 1} has ${fields.length} fields, the header ${header.length}`,
      );
    rows++;
    const value = (name: string): string => fields[(header as string[]).indexOf(name)] as string;
    const key = JSON.stringify(classColumns.map(value));
    let found = classes.get(key);
    if (found === undefined)
      classes.set(key, (found = { size: 0, values: guardedColumns.map(() => new Map<string, number>()) }));
    found.size++;
    guardedColumns.forEach((name, i) => {
      const counts = found.values[i] as Map<string, number>;
      counts.set(value(name), (counts.get(value(name)) ?? 0) + 1);
    });
  }
  if (header === undefined) throw new UnreadableFileError('the file is empty');
  const all = [...classes.values()];
  return {
    header,
    rows,
    classes: all.length,
    smallest: all.reduce((least, { size }) => Math.min(least, size), rows),
    guarded: guardedColumns.map((column, i) => ({
      column,
      leastDistinct: all.reduce(
        (least, { values }) => Math.min(least, (values[i] as Map<string, number>).size),
        Infinity,
      ),
      largestShare: all.reduce(
        (most, { size, values }) =>
          Math.max(most, Math.max(...(values[i] as Map<string, number>).values()) / size),
        0,
      ),
    })),
  };
};

/**
 * The smallest number of records, of one period, that hold one item or two items of the set column together.
 * Complexity: O(rows × items of a set²); memory O(pairs).
 */
export const recountSets = (
  chunks: Iterable<Uint8Array>,
  periodColumn: string,
  setColumn: string,
  joiner = ' ',
): { readonly rows: number; readonly smallest: number } => {
  let header: string[] | undefined,
    rows = 0;
  const held = new Map<string, number>();
  const add = (key: string): void => {
    held.set(key, (held.get(key) ?? 0) + 1);
  };
  for (const fields of recordsIn(chunks)) {
    if (header === undefined) {
      header = fields;
      if (!header.includes(periodColumn) || !header.includes(setColumn))
        throw new UnreadableFileError('the file lacks its period or its set');
      continue;
    }
    rows++;
    const period = fields[header.indexOf(periodColumn)] as string;
    const items = [
      ...new Set((fields[header.indexOf(setColumn)] as string).split(joiner).filter((item) => item !== '')),
    ].sort();
    items.forEach((item, i) => {
      add(`${period}|${item}`);
      for (const other of items.slice(i + 1)) add(`${period}|${item}|${other}`);
    });
  }
  let smallest = held.size === 0 ? 0 : Infinity;
  for (const count of held.values()) smallest = Math.min(smallest, count);
  return { rows, smallest };
};
