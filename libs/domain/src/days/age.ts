import type { Day } from './day.js';

/** Whole years of age on a day, of somebody born on another; negative before the birth. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(4) < birthDate.slice(4) ? years - 1 : years;
}
