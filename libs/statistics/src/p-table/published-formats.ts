import type { PerturbationRow, PerturbationTable } from './perturbation-table.js';

const unquoted = (field: string): string => field.trim().replace(/^"|"$/g, '');

const fieldsOf = (text: string, separator: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(separator).map(unquoted));

const numberIn = (field: string | undefined, line: number): number => {
  const value = field === undefined || field === '' ? Number.NaN : Number(field);
  if (!Number.isFinite(value))
    throw new SyntaxError(`Line ${line} of the perturbation table: "${field ?? ''}" is not a number.`);
  return value;
};

const columnOf = (header: readonly string[], ...names: string[]): number => {
  const at = header.findIndex((name) => names.includes(name));
  if (at < 0) throw new SyntaxError(`The perturbation table has no column ${names.join(' or ')}.`);
  return at;
};

const readRows = (lines: readonly string[][]): PerturbationTable => {
  const header = lines[0] ?? [];
  const countAt = columnOf(header, 'i'),
    deviationAt = columnOf(header, 'v'),
    probabilityAt = columnOf(header, 'p', 'p_ij');
  const rows: { count: number; deviations: number[]; probabilities: number[] }[] = [];
  lines.slice(1).forEach((fields, at) => {
    const line = at + 2;
    const count = numberIn(fields[countAt], line);
    if (count === rows.length) rows.push({ count, deviations: [], probabilities: [] });
    const row = rows[rows.length - 1];
    if (row?.count !== count)
      throw new SyntaxError(`Line ${line} of the perturbation table: count ${count} is out of order.`);
    row.deviations.push(numberIn(fields[deviationAt], line));
    row.probabilities.push(numberIn(fields[probabilityAt], line));
  });
  if (rows.length === 0) throw new SyntaxError('The perturbation table is empty.');
  return {
    maximum: Math.max(...rows.flatMap((row) => row.deviations.map(Math.abs))),
    rows: rows as PerturbationRow[],
  };
};

/**
 * A p-table as R's ptable and cellKey write it: comma separated, columns i, j, p, v, then interval bounds.
 *
 * Source: the files that ptable 1.0.0 writes; none of its code. Units: persons (v), probabilities (p).
 * Error: SyntaxError that names the line. Complexity: O(lines).
 */
export const readPtableCsv = (text: string): PerturbationTable => readRows(fieldsOf(text, ','));

/**
 * A p-table as τ-ARGUS reads it (τ-ARGUS user's manual, "cell key method"): semicolons, columns i, j, p (or
 * p_ij), v, upper bound.
 *
 * Error: SyntaxError that names the line. Complexity: O(lines).
 */
export const readTauArgus = (text: string): PerturbationTable => readRows(fieldsOf(text, ';'));

/** The ONS form: a deviation for each pair of row and whole-number cell key, so no probabilities. */
export interface KeyedDeviations {
  /** Cell keys are 0..keys − 1. */
  readonly keys: number;
  /** Row-major: `deviations[row * keys + key]`; row 0 is never used. */
  readonly deviations: Int16Array;
  readonly rows: number;
}

/**
 * A p-table of the ONS cell key perturbation package: columns pcv (row), ckey, pvalue; keys 0..255.
 *
 * Error: SyntaxError that names the line or says that a pair is missing. Complexity: O(lines).
 */
export const readOnsCsv = (text: string, keys = 256): KeyedDeviations => {
  const lines = fieldsOf(text, ',');
  const header = lines[0] ?? [];
  const rowAt = columnOf(header, 'pcv'),
    keyAt = columnOf(header, 'ckey'),
    valueAt = columnOf(header, 'pvalue');
  let rows = 0;
  const entries = lines.slice(1).map((fields, at) => {
    const row = numberIn(fields[rowAt], at + 2),
      key = numberIn(fields[keyAt], at + 2),
      value = numberIn(fields[valueAt], at + 2);
    if (!Number.isInteger(key) || key < 0 || key >= keys)
      throw new SyntaxError(`Line ${at + 2}: key ${key} is not in 0..${keys - 1}.`);
    rows = Math.max(rows, row + 1);
    return { row, key, value };
  });
  if (entries.length !== (rows - 1) * keys)
    throw new SyntaxError(`The table has ${entries.length} pairs, not ${(rows - 1) * keys}.`);
  const deviations = new Int16Array(rows * keys);
  for (const { row, key, value } of entries) deviations[row * keys + key] = value;
  return { keys, deviations, rows };
};
