export const stageChoices = [
  'open',
  'all',
  'deidentified',
  'limited',
  'planning',
  'intervention',
  'concluded',
  'rejected',
  'returned',
  'withdrawn',
] as const;

/** The filters as they stand in the address: codes and numbers alone. */
export interface SituationsSearch {
  readonly number?: string;
  readonly stage?: (typeof stageChoices)[number];
  readonly type?: string;
  readonly riskFactor?: string;
  readonly sort?: 'newest' | 'oldest';
  readonly own?: true;
}

/** Reads them from an address; what is unknown is dropped. */
export function readSituationsSearch(given: Record<string, unknown>): SituationsSearch {
  const text = (name: string): string | undefined =>
    typeof given[name] === 'string' || typeof given[name] === 'number' ? String(given[name]) : undefined;
  const [number, type, riskFactor] = [text('number'), text('type'), text('riskFactor')];
  const stage = stageChoices.find((each) => each === given['stage']);
  const sort = (['newest', 'oldest'] as const).find((each) => each === given['sort']);
  return {
    ...(number !== undefined && { number }),
    ...(stage !== undefined && { stage }),
    ...(type !== undefined && { type }),
    ...(riskFactor !== undefined && { riskFactor }),
    ...(sort !== undefined && { sort }),
    ...(given['own'] === true && { own: true as const }),
  };
}
