/** What files A and B cost on the committed bases: the figures of docs/statistics.md. Deterministic: no clock in it. */
import {
  anonymousSets,
  baseShapes,
  demoShape,
  outcomeRecords,
  peopleFile,
  peopleTerms,
  riskSetsFile,
  riskSetsTerms,
  seededRandom,
} from '#statistics';

const percent = (share) => `${(100 * share).toFixed(2)} %`;
for (const [name, shape] of [
  ['60', baseShapes.small],
  ['2,200', baseShapes.year],
  ['25,000', baseShapes.register],
  ['demo 900', demoShape(2026)],
]) {
  const records = [...outcomeRecords(shape, seededRandom(shape.seed))];
  for (const k of [11, 15, 20]) {
    const people = peopleFile(records, peopleTerms(k));
    const levels = people.refused
      ? ''
      : Object.entries(people.generalisation)
          .map(([column, level]) => `${column} ${level}`)
          .join(', ');
    console.log(
      `${name}, k = ${k}: file A ${people.refused ? 'refused' : `suppressed ${percent(people.suppressedShare)}, loss ${people.loss.toFixed(3)}, smallest class ${people.smallestClass}, t ${people.closeness.toFixed(2)}, levels ${levels}`}`,
    );
    for (const years of [1, 2, 3]) {
      if (years > shape.years.length) continue;
      const sets = riskSetsFile(records, riskSetsTerms(k, years));
      console.log(
        `${name}, k = ${k}: file B, periods of ${years}: ${sets.refused ? `refused (${percent(sets.loss)}; pool ${sets.poolYears ?? 'more years than there are'})` : `loss ${percent(sets.loss)}`}`,
      );
    }
  }
}

// Why file B names categories: the same discussions with their factors.
const register = [...outcomeRecords(baseShapes.register, seededRandom(baseShapes.register.seed))].filter(
  ({ riskFactors }) => riskFactors !== null,
);
const factors = [...new Set(register.flatMap(({ riskFactors }) => riskFactors))].sort(),
  codes = new Map(factors.map((factor, code) => [factor, code]));
const periods = new Map();
for (const record of register) {
  const period = Math.floor((record.year - 2013) / 3);
  if (!periods.has(period)) periods.set(period, []);
  periods.get(period).push(record);
}
let occurrences = 0,
  removed = 0;
for (const records of periods.values()) {
  const safe = anonymousSets(
    records.map(({ riskFactors }) => riskFactors.map((factor) => codes.get(factor))),
    factors.length,
    20,
  );
  occurrences += safe.occurrences;
  removed += safe.removed;
}
console.log(
  `25,000, k = 20: sets of ${factors.length} factors, periods of 3: loss ${percent(removed / occurrences)}`,
);
