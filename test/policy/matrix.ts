import {
  besides,
  matrixColumns,
  matrixRows,
  type MatrixCell,
  type MatrixColumn,
  type MatrixRows,
  type MatrixStage,
  type Right,
} from '#domain/visibility';

/** The columns of the authorization matrix, and the two personas that have none. */
export const columns = matrixColumns;
export type Column = MatrixColumn;
export type Viewer = Column | 'PO' | 'PR';
export type { MatrixStage };

/** One cell of the matrix, as tests ask for it. */
export interface Cell {
  readonly text: string;
  readonly rights: ReadonlySet<Right>;
  readonly refused: 404 | 403 | null;
  readonly own: boolean;
  readonly unlessIntervening: boolean;
  readonly fieldAbsent: boolean;
  readonly fromStage: number | null;
  readonly asRows: readonly number[];
  readonly exceptions: ReadonlyMap<number, 404 | 403>;
}

interface MatrixRow {
  readonly number: number;
  readonly resource: string;
  readonly stages: readonly MatrixStage[];
  readonly cells: Readonly<Record<Column, Cell>>;
}

export interface Matrix {
  readonly rows: ReadonlyMap<number, MatrixRow>;
  readonly besides: typeof besides;
}

function cellOf({ says, rights, refusal: refused, exceptions, ...rest }: MatrixCell): Cell {
  const except = Object.entries(exceptions).map(([stage, status]) => [Number(stage), status!] as const);
  return {
    ...rest,
    text: says.replaceAll('**', ''),
    rights: new Set(rights),
    refused,
    exceptions: new Map(except),
  };
}

const numbered = Object.entries(matrixRows as MatrixRows).map(([number, row]): [number, MatrixRow] => [
  Number(number),
  {
    number: Number(number),
    resource: row.resource.replaceAll('**', ''),
    stages: row.stages,
    cells: {
      OR: cellOf(row.OR),
      TR: cellOf(row.TR),
      IV: cellOf(row.IV),
      CO: cellOf(row.CO),
      AU: cellOf(row.AU),
      AD: cellOf(row.AD),
      XR: cellOf(row.XR),
    },
  },
]);

/** The law. */
export const matrix: Matrix = { rows: new Map(numbered), besides };

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
 * What the law lets somebody read of a row in a stage: all of it, only what is their own, or nothing. Rights
 * add up over what a person is (`OR` who is also `IV`). A cell's condition that only the story knows (a live
 * disclosure, an acceptance) is the caller's:
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

/**
 * The status that somebody without a right gets, as the law says it: 404 hidden, 403 refused. A dash is 404:
 * everything not listed is denied.
 */
export function refusal(row: number, stage: MatrixStage, column: Column): 404 | 403 {
  const said = cell(row, column);
  const exception = typeof stage === 'number' ? said.exceptions.get(stage) : undefined;
  return exception === undefined ? (said.refused ?? 404) : exception;
}
