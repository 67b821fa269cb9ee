import {
  baseShapes,
  csvFile,
  csvOfColumns,
  outcomeRecords,
  type OutcomeRecord,
  peopleFile,
  type PeopleTerms,
  peopleTerms,
  riskSetsFile,
  type RiskSetsTerms,
  riskSetsTerms,
  seededRandom,
} from '#statistics';

/** Discussions of one of the committed bases. */
export const baseOf = (name: 'small' | 'year' | 'register', seed?: number): OutcomeRecord[] => [
  ...outcomeRecords(baseShapes[name], seededRandom(seed ?? baseShapes[name].seed)),
];

/** What an attacker holds: the lines of a file, split by a reader of theirs. Our labels hold no comma and no quote. */
export const linesOf = (text: string): Record<string, string>[] => {
  const [header, ...lines] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return lines.map((fields) => Object.fromEntries((header ?? []).map((name, i) => [name, fields[i] ?? ''])));
};

/** The text of file A, undefined when it is refused. */
export const peopleText = (records: readonly OutcomeRecord[], terms: PeopleTerms): string | undefined => {
  const file = peopleFile(records, terms);
  return file.refused ? undefined : [...csvOfColumns(file.columns)].join('');
};

/** The text of file B, undefined when it is refused. */
export const setsText = (records: readonly OutcomeRecord[], terms: RiskSetsTerms): string | undefined => {
  const file = riskSetsFile(records, terms);
  return file.refused ? undefined : [...csvFile(file.header, file.rows)].join('');
};

/** File B under the narrowest period that is not refused, and that period; undefined when every period is refused. */
export const narrowestSets = (
  records: readonly OutcomeRecord[],
  k: number,
): { text: string; years: number } | undefined => {
  const first = riskSetsFile(records, riskSetsTerms(k, 1));
  const years = first.refused ? first.poolYears : 1;
  if (years === undefined) return undefined;
  const text = setsText(records, riskSetsTerms(k, years));
  return text === undefined ? undefined : { text, years };
};

export const guarded = peopleTerms;

/** File A with its guards taken off: what an attack must succeed on, or it proves nothing. */
export const unguarded = (k: number): PeopleTerms => ({
  ...peopleTerms(k),
  guards: { leastDistinct: 1, largestShare: 1 },
  dominance: undefined,
});

export const groupedBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
};

export const categoriesOf = ({ riskFactors }: OutcomeRecord): string[] =>
  [...new Set((riskFactors ?? []).map((factor) => factor.slice(0, factor.indexOf('.'))))].sort();

const labelsShown = new WeakMap<readonly Record<string, string>[], Map<string, Set<string>>>();

/** Keys of a record as file A would show them, given the labels that the file shows: by what each label stands for. */
export const keysShown = (
  record: OutcomeRecord,
  lines: readonly Record<string, string>[],
  sectorGroup: (sector: string) => string,
): string => {
  const byColumn =
    labelsShown.get(lines) ??
    new Map(
      Object.keys(lines[0] ?? {}).map((column) => [column, new Set(lines.map((line) => line[column] ?? ''))]),
    );
  labelsShown.set(lines, byColumn);
  const shown = (column: string): Set<string> => byColumn.get(column) ?? new Set();
  const among = (column: string, candidates: readonly string[]): string =>
    candidates.find((label) => shown(column).has(label)) ?? '';
  const age: Readonly<Record<string, readonly string[]>> = {
    '0-5': ['0-11', '0-17'],
    '6-11': ['0-11', '0-17'],
    '12-17': ['0-17'],
    '18-24': ['18-39'],
    '25-29': ['25-39', '18-39'],
    '30-39': ['25-39', '18-39'],
    '40-59': ['40-plus'],
    '60-plus': ['40-plus'],
  };
  const type: Readonly<Record<string, readonly string[]>> = {
    person: ['persons'],
    dyad: ['dyad-or-family', 'persons'],
    family: ['dyad-or-family', 'persons'],
    neighbourhood: ['place'],
    environmental: ['place'],
  };
  const period =
    [...shown('year')].find((label) => {
      const [from, to] = label.split('-').map(Number);
      return record.year >= (from ?? Infinity) && record.year <= (to ?? from ?? 0);
    }) ?? '*';
  const group = sectorGroup(record.originatingSector);
  return [
    period,
    record.ageBand === null
      ? among('ageBand', ['N/A', '*'])
      : among('ageBand', [record.ageBand, ...(age[record.ageBand] ?? []), '*']),
    record.sex === null
      ? among('sex', ['N/A', '*'])
      : among('sex', [
          record.sex,
          ...(record.sex === 'x' || record.sex === 'unknown' ? ['x-or-unknown'] : []),
          '*',
        ]),
    among('type', [record.type, ...(type[record.type] ?? []), '*']),
    among('originatingSectorGroup', [group, ...(group === 'justice-and-emergency' ? [] : ['services']), '*']),
  ].join('|');
};
