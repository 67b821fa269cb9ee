/**
 * A dashboard's answer on a loaded vintage of up to 4,000 cells: bars p95 ≤ 50 ms cold, ≤ 5 ms cached. Beside
 * a control of the same run.
 *
 * Loaded: coded columns and record keys stand in memory, and the pattern of hidden cells was decided when the
 * vintage opened.
 * Cold: the table is counted from the records with its keys, perturbed cell by cell, cut to its declared
 * shape and written as JSON.
 * Cached: the published values stand; the slice is cut and written. What HTTP and PostgreSQL add is not in it.
 */
import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import {
  codeTree,
  cubeOf,
  declaredSlice,
  linkTables,
  perturbed,
  protectedPattern,
  seededRandom,
  symmetricRow,
} from '../../dist/libs/statistics/src/index.js';
import { peakMemory } from './measure.mjs';

const threshold = 20,
  noise = symmetricRow(5, 3, 11);
const hash = (message) => createHmac('sha256', 'cell secret').update(message).digest();

/** 13 × 17 × 17 places with their totals: 3,757 cells, just below the 4,000 of the bar. */
const trees = [
  ['region', 12],
  ['quarter', 16],
  ['reason', 16],
].map(([name, size]) => codeTree({ name, codes: Array.from({ length: size }, (_, at) => `${name}-${at}`) }));

const drawn = (rows) => {
  const random = seededRandom(rows);
  const columns = trees.map(({ dimension }) => {
    const weights = dimension.codes.map(() => Math.exp(random() * 2 - 1)),
      total = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = [];
    weights.reduce((sum, weight) => {
      shares.push((sum + weight) / total);
      return sum + weight;
    }, 0);
    return Uint8Array.from({ length: rows }, () => {
      const u = random(),
        at = shares.findIndex((share) => u < share);
      return at < 0 ? shares.length - 1 : at;
    });
  });
  const keys = {
    high: Uint32Array.from({ length: rows }, () => random() * 2 ** 32),
    low: Uint32Array.from({ length: rows }, () => random() * 2 ** 32),
  };
  return { columns, keys };
};

/** Latencies one by one, first answers included: a percentile of medians would hide what a percentile is for. */
const latencies = (answer, times) => {
  const walls = [],
    processors = [];
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage(),
      start = performance.now();
    answer();
    walls.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processors.push((user + system) / 1000);
  }
  return { walls: walls.sort((a, b) => a - b), processors: processors.sort((a, b) => a - b) };
};
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
const say = (what, { walls: sorted, processors }, bar) => {
  const p95 = at(sorted, 0.95);
  console.log(
    `${what.padEnd(64)} · median ${at(sorted, 0.5).toFixed(2)} ms · p95 ${p95.toFixed(2)} ms · worst ${sorted.at(-1).toFixed(2)} ms of ${sorted.length} · processor p95 ${at(processors, 0.95).toFixed(2)} ms${bar === undefined ? '' : ` · bar p95 ${bar} ms: ${p95 <= bar ? 'met' : 'MISSED'}`}`,
  );
};

for (const rows of [1_000, 25_000, 1_000_000]) {
  const { columns, keys } = drawn(rows),
    name = trees.map(({ dimension }) => dimension.name).join(' × ');
  const counted = [{ name, cube: cubeOf(trees, columns, keys) }];
  const linked = linkTables(
    counted.map(({ cube }) => ({ name, hierarchies: cube.hierarchies, counts: cube.counts })),
  );
  const start = performance.now();
  const pattern = protectedPattern(linked, counted, {
    threshold,
    zeros: 'zerosAreSmall',
    random: seededRandom(1),
  });
  const opened = performance.now() - start,
    published = perturbed(linked, counted, pattern.hidden, threshold, noise, hash);
  const shown = published.filter((value) => !Number.isNaN(value)).length;
  console.log(
    `\n${rows.toLocaleString('en')} records, ${linked.names.length.toLocaleString('en')} cells, ${shown.toLocaleString('en')} shown; pattern decided at opening in ${Math.round(opened)} ms`,
  );
  const [a, b, c] = columns;
  // What one would write without margins, keys, noise or protection: count and write.
  say(
    'control: counted by hand and written as JSON',
    latencies(
      () => {
        const counts = new Uint32Array(12 * 16 * 16);
        for (let row = 0; row < rows; row++) counts[(a[row] * 16 + b[row]) * 16 + c[row]]++;
        return JSON.stringify(Array.from(counts));
      },
      rows === 1_000_000 ? 100 : 200,
    ),
  );
  const cold = () => {
    const tables = [{ name, cube: cubeOf(trees, columns, keys) }];
    return JSON.stringify(
      declaredSlice(
        { linked, tables, published: perturbed(linked, tables, pattern.hidden, threshold, noise, hash) },
        name,
      ),
    );
  };
  say('cold: counted, perturbed, cut and written', latencies(cold, rows === 1_000_000 ? 100 : 200), 50);
  const written = JSON.stringify(Array.from(published, (value) => (Number.isNaN(value) ? null : value)));
  say(
    'control: the values alone parsed and written as JSON',
    latencies(() => JSON.stringify(JSON.parse(written)), 500),
  );
  say(
    'cached: cut from the published values and written',
    latencies(() => JSON.stringify(declaredSlice({ linked, tables: counted, published }, name)), 500),
    5,
  );
}
console.log(peakMemory());
