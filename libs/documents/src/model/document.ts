import type { Day } from '#domain/days';
import type { Language, Status } from '../words/language.js';

/** What every cell may have: the footnotes that belong to this figure, by their id. */
interface Marked {
  readonly notes?: readonly string[];
}

/** Words in a cell. */
interface TextCell extends Marked {
  readonly kind: 'text';
  readonly text: string;
}

/** A number, with so many decimals; a unit of its own where the column has none. */
interface NumberCell extends Marked {
  readonly kind: 'number';
  readonly value: number;
  readonly unit?: string;
}

/** So many of so many: a share is never printed without its denominator. */
interface ShareCell extends Marked {
  readonly kind: 'share';
  readonly part: number;
  readonly whole: number;
}

/** A figure that is not there, and the words for it where the usual ones do not fit. */
interface StatusCell extends Marked {
  readonly kind: 'status';
  readonly status: Status;
  readonly words?: string;
}

export type Cell = TextCell | NumberCell | ShareCell | StatusCell;

/** A column has one kind of figure, so that a spreadsheet can have it as a column of numbers. */
export interface Column extends Marked {
  readonly heading: string;
  readonly holds: 'text' | 'number' | 'share';
  /** The unit of every number of the column, written with its heading. */
  readonly unit?: string;
  /** Decimals of its numbers; none if not given. */
  readonly decimals?: number;
  /** Whether whole per cents stand after each share. */
  readonly percent?: boolean;
}

export interface Row extends Marked {
  readonly heading: string;
  readonly cells: readonly Cell[];
  /** A total is set apart and is not drawn in a chart. */
  readonly total?: boolean;
  /** A line that belongs to the line above it. */
  readonly within?: boolean;
}

/** What a figure means (definition), what it is counted from (base), or anything else to know about it. */
export interface Footnote {
  readonly id: string;
  readonly kind: 'definition' | 'base' | 'remark';
  readonly text: string;
}

/**
 * A picture of a table's own cells: it has no figures of its own, and the table is printed with it.
 * `bars`: a bar a row. `twoPeriods`: two bars a row, to compare. `parts`: all rows of a column in one bar.
 */
type Chart =
  | { readonly form: 'bars' | 'parts'; readonly column: number }
  | { readonly form: 'twoPeriods'; readonly columns: readonly [number, number] };

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  /** What the rows are: the heading of their column. */
  readonly rowsAre: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly footnotes?: readonly Footnote[];
  readonly chart?: Chart;
  /**
   * A line of a page of few figures: the caption and one figure in large type at the left, the chart and its
   * table as a legend at the right.
   */
  readonly line?: { readonly figure?: Cell; readonly remarks?: readonly string[] };
}

interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
}

interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

interface Definitions {
  readonly kind: 'definitions';
  readonly entries: readonly { readonly term: string; readonly meaning: string }[];
}

/** A small text with a few bold words before it: how to read, what is not shown. */
export interface Note {
  readonly kind: 'note';
  readonly lead: string;
  readonly text: string;
}

export type Block = Heading | Paragraph | Definitions | Note | Table;

/** What a document is, apart from the four formats that are made of it. */
export interface DocumentContent {
  readonly language: Language;
  readonly title: string;
  /** A line above the title: whose document it is. */
  readonly over?: string;
  readonly subtitle?: string;
  /** Printed at the foot of each page: release, hash, who checked it. */
  readonly foot?: string;
  /** Whether pages are numbered on paper; they are if not given. */
  readonly pageNumbers?: boolean;
  /** The day of the document, for a file's properties: no maker looks at a clock. */
  readonly day?: Day;
  readonly blocks: readonly Block[];
}

declare const checked: unique symbol;

/** A document that `documentOf` has checked, cleaned and frozen: the makers take no other. */
export type Document = DocumentContent & { readonly [checked]: true };
