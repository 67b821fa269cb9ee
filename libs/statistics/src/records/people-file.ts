import type { OutcomeRecord } from '../base/outcome-record.js';
import { checkThreshold } from '../primary/profiles.js';
import { distinctValues, equalDistance, largestShare } from './class-criteria.js';
import type { CsvColumn } from './csv.js';
import { codeIn, type SensitiveColumn } from './equivalence-classes.js';
import { searchFullDomain, type SearchResult } from './full-domain-search.js';
import { attributeOf, type Attribute, type Hierarchy } from './hierarchy.js';
import { logGeneralisation } from './information-loss.js';
import {
  ageHierarchy,
  notApplicable,
  sectorGroupHierarchy,
  sectorGroupOf,
  sexHierarchy,
  typeHierarchy,
  yearHierarchy,
} from './release-hierarchies.js';

/** Terms under which file A may be written. */
export interface PeopleTerms {
  readonly k: number;
  /** Share of records that may be left out, and the share at which the release is refused. */
  readonly suppression: { readonly wanted: number; readonly most: number };
  readonly guards: { readonly leastDistinct: number; readonly largestShare: number };
  /**
   * Largest share of a class that may come from one table: whoever sits there subtracts what they know. Undefined where
   * the file is one table's own.
   */
  readonly dominance: number | undefined;
}

export const peopleTerms = (k: number): PeopleTerms => ({
  k,
  suppression: { wanted: 0.02, most: 0.05 },
  guards: { leastDistinct: 3, largestShare: 0.8 },
  dominance: 0.85,
});

/** File A, ready to be written, and what its manifest says of it. */
export interface PeopleFile {
  readonly refused: false;
  readonly columns: readonly CsvColumn[];
  readonly rows: number;
  /** Rounded to 5, for publication; the exact number is 0 or at least k. */
  readonly suppressedRounded: number;
  readonly suppressedShare: number;
  readonly loss: number;
  /** Level chosen by column, 0 = as in the register. */
  readonly generalisation: Readonly<Record<string, number>>;
  readonly smallestClass: number;
  /**
   * What the file tells the release ledger: an exact count for each class shown, its labels in the order of
   * `peopleKeys`.
   */
  readonly cells: readonly { readonly labels: readonly string[]; readonly count: number }[];
  /** Largest distance of a class's conclusions from all published ones (t-closeness, equal ground distance). */
  readonly closeness: number;
}

export interface RefusedFile {
  readonly refused: true;
  readonly advice: 'poolYears' | 'widenPeriod';
}

const keys: readonly {
  readonly name: string;
  readonly weight: number;
  readonly of: (record: OutcomeRecord) => string;
  readonly hierarchy: (years: readonly number[]) => Hierarchy;
}[] = [
  { name: 'year', weight: 1, of: ({ year }) => String(year), hierarchy: yearHierarchy },
  {
    name: 'ageBand',
    weight: 1,
    of: ({ ageBand }) => ageBand ?? notApplicable,
    hierarchy: () => ageHierarchy,
  },
  { name: 'sex', weight: 1, of: ({ sex }) => sex ?? notApplicable, hierarchy: () => sexHierarchy },
  { name: 'type', weight: 0.5, of: ({ type }) => type, hierarchy: () => typeHierarchy },
  {
    name: 'originatingSectorGroup',
    weight: 0.5,
    of: ({ originatingSector }) => sectorGroupOf(originatingSector),
    hierarchy: () => sectorGroupHierarchy,
  },
];

/** The guarded column: what somebody who recognises a person in the file would learn. */
export const conclusionColumn = 'conclusionGroup';
const conclusionLabels = ['overall-risk-lowered', 'still-aer', 'rejected', 'other', notApplicable] as const;

/** Guarded but never written: where a record comes from. */
const tableColumn = 'table';

/** The columns by which a person could be recognised: the classes of file A. */
export const peopleKeys: readonly string[] = keys.map(({ name }) => name);

/**
 * File A: one row a discussion, with year, age, sex, type, originating sector group and conclusion group.
 *
 * The generalisation of least loss under the wanted suppression is taken; if there is none, under the most allowed; if
 * there is none either, the release is refused. Rows come sorted by what they show, so their order tells nothing more.
 * Source: global recoding with local suppression (Handbook on Statistical Disclosure Control, 2nd ed., 3.4.3)
 * under the guards that `class-criteria.ts` names. Units: discussions.
 * Error: RangeError for k below the floor. Complexity: that of `searchFullDomain`, twice at most.
 */
