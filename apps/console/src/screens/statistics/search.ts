export const dimensions = ['type', 'ageBand', 'sex', 'conclusionGroup'] as const;
export type Dimension = (typeof dimensions)[number];

/** What is looked at, as it stands in the address. */
export interface StatisticsSearch {
  readonly view?: 'exports';
  readonly year?: number;
  readonly compare?: number;
  readonly by?: Dimension;
  readonly and?: Dimension;
}

/** Reads it from an address; what is unknown is dropped. */
export function readStatisticsSearch(given: Record<string, unknown>): StatisticsSearch {
  const [year, compare] = [whole(given['year']), whole(given['compare'])];
  const [by, and] = [dimension(given['by']), dimension(given['and'])];
  return {
    ...(given['view'] === 'exports' && { view: 'exports' as const }),
    ...(year !== undefined && { year }),
    ...(compare !== undefined && { compare }),
    ...(by !== undefined && { by }),
    ...(and !== undefined && { and }),
  };
}

const whole = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined;
const dimension = (value: unknown): Dimension | undefined => dimensions.find((each) => each === value);
