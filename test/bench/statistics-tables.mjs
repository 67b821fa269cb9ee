/**
 * The tables side of the engine against controls of the same run; the anchors were measured once and are
 * quoted beside.
 */
import { createHmac, randomBytes } from 'node:crypto';
import {
  auditIntervals,
  cellDeviation,
  codeTree,
  contributionsOf,
  cubeOf,
  derivableCells,
  effectiveSpread,
  levelAt,
  linkTables,
  repairIntervals,
  seededRandom,
  suppress,
  symmetricRow,
} from '../../dist/libs/statistics/src/index.js';
import { highsWorker } from '../../dist/apps/api/src/statistics/solver/highs-worker.js';
import { measured, peakMemory, report } from './measure.mjs';

const sizes = [8, 12, 4, 6];
const dimensions = ['region', 'age', 'sex', 'type'].map((name, at) => ({
  name,
  codes: Array.from({ length: sizes[at] }, (_, i) => `${name}${i}`),
}));
const trees = dimensions.map((dimension) => codeTree(dimension));
const random = seededRandom(20_261_122);

const drawn = (rows, levels) =>
  levels.map((size) => Uint8Array.from({ length: rows }, () => Math.floor(random() * size)));
const keysOf = (rows) => {
  const bytes = randomBytes(8 * rows);
  return {
    high: new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 4 * rows)),
    low: new Uint32Array(bytes.buffer.slice(bytes.byteOffset + 4 * rows, bytes.byteOffset + 8 * rows)),
  };
};

/** What somebody would write by hand for just these four columns: one loop, one array, no margins, no keys. */
const bareLoop = ([a, b, c, d]) => {
  const [, nb, nc, nd] = sizes,
    counts = new Uint32Array(sizes.reduce((product, size) => product * size, 1));
  for (let row = 0; row < a.length; row++) counts[((a[row] * nb + b[row]) * nc + c[row]) * nd + d[row]]++;
  return counts;
};

const hmac = (secret) => (message) => createHmac('sha256', secret).update(message).digest();
const noise = symmetricRow(5, 3, 11);

for (const rows of [1_000, 25_000, 1_000_000]) {
  const columns = drawn(rows, sizes),
    keys = keysOf(rows),
    contributor = Uint8Array.from({ length: rows }, () => Math.floor(random() * 53));
  console.log(`${rows.toLocaleString('en')} rows, 4 dimensions`);
  const runs = rows === 1_000_000 ? 25 : 9;
  const control = measured(() => bareLoop(columns), runs);
  report('control: bare typed-array loop, no margins, no keys', control);
  const plain = measured(() => cubeOf(trees, columns), runs),
    keyed = measured(() => cubeOf(trees, columns, keys), runs);
  report('cube with margins', plain, {
    control,
    note: `best against best ${(plain.best / control.best).toFixed(1)} ×`,
  });
  const ratio = keyed.best / control.best;
  // Beside other work the median tells how busy the machine was; the best run of many tells what the code costs.
  report('cube with margins and exclusive or of keys', keyed, {
    control,
    note: `best against best ${ratio.toFixed(1)} ×${rows === 1_000_000 ? ` (bar 3 ×: ${ratio <= 3 ? 'met' : 'MISSED'}; anchor cellKey (R) 2,570 ms)` : ''}`,
  });
  const cube = cubeOf(trees, columns, keys),
    hash = hmac('secret');
  report(
    `cell keys and deviations of its ${cube.counts.length.toLocaleString('en')} cells`,
    measured(() => {
      for (let cell = 0; cell < cube.counts.length; cell++)
        cellDeviation(
          {
            count: cube.counts[cell],
            keyHigh: cube.keyHigh[cell],
            keyLow: cube.keyLow[cell],
            level: levelAt(cube, cell),
          },
          noise,
          hash,
        );
    }, 5),
  );
  report(
    'contributions of 53 tables',
    measured(() => contributionsOf(trees, columns, contributor, 53), 3),
    { control },
  );
}