export const peopleFile = (
  records: readonly OutcomeRecord[],
  terms: PeopleTerms,
): PeopleFile | RefusedFile => {
  checkThreshold(terms.k);
  const years = records.map(({ year }) => year);
  const refusal: RefusedFile = {
    refused: true,
    advice: new Set(years).size > 1 ? 'widenPeriod' : 'poolYears',
  };
  if (records.length < terms.k) return refusal;
  const attributes = keys.map(({ name, of, hierarchy }) =>
    attributeOf(name, records.map(of), hierarchy(years)),
  );
  const conclusions: SensitiveColumn = {
    name: conclusionColumn,
    labels: conclusionLabels,
    codes: Uint8Array.from(records, ({ conclusionGroup }) =>
      conclusionLabels.indexOf(conclusionGroup ?? notApplicable),
    ),
  };
  const tables = [...new Set(records.map(({ table }) => table))],
    tableCode = new Map(tables.map((table, code) => [table, code]));
  const origin: SensitiveColumn = {
    name: tableColumn,
    labels: tables,
    codes: Uint16Array.from(records, ({ table }) => tableCode.get(table) ?? 0),
  };
  const sensitive = terms.dominance === undefined ? [conclusions] : [conclusions, origin];
  const criteria = [
    distinctValues(conclusionColumn, terms.guards.leastDistinct),
    largestShare(conclusionColumn, terms.guards.largestShare),
    ...(terms.dominance === undefined ? [] : [largestShare(tableColumn, terms.dominance)]),
  ];
  const loss = logGeneralisation(
    attributes,
    keys.map(({ weight }) => weight),
  );
  for (const suppressionLimit of [terms.suppression.wanted, terms.suppression.most]) {
    const found = searchFullDomain({
      attributes,
      sensitive,
      criteria,
      k: terms.k,
      suppressionLimit,
      loss,
      hideSuppressed: true,
    });
    if (found !== undefined && found.suppressed < records.length)
      return written(attributes, found, records.length);
  }
  return refusal;
};

/** The file from its classes alone: the records are not looked at again. */
const written = (attributes: readonly Attribute[], found: SearchResult, records: number): PeopleFile => {
  const { classes, kept, layout, levels } = found;
  const labelled = attributes.map(
    ({ hierarchy }, a) => hierarchy.labels[levels[a] as number] as readonly string[],
  );
  const shown = [...Array(classes.size).keys()]
    .filter((i) => kept[i] === 1)
    .map((i) => ({ i, text: labelled.map((labels, a) => labels[codeIn(classes, i, a, layout)] as string) }))
    .sort((x, y) => compare(x.text, y.text));
  const rows = records - found.suppressed;
  const columns = labelled.map((labels, a) => ({
    name: (attributes[a] as Attribute).name,
    codes: new Uint16Array(rows),
    labels,
  }));
  const conclusions = { name: conclusionColumn, codes: new Uint16Array(rows), labels: [...conclusionLabels] };
  let row = 0;
  for (const { i } of shown) {
    for (let value = 0; value < conclusionLabels.length; value++) {
      const end = row + (classes.sensitive[i * layout.sensitiveWidth + value] as number);
      columns.forEach(({ codes }, a) => codes.fill(codeIn(classes, i, a, layout), row, end));
      conclusions.codes.fill(value, row, end);
      row = end;
    }
  }
  return {
    refused: false,
    columns: [...columns, conclusions],
    rows,
    suppressedRounded: Math.round(found.suppressed / 5) * 5,
    suppressedShare: found.suppressed / records,
    loss: found.loss,
    generalisation: Object.fromEntries(attributes.map(({ name }, a) => [name, levels[a] as number])),
    cells: shown.map(({ i, text }) => ({ labels: text, count: classes.counts[i] as number })),
    ...described(
      found,
      shown.map(({ i }) => i),
    ),
  };
};

const compare = (a: readonly string[], b: readonly string[]): number => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as string) < (b[i] as string) ? -1 : 1;
  return 0;
};

/** Conclusions stand first in each class's histogram; what follows them is not published. */
const described = (
  { classes, layout: { sensitiveWidth } }: SearchResult,
  shown: readonly number[],
): { smallestClass: number; closeness: number } => {
  const values = conclusionLabels.length,
    whole = Array<number>(values).fill(0);
  for (const i of shown)
    for (let v = 0; v < values; v++)
      whole[v] = (whole[v] as number) + (classes.sensitive[i * sensitiveWidth + v] as number);
  const records = whole.reduce((a, b) => a + b, 0),
    shares = whole.map((n) => n / records);
  return {
    smallestClass: shown.reduce((least, i) => Math.min(least, classes.counts[i] as number), records),
    closeness: shown.reduce(
      (most, i) =>
        Math.max(
          most,
          equalDistance(classes.sensitive, i * sensitiveWidth, values, classes.counts[i] as number, shares),
        ),
      0,
    ),
  };
};
