import { roundedTo } from '../rounding/deterministic.js';

/** One line of a table as another place would publish it: parts, then their total; `undefined` is hidden. */
export type Preset = (
  parts: readonly number[],
  total: number,
) => { readonly parts: readonly (number | undefined)[]; readonly total: number | undefined };

const checked = (counts: readonly number[]): void => {
  for (const count of counts)
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`A count is a whole number from 0 on, not ${count}.`);
};

const each =
  (publish: (count: number) => number | undefined): Preset =>
  (parts, total) => {
    checked([...parts, total]);
    return { parts: parts.map(publish), total: publish(total) };
  };

const lowestTwo: Preset = (parts, total) => {
  checked([...parts, total]);
  const hidden = parts.map((count) => count < 20);
  if (hidden.filter((is) => is).length === 1) {
    const next = parts.reduce(
      (best, count, at) => (hidden[at] !== true && (best < 0 || count < (parts[best] as number)) ? at : best),
      -1,
    );
    if (next >= 0) hidden[next] = true;
  }
  return {
    parts: parts.map((count, at) => (hidden[at] === true ? undefined : count)),
    total: total < 20 ? undefined : total,
  };
};

/**
 * Presets of other places, to compare with and for those bound to them; each is weaker than this project's
 * own profiles, because none looks at linked tables. Source: named with each. Units: persons. Error:
 * RangeError for a count that is not a whole number ≥ 0. Complexity: O(parts).
 *
 * - `legacy-lt6`: below 6 hidden, zero too; the habit of many registers.
 * - `uk-tre-10`: below 10 hidden; usual in British trusted research environments.
 * - `nhs-7-5`: 1 to 7 hidden, the rest rounded to 5 (OpenSAFELY writes hidden as 0: ehrql tests @350a1cc,
 *   their results only).
 * - `irb-canada`: below 20 hidden, and the next lowest with a lone hidden one (Immigration and Refugee Board
 *   statistics).
 */
export const presets = {
  'legacy-lt6': each((count) => (count < 6 ? undefined : count)),
  'uk-tre-10': each((count) => (count < 10 ? undefined : count)),
  'nhs-7-5': each((count) => (count === 0 ? 0 : count <= 7 ? undefined : roundedTo(count, 5))),
  'irb-canada': lowestTwo,
} as const satisfies Record<string, Preset>;
