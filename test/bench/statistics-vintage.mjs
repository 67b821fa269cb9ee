/**
 * Opening a vintage of the generated 25,000 rows: what each step costs and what is left to see. Deterministic
 * but for the clock.
 */
import { createHmac } from 'node:crypto';
import {
  auditIntervals,
  baseShapes,
  codeTree,
  contributionsOf,
  cubeOf,
  derivableCells,
  effectiveSpread,
  linkTables,
  outcomeRecords,
  perturbed,
  protectedPattern,
  seededRandom,
  symmetricRow,
  withinNoise,
} from '../../dist/libs/statistics/src/index.js';
import { highsWorker } from '../../dist/apps/api/src/statistics/solver/highs-worker.js';
import { peakMemory } from './measure.mjs';

const records = [...outcomeRecords(baseShapes.register, seededRandom(baseShapes.register.seed))];
const readings = {
  region: ({ region }) => region,
  age: ({ ageBand }) => ageBand ?? 'n/a',
  sex: ({ sex }) => sex ?? 'n/a',
  type: ({ type }) => type,
  sector: ({ originatingSector }) => originatingSector,
  conclusion: ({ conclusionGroup }) => conclusionGroup ?? 'n/a',
  year: ({ year }) => String(year),
};
const trees = {},
  columns = {};
for (const [name, read] of Object.entries(readings)) {
  const codes = [...new Set(records.map(read))].sort(),
    number = new Map(codes.map((code, at) => [code, at]));
  trees[name] = codeTree({ name, codes });
  columns[name] = Uint8Array.from(records, (record) => number.get(read(record)));
}
const tables = [...new Set(records.map(({ table }) => table))],
  contributor = Uint8Array.from(records, ({ table }) => tables.indexOf(table));
const under = (secret) => (message) => createHmac('sha256', secret).update(message).digest();
const hashes = records.map((_, row) => under('records')(`${row}`));
const keys = {
  high: Uint32Array.from(hashes, (hash) => hash.readUInt32BE(0)),
  low: Uint32Array.from(hashes, (hash) => hash.readUInt32BE(4)),
};

let start = performance.now();
const lap = (what) => {
  console.log(`  ${what}: ${Math.round(performance.now() - start)} ms`);
  start = performance.now();
};
const open = async (title, specs, threshold, solvers) => {
  console.log(`${title}, t = ${threshold}: ${specs.map((names) => names.join(' × ')).join(', ')}`);
  start = performance.now();
  const counted = specs.map((names) => {
    const own = names.map((name) => trees[name]),
      ownColumns = names.map((name) => columns[name]);
    return {
      name: names.join(' × '),
      cube: cubeOf(own, ownColumns, keys),
      contributions: contributionsOf(own, ownColumns, contributor, tables.length),
    };
  });
  lap('counted');
  const linked = linkTables(
    counted.map(({ name, cube }) => ({ name, hierarchies: cube.hierarchies, counts: cube.counts })),
  );
  lap(`linked, ${linked.names.length} cells`);
  const pattern = protectedPattern(linked, counted, {
    threshold,
    zeros: 'zerosAreSmall',
    random: seededRandom(1),
  });
  lap(`pattern, ${pattern.primary.length} primary, ${pattern.secondary.length} secondary`);
  const published = perturbed(
    linked,
    counted,
    pattern.hidden,
    threshold,
    symmetricRow(5, 3, 11),
    under('cells'),
  );
  lap('perturbed');
  const hidden = Array.from(published, (value) => Number.isNaN(value));
  const derivable = derivableCells(linked, hidden).filter((cell) => pattern.primary.includes(cell)).length;
  lap(`rank test, ${derivable} derivable`);
  const { weakest } = effectiveSpread(linked, hidden);
  lap(`effective spread, weakest ${weakest.toFixed(3)} (bar 0.6)`);
  const audit = await auditIntervals(
    linked,
    hidden,
    { protect: pattern.primary, threshold, knowledge: withinNoise(hidden, published, 5, threshold) },
    solvers,
  );
  lap(
    `noisy intervals on ${solvers.length} workers, ${audit.solved} programmes, ${audit.narrow.length} narrow`,
  );
  const large = linked.counts.filter((count) => count >= threshold).length,
    shown = hidden.filter((is) => !is).length;
  console.log(`  shown: ${shown} of ${large} cells with n ≥ t, ${((100 * shown) / large).toFixed(1)} %`);
};

const script = new URL('../../dist/apps/api/src/statistics/solver/solver-worker.js', import.meta.url);
const solvers = [highsWorker(script), highsWorker(script)];
try {
  await open(
    'two-way, auditor',
    [
      ['region', 'age'],
      ['region', 'type'],
      ['region', 'sector'],
    ],
    11,
    solvers,
  );
  await open(
    'two-way, public',
    [
      ['region', 'age'],
      ['region', 'type'],
      ['region', 'sector'],
    ],
    20,
    solvers,
  );
  await open(
    'two-way and year, public',
    [
      ['region', 'age', 'year'],
      ['region', 'type', 'year'],
      ['region', 'sector', 'year'],
    ],
    20,
    solvers,
  );
  await open(
    'three-way, auditor',
    [
      ['region', 'age', 'sex'],
      ['region', 'type', 'sector'],
      ['region', 'conclusion'],
      ['age', 'conclusion'],
    ],
    11,
    solvers,
  );
  if (process.argv.includes('--large')) {
    await open(
      'two-way and year, auditor',
      [
        ['region', 'age', 'year'],
        ['region', 'type', 'year'],
        ['region', 'sector', 'year'],
        ['region', 'conclusion', 'year'],
        ['age', 'sex', 'year'],
      ],
      11,
      solvers,
    );
  }
} finally {
  for (const solver of solvers) await solver.stop();
}
console.log(peakMemory());