/** 16 × 8 × 3 × 4 with all margins: 3,060 cells; rows drawn until 1,125 of them are between 1 and 10. */
const wide = [16, 8, 3, 4].map((size, at) =>
  codeTree({ name: 'rast'[at], codes: Array.from({ length: size }, (_, i) => `${'rast'[at]}${i}`) }),
);
const problem = () => {
  const own = seededRandom(42);
  const cumulated = wide.map(({ dimension }) => {
    const weights = dimension.codes.map(() => Math.exp((own() * 2 - 1) * 1.5)),
      total = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    return weights.map((weight) => (sum += weight / total));
  });
  const most = 60_000;
  const columns = wide.map(() => new Uint8Array(most));
  for (let row = 0; row < most; row++)
    cumulated.forEach((shares, at) => {
      const u = own();
      columns[at][row] = Math.min(shares.findIndex((share) => u < share) >>> 0, shares.length - 1);
    });
  let best;
  for (let rows = 12_000; rows <= most; rows += 50) {
    const counts = cubeOf(
      wide,
      columns.map((column) => column.subarray(0, rows)),
    ).counts;
    const primaries = counts.reduce((sum, count) => sum + (count > 0 && count < 11 ? 1 : 0), 0);
    if (best === undefined || Math.abs(primaries - 1_125) < Math.abs(best.primaries - 1_125))
      best = { rows, counts, primaries };
    if (best.primaries === 1_125) break;
  }
  return best;
};
const { rows, counts, primaries } = problem();
const linked = linkTables([{ name: 'wide', hierarchies: wide, counts }]);
const primary = [...counts.keys()].filter((cell) => linked.counts[cell] > 0 && linked.counts[cell] < 11),
  singletons = primary.filter((cell) => linked.counts[cell] === 1);
console.log(
  `\n${linked.names.length} cells, ${primaries} primary (own instance from ${rows} rows: the anchors' data are not public; anchors GaussSuppression 2,900 ms and 246 secondaries, sdcTable GAUSS 179 s)`,
);
let last;
const time = (name, demands, note) => {
  const figures = measured(() => {
    last = suppress(linked, { primary, jitter: 1, random: seededRandom(7), ...demands });
  }, 5);
  const derivable = derivableCells(linked, last.hidden).filter((cell) => primary.includes(cell)).length;
  report(name, figures, {
    bar: 360,
    note: `${last.secondary.length} secondaries${note === '' ? '' : ` (${note})`}, ${derivable} primary cells derivable`,
  });
  return last;
};
time('secondary suppression', {}, 'bar 246');
time('with the singleton rule', { singletons }, 'bar 246');
const careful = time(
  'with the singleton rule and small sums',
  { singletons, threshold: 11 },
  'more, for width',
);
report(
  'exact-derivability audit',
  measured(() => derivableCells(linked, careful.hidden), 3),
);
report(
  'effective spread of all shown cells',
  measured(() => effectiveSpread(linked, careful.hidden), 1),
);

const solvers = [
  highsWorker(new URL('../../dist/apps/api/src/statistics/solver/solver-worker.js', import.meta.url)),
  highsWorker(new URL('../../dist/apps/api/src/statistics/solver/solver-worker.js', import.meta.url)),
];
try {
  for (const [name, hidden] of [
    ['pattern without small sums', time('(again, without small sums)', { singletons }, '').hidden],
    ['pattern with small sums', careful.hidden],
  ]) {
    const start = performance.now();
    const audit = await auditIntervals(linked, hidden, { protect: primary, threshold: 11 }, solvers);
    const took = performance.now() - start;
    console.log(
      `interval audit, ${name}: ${Math.round(took)} ms on 2 workers, ${audit.solved} programmes for ${primary.length} cells, ${audit.narrow.length} narrow · bar 20,000 ms: ${took <= 20_000 ? 'met' : 'MISSED'} (anchor 1,125 × 36 ms = 40,500 ms)`,
    );
  }
  const start = performance.now();
  const repair = await repairIntervals(linked, careful.hidden, { protect: primary, threshold: 11 }, solvers);
  console.log(
    `repair to ${repair.safe ? 'safe' : 'REFUSED'} in ${repair.rounds} rounds, ${repair.safe ? repair.added.length : 0} further cells, ${Math.round(performance.now() - start)} ms with its audits`,
  );
} finally {
  for (const solver of solvers) await solver.stop();
}
console.log(peakMemory());
