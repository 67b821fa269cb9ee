/**
 * The records side of the statistics engine (statistics.md S8). Anchors measured elsewhere, once, beside other work:
 * ARX 4.1 s for an optimal k-search over 6 quasi-identifiers of 1 M records, 1.2 s for adult; fast-csv 5.8 s and
 * PostgreSQL COPY 1.0 s for a CSV of 1 M rows.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  anonymousSets,
  attributeOf,
  baseShapes,
  csvFile,
  csvOfColumns,
  hierarchyOf,
  logGeneralisation,
  nonUniformEntropy,
  outcomeRecords,
  peopleFile,
  peopleTerms,
  riskSetsFile,
  riskSetsTerms,
  searchFullDomain,
  sectorGroupOf,
  seededRandom,
  riskCategoryMarginals,
} from '#statistics';
import { measured, peakMemory, report } from './measure.mjs';

const plain = { sensitive: [], criteria: [], hideSuppressed: false };
const drawn = (shape) => outcomeRecords(shape, seededRandom(shape.seed));

// Six quasi-identifiers of 1 M records: 1,728 generalisations.
const ages = [
  ['0-5', '0-11', '0-17', '*'],
  ['6-11', '0-11', '0-17', '*'],
  ['12-17', '12-17', '0-17', '*'],
  ['18-24', '18-24', '18-39', '*'],
  ['25-29', '25-39', '18-39', '*'],
  ['30-39', '25-39', '18-39', '*'],
  ['40-59', '40+', '40+', '*'],
  ['60-plus', '40+', '40+', '*'],
  ['N/A', 'N/A', 'N/A', '*'],
];
const sexes = [
  ['male', 'male', '*'],
  ['female', 'female', '*'],
  ['x', 'other', '*'],
  ['unknown', 'other', '*'],
  ['N/A', 'N/A', '*'],
];
const types = [
  ['person', 'person', 'persons', '*'],
  ['dyad', 'several', 'persons', '*'],
  ['family', 'several', 'persons', '*'],
  ['neighbourhood', 'place', 'place', '*'],
  ['environmental', 'place', 'place', '*'],
];
const columnsOf = (shape) => {
  const values = { year: [], ageBand: [], sex: [], type: [], sector: [], table: [] };
  for (const record of drawn(shape)) {
    values.year.push(String(record.year));
    values.ageBand.push(record.ageBand ?? 'N/A');
    values.sex.push(record.sex ?? 'N/A');
    values.type.push(record.type);
    values.sector.push(record.originatingSector);
    values.table.push(record.table);
  }
  return values;
};
const attributesOf = (values) =>
  [
    ['year', [...new Set(values.year)].map((y) => [y, Number(y) < 2022 ? 'to 2021' : 'from 2022', '*'])],
    ['ageBand', ages],
    ['sex', sexes],
    ['type', types],
    [
      'sector',
      [...new Set(values.sector)].map((s) => [
        s,
        sectorGroupOf(s),
        sectorGroupOf(s).startsWith('justice') ? 'justice' : 'services',
        '*',
      ]),
    ],
    ['table', [...new Set(values.table)].map((t) => [t, t.slice(0, -3), '*'])],
  ].map(([name, rows]) => attributeOf(name, values[name], hierarchyOf(rows)));

for (const [shape, rows] of [
  [baseShapes.million, 1_000],
  [baseShapes.million, 25_000],
  [baseShapes.million, 1_000_000],
]) {
  const attributes = attributesOf(columnsOf({ ...shape, rows }));
  const control = measured(() => {
    // The bare loop: one pass that counts the records by their six codes, nothing generalised.
    const sizes = attributes.map(({ hierarchy }) => hierarchy.codeOf.size),
      counts = new Int32Array(sizes.reduce((a, b) => a * b, 1));
    const [a, b, c, d, e, f] = attributes.map(({ codes }) => codes);
    for (let i = 0; i < rows; i++)
      counts[
        ((((a[i] * sizes[1] + b[i]) * sizes[2] + c[i]) * sizes[3] + d[i]) * sizes[4] + e[i]) * sizes[5] + f[i]
      ]++;
    return counts;
  });
  if (rows === 1_000_000) report('control: one counting pass over six typed arrays', control);
  for (const [name, loss] of [
    ['log-generalisation', logGeneralisation(attributes)],
    ['non-uniform entropy', nonUniformEntropy(attributes)],
  ]) {
    let found;
    const time = measured(() => {
      found = searchFullDomain({ ...plain, attributes, k: 20, suppressionLimit: 0.02, loss });
    });
    report(`k = 20, 6 quasi-identifiers, ${rows.toLocaleString('en')} records, ${name}`, time, {
      control,
      ...(rows === 1_000_000 ? { bar: 1500 } : {}),
      note: `levels ${found?.levels} of ${found?.nodes} nodes, ${found?.nodesCounted} counted, ${found?.suppressed} suppressed`,
    });
  }
}
console.log(peakMemory());

{
  const answers = new URL('../statistics/answers/arx/', import.meta.url);
  const bytesOf = (name) => readFileSync(new URL(name, answers));
  const read = (name) =>
    (name === 'adult.csv' ? gunzipSync(bytesOf(`${name}.gz`)) : bytesOf(name))
      .toString('utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(';'));
  const [header, ...rows] = read('adult.csv');
  const attributes = header.map((name, column) =>
    attributeOf(
      name,
      rows.map((row) => row[column]),
      hierarchyOf(read(`adult_hierarchy_${name}.csv`)),
    ),
  );
  let found;
  const time = measured(() => {
    found = searchFullDomain({
      ...plain,
      attributes,
      k: 5,
      suppressionLimit: 0.04,
      loss: nonUniformEntropy(attributes),
    });
  });
  report('adult, 9 quasi-identifiers, k = 5, suppression ≤ 4 %', time, {
    bar: 1200,
    note: `levels ${found?.levels}, ${found?.suppressed} suppressed (ARX: 1,0,1,1,3,2,2,0,1 and 906; 1.2 s)`,
  });
}

// Sets: 25,000 records in one period, 27 categories.
const register = [...drawn(baseShapes.register)];
const codes = new Map(Object.keys(riskCategoryMarginals).map((category, code) => [category, code]));
const sets = [...drawn({ ...baseShapes.register, rows: 28_000 })]
  .filter((r) => r.riskFactors !== null)
  .slice(0, 25_000)
  .map((r) => [...new Set(r.riskFactors.map((factor) => codes.get(factor.slice(0, factor.indexOf('.')))))]);
let safe;
report(
  'k^m sets, m = 2, 25,000 × 27, one period, k = 20',
  measured(() => {
    safe = anonymousSets(sets, 27, 20);
  }),
  { bar: 5000, note: `loss ${(100 * safe.loss).toFixed(2)} %` },
);
let fileB;
report(
  'file B, 25,000 discussions, three-year periods, k = 20',
  measured(() => {
    fileB = riskSetsFile(register, riskSetsTerms(20, 3));
  }),
  { bar: 5000, note: `loss ${(100 * fileB.loss).toFixed(2)} %` },
);
let fileA;
report(
  'file A, 25,000 discussions, k = 20, guards and dominance',
  measured(() => {
    fileA = peopleFile(register, peopleTerms(20));
  }),
  { note: `suppressed ${(100 * fileA.suppressedShare).toFixed(2)} %` },
);

// CSV of 1 M rows to a file on disk; the control joins the same labels without looking at them.
const folder = mkdtempSync(join(tmpdir(), 'bench-csv-')),
  path = join(folder, 'rows.csv');
const write = (chunks) => {
  const file = openSync(path, 'w');
  for (const chunk of chunks) writeSync(file, chunk);
  closeSync(file);
};
const labels = [
  ['2023', '2024'],
  ages.map(([a]) => a),
  ['male', 'female', 'x'],
  types.map(([t]) => t),
  ['justice', 'health, mental', 'say "so"', 'education'],
  ['lowered', 'still at risk', '=other'],
];
const columnsOfRows = (rows) =>
  labels.map((values, c) => ({
    name: `column${c}`,
    labels: values,
    codes: Uint8Array.from({ length: rows }, (_, i) => (i * 7919 + c * 31) % values.length),
  }));
const rowsFrom = function* (columns, rows) {
  for (let i = 0; i < rows; i++) yield columns.map(({ codes: column, labels: values }) => values[column[i]]);
};
const joined = function* (columns, rows) {
  let chunk = '';
  for (let i = 0; i < rows; i++) {
    chunk += `${columns.map(({ codes: column, labels: values }) => values[column[i]]).join(',')}\r\n`;
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
};
const million = columnsOfRows(1_000_000);
const control = measured(() => write(joined(million, 1_000_000)), 3);
report('control: 1 M rows of 6 fields joined, nothing quoted', control);
report(
  'CSV of 1 M rows from coded columns',
  measured(() => write(csvOfColumns(million)), 3),
  { control, bar: 1400, note: `${Math.round(statSync(path).size / 1e6)} MB` },
);
report(
  'CSV of 1 M rows from rows of values',
  measured(
    () =>
      write(
        csvFile(
          million.map(({ name }) => name),
          rowsFrom(million, 1_000_000),
        ),
      ),
    3,
  ),
  { control, bar: 1400 },
);
for (const rows of [100_000, 1_000_000]) {
  globalThis.gc?.();
  const columns = columnsOfRows(rows);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = 0,
    chunks = 0;
  const watched = function* () {
    for (const chunk of csvOfColumns(columns)) {
      if (chunks++ % 50 === 0) {
        globalThis.gc?.();
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
      yield chunk;
    }
  };
  write(watched());
  console.log(
    `heap held while writing ${rows.toLocaleString('en')} rows: ${(most / 1e6).toFixed(1)} MB above the columns`,
  );
}
rmSync(folder, { recursive: true });
console.log(peakMemory());
