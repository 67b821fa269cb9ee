import { readFileSync } from 'node:fs';

/** The columns of docs/authorization-matrix.md, and the two personas that it gives under the table. */
export const columns = ['OR', 'TR', 'IV', 'CO', 'AU', 'AD', 'XR'] as const;
export type Column = (typeof columns)[number];
export type Viewer = Column | 'PO' | 'PR';

/** create, read, update, do, statistics only */
export type Right = 'C' | 'R' | 'U' | 'X' | 'S';

/** The matrix's stages; `left` is rejected, returned or withdrawn, before (41) or after (42) minimising. */
export type MatrixStage = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 'left';

/** One cell of the matrix: what its words say, taken apart. */
export interface Cell {
  readonly text: string;
  readonly rights: ReadonlySet<Right>;
  /** What whoever has no right gets: hidden as if absent, or the route refused; null where the cell says neither. */
  readonly refused: 404 | 403 | null;
  /** `own` rows of the viewer's agency, `own` account or draft. */
  readonly own: boolean;
  /** A right that only whoever also intervenes has. */
  readonly unlessIntervening: boolean;
  /** The whole answer is there, this field is not. */
  readonly fieldAbsent: boolean;
  /** The right begins at this stage of the row's. */
  readonly fromStage: number | null;
  /** The cell is told by other rows. */
  readonly asRows: readonly number[];
  /** Stages in which the cell says another thing than elsewhere, such as `403 (1: 404)`. */
  readonly exceptions: ReadonlyMap<number, string>;
}

export interface MatrixRow {
  readonly number: number;
  readonly resource: string;
  readonly stageText: string;
  /** The stages named; `any` and `–` are told by `stageText`. */
  readonly stages: readonly MatrixStage[];
  readonly cells: Readonly<Record<Column, Cell>>;
}

/** What the matrix says of the privacy officer and the projector. */
export interface Besides {
  readonly officer: {
    readonly reads: readonly number[];
    readonly does: readonly number[];
    readonly counts: readonly number[];
  };
  readonly projector: { readonly reads: readonly number[] };
}

export interface Matrix {
  readonly rows: ReadonlyMap<number, MatrixRow>;
  readonly besides: Besides;
}

/**
 * Takes the text of docs/authorization-matrix.md apart.
 * @throws Error on a line of the table that is not a row, a cell without a meaning, or a number given twice
 */
export function parseMatrix(text: string): Matrix {
  const rows = new Map<number, MatrixRow>();
  for (const line of text.split('\n').filter((each) => /^\| *\d/.test(each))) {
    const cut = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cut.length !== columns.length + 3)
      throw new Error(`A row of the matrix with ${cut.length} cells: ${line}`);
    const [number = '', resource = '', stageText = '', ...cells] = cut;
    if (rows.has(Number(number))) throw new Error(`Row ${number} stands twice`);
    rows.set(Number(number), {
      number: Number(number),
      resource: plain(resource),
      stageText,
      stages: stagesOf(stageText, resource),
      cells: Object.fromEntries(
        columns.map((column, i) => [column, cellOf(cells[i] ?? '', `row ${number} ${column}`)]),
      ) as Record<Column, Cell>,
    });
  }
  return { rows, besides: besidesOf(text) };
}

const plain = (text: string): string => text.replaceAll('**', '').trim();

/** `2–5`, `2→3`, `3→4, 4–5`, `2–6 (7: 404)`, `any`, `–`. */
function stagesOf(text: string, resource: string): MatrixStage[] {
  if (text === 'any') return [1, 2, 3, 4, 5, 6, 7];
  if (text === '–') {
    if (!/rejected|minimised/.test(resource)) throw new Error(`A row without a stage: ${resource}`);
    return ['left'];
  }
  const found = new Set<number>();
  for (const part of text
    .replace(/\(.*\)/, '')
    .replaceAll('→', ',')
    .split(',')) {
    const [from, to = from] = part.split('–').map((each) => Number(each.trim()));
    if (from === undefined || to === undefined || !(from >= 1 && to <= 7 && from <= to))
      throw new Error(`A stage that is none: ${text}`);
    for (let stage = from; stage <= to; stage++) found.add(stage);
  }
  return [...found].sort() as MatrixStage[];
}

const words =
  /^(–|own device|through statistics|same$|through releases|accept or decline|per named recipient|own table only|counts|as row)/;

