/** What a reader finds in a cell: its text, and the numbers of the footnotes after it. */
export type ReadCell = readonly [text: string, marks: string];

/** A table as it is read back from a page. */
export interface ReadTable {
  readonly caption: string;
  readonly headings: readonly ReadCell[];
  readonly rows: readonly (readonly ReadCell[])[];
}

/** A page as it is read back: its tables, and every text outside of them, in the order of reading. */
export interface ReadPage {
  readonly title: string;
  readonly language: string;
  readonly texts: readonly string[];
  readonly tables: readonly ReadTable[];
}

/** A sheet or a file as it is read back: what is missing is null. */
export type ReadGrid = readonly (readonly (string | number | null)[])[];
