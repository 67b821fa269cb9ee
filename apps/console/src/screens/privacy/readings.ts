import type { AgencyEvent } from './queries.js';

type Filter = 2 | 3 | 4;

/** One person's readings of one filter, told as one sentence. */
export interface Reading {
  readonly who: string | null;
  readonly agency: string | null;
  readonly persona: string | null;
  readonly filter: Filter;
  readonly number: string;
  readonly refused: boolean;
  times: number;
  /** Some of them at night or on a weekend, by the clock of the table. */
  late: boolean;
  readonly first: string;
  last: string;
  readonly purposes: Set<string>;
}

export interface Grouped {
  readonly key: string;
  readonly table: string;
  readonly filters: readonly { readonly filter: Filter; readonly readings: readonly Reading[] }[];
  /** What was written, answered or decided, and by this agency only. */
  readonly acts: number;
}

const filters: readonly Filter[] = [4, 3, 2];
const opens = /\.(open|list|card)$|^reading\.refused$/;

const filtersOf = ({ fields }: AgencyEvent): readonly Filter[] =>
  filters.filter((filter) => fields.includes(`T${filter}`));

/** Events by situation or by person, and in each by filter; the latest first, as the API gives them. */
export function groupReadings(events: readonly AgencyEvent[], by: 'number' | 'who'): readonly Grouped[] {
  const groups = new Map<string, { table: string; readings: Map<string, Reading>; acts: number }>();
  for (const event of events) {
    const key = (by === 'number' ? event.number : event.who) ?? '';
    const group = groups.get(key) ?? { table: event.table, readings: new Map<string, Reading>(), acts: 0 };
    groups.set(key, group);
    const read = opens.test(event.action) ? filtersOf(event) : [];
    if (read.length === 0) {
      group.acts += 1;
      continue;
    }
    for (const filter of read) note(group.readings, event, filter);
  }
  return [...groups].map(([key, { table, readings, acts }]) => ({
    key,
    table,
    acts,
    filters: filters
      .map((filter) => ({
        filter,
        readings: [...readings.values()].filter((each) => each.filter === filter),
      }))
      .filter((each) => each.readings.length > 0),
  }));
}

function note(
  readings: Map<string, Reading>,
  { who, agency, persona, number, outcome, at, purpose, late }: AgencyEvent,
  filter: Filter,
): void {
  const refused = outcome !== 'allow';
  const key = JSON.stringify([who, agency, persona, number, filter, refused]);
  const found = readings.get(key) ?? {
    who,
    agency,
    persona,
    number: number ?? '',
    filter,
    refused,
    times: 0,
    late: false,
    first: at,
    last: at,
    purposes: new Set<string>(),
  };
  found.times += 1;
  found.late ||= late;
  if (at > found.last) found.last = at;
  if (purpose !== null) found.purposes.add(purpose);
  readings.set(key, found);
}