function cellOf(raw: string, where: string): Cell {
  const text = plain(raw);
  const outside = text.replace(/\([^)]*\)/g, (inside) => (/\(U by correction\)/.test(inside) ? ' U ' : ''));
  // A reference `as rows 6, 13` takes its rights from those rows; letters in the words around it count (row 7: ask for redaction).
  const rights = new Set(
    [...outside.matchAll(/(?<![\w-])[CRUXS](?![\w-])/g)].map(([letter]) => letter as Right),
  );
  const refused = /^404(?!-)/.test(text) ? 404 : /^403/.test(text) ? 403 : null;
  const cell: Cell = {
    text,
    rights,
    refused,
    own: /\bR (U )?own\b|same agency only|draft, own agency|own table only/.test(text),
    unlessIntervening: /unless (also )?IV|all if also IV/.test(text),
    fieldAbsent: /^404-field/.test(text),
    fromStage: Number(/\bfrom (\d)\b/.exec(text)?.[1] ?? Number.NaN) || null,
    asRows: numbersIn(/as rows? ([\d, ]+)/.exec(text)?.[1] ?? ''),
    exceptions: new Map(
      [...text.matchAll(/(\d): (404|403)/g)].map(([, stage, says]) => [Number(stage), says ?? '']),
    ),
  };
  const means =
    rights.size > 0 || refused !== null || cell.fieldAbsent || cell.asRows.length > 0 || words.test(text);
  if (!means) throw new Error(`A cell without a meaning, ${where}: ${text}`);
  return cell;
}

/** `24, 25, 32`, `33 and 45–47`. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i),
  );
}

function besidesOf(text: string): Besides {
  const officer = /^\*\*PO\*\*.*$/m.exec(text)?.[0] ?? '';
  const projector = /\*\*PR\*\*: (.*)$/m.exec(text)?.[1] ?? '';
  const said = (pattern: RegExp, from: string): number[] => {
    const found = pattern.exec(from)?.[1];
    if (found === undefined) throw new Error(`The matrix no longer says ${pattern.source}`);
    return numbersIn(found);
  };
  return {
    officer: {
      reads: said(/R own agency's rows of ([\d, ]+);/, officer),
      does: said(/X set and lift (\d+)/, officer),
      counts: said(/counts only of ([\d and–]+);/, officer),
    },
    projector: { reads: said(/\(rows ([\d, –]+) coded/, projector) },
  };
}

/** The law, as it stands in docs. */
export const matrix: Matrix = parseMatrix(
  readFileSync(new URL('../../docs/authorization-matrix.md', import.meta.url), 'utf8'),
);

/**
 * One cell of the law.
 * @throws Error if there is no such row
 */
export function cell(row: number, column: Column): Cell {
  const found = matrix.rows.get(row)?.cells[column];
  if (found === undefined) throw new Error(`The matrix has no row ${row}`);
  return found;
}

/**
 * What the law lets somebody read of a row in a stage: all of it, only what is their own, or nothing. Rights add up over what a
 * person is (`OR` who is also `IV`). A cell's condition that only the story knows (a live disclosure, an acceptance) is the caller's:
 * who has not met it is not passed as that column.
 */
export function reads(row: number, stage: MatrixStage, as: readonly Column[]): 'all' | 'own' | 'nothing' {
  const found = matrix.rows.get(row);
  if (found === undefined) throw new Error(`The matrix has no row ${row}`);
  if (!found.stages.includes(stage)) return 'nothing';
  const each = as.map((column): 'all' | 'own' | 'nothing' => {
    const said = found.cells[column];
    if (typeof stage === 'number' && said.exceptions.has(stage)) return 'nothing';
    if (said.asRows.length > 0) return most(said.asRows.map((other) => reads(other, stage, [column])));
    if (!said.rights.has('R') || said.refused !== null || said.fieldAbsent) return 'nothing';
    if (said.fromStage !== null && typeof stage === 'number' && stage < said.fromStage) return 'nothing';
    return said.own && !/whole/.test(said.text) ? 'own' : 'all';
  });
  return most(each);
}

function most(found: readonly ('all' | 'own' | 'nothing')[]): 'all' | 'own' | 'nothing' {
  if (found.includes('all')) return 'all';
  return found.includes('own') ? 'own' : 'nothing';
}

/** The status that somebody without a right gets, as the law says it: 404 hidden, 403 refused. A dash is 404: everything not listed is denied. */
export function refusal(row: number, stage: MatrixStage, column: Column): 404 | 403 {
  const said = cell(row, column);
  const exception = typeof stage === 'number' ? said.exceptions.get(stage) : undefined;
  return exception === undefined ? (said.refused ?? 404) : (Number(exception) as 404 | 403);
}
