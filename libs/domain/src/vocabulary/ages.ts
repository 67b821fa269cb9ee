import { ageOn, type Day } from '../days/index.js';

/**
 * The ages of a band such as `12-17` or `60-plus`; undefined for a code that names no ages, such as one that
 * a table added.
 */
function agesOf(band: string): { readonly from: number; readonly to: number } | undefined {
  const [, from, to] = /^(\d{1,3})-(\d{1,3}|plus)$/.exec(band) ?? [];
  if (from === undefined) return undefined;
  return { from: Number(from), to: to === 'plus' ? Number.POSITIVE_INFINITY : Number(to) };
}

/**
 * Whether somebody born on that day was in the age band on no day between two others: since the situation was
 * opened, and today. A birthday meanwhile contradicts nothing. Without a band nothing is contradicted.
 */
export function contradictsAgeBand(
  birthDate: Day,
  band: string | null | undefined,
  since: Day,
  today: Day,
): boolean {
  const ages = band === null || band === undefined ? undefined : agesOf(band);
  return ages !== undefined && (ageOn(birthDate, today) < ages.from || ageOn(birthDate, since) > ages.to);
}
