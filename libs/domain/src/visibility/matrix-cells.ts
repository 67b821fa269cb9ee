/** The columns of the authorization matrix; see the text above its table for what each persona is. */
export const matrixColumns = ['OR', 'TR', 'IV', 'CO', 'AU', 'AD', 'XR'] as const;
export type MatrixColumn = (typeof matrixColumns)[number];

/** Create, read, update, do, statistics only. */
export type Right = 'C' | 'R' | 'U' | 'X' | 'S';

/** The matrix's stages; `left` is rejected, returned or withdrawn, before (41) or after (42) minimising. */
export type MatrixStage = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 'left';

/** One cell: what a persona may do, and what it is told otherwise. */
export interface MatrixCell {
  readonly rights: readonly Right[];
  /** The words of the document, where the rights alone do not say it. */
  readonly says: string;
  /**
   * What a persona without a right gets: 404 hidden as if absent, 403 the route refused; null where the cell
   * says neither.
   */
  readonly refusal: 404 | 403 | null;
  /** Only what is the viewer's own: rows of its agency, its account, its unsent form. */
  readonly own: boolean;
  /** The right begins where the viewer also intervenes. */
  readonly unlessIntervening: boolean;
  /** The rest of the answer is there, this field is not. */
  readonly fieldAbsent: boolean;
  /** The first of the row's stages in which the right exists. */
  readonly fromStage: number | null;
  /** The rows that say what is allowed here. */
  readonly asRows: readonly number[];
  /** Stages in which the persona gets this refusal instead. */
  readonly exceptions: Readonly<Partial<Record<number, 404 | 403>>>;
}

type MatrixRow = {
  /** The resource or group of fields. */
  readonly resource: string;
  readonly stages: readonly MatrixStage[];
  /** The stages in the words of the document. */
  readonly when: string;
} & Readonly<Record<MatrixColumn, MatrixCell>>;
export type MatrixRows = Readonly<Record<number, MatrixRow>>;

/** A cell with these rights, one letter each, and what else is true of it. */
export function may(rights: string, more: Partial<Omit<MatrixCell, 'rights'>> = {}): MatrixCell {
  const letters = [...rights] as Right[];
  return {
    rights: letters,
    says: letters.join(' '),
    refusal: null,
    own: false,
    unlessIntervening: false,
    fieldAbsent: false,
    fromStage: null,
    asRows: [],
    exceptions: {},
    ...more,
  };
}

/** Hidden: answered as if it did not exist. */
export const hidden = may('', { says: '404', refusal: 404 });
/** The route is refused. */
export const refused = may('', { says: '403', refusal: 403 });
/** Nothing to say: a persona that this row cannot concern. */
export const none = may('', { says: '–' });
