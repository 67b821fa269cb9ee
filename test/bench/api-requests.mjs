/**
 * `npm run bench -- api [sizes]`: the product over HTTP beside a bare control on the same database in the
 * same run; 16 connections, five interleaved rounds, medians of the ratios within a round. Sizes are
 * concluded situations in all 60 tables: `npm run bench -- api 1000 1000000`. Every size stands in a database
 * of its own at the same time, and a round asks all of them one after the other: load from elsewhere falls on
 * all of them alike.
 * Words name the work (`api 1000 move`); all of it without. BENCH_PROFILE=folder leaves processor profiles of
 * product and control there.
 */
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { plantHistory, plantScreenings } from './api/history.mjs';
import {
  apiOptions,
  apiProgram,
  dressed,
  median,
  newDatabase,
  processorTime,
  send as sendBy,
  start,
  stop,
} from './api/standing.mjs';

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);
const named = process.argv.slice(2).filter((word) => Number.isNaN(Number(word)));
const rounds = 5,
  connections = 16,
  roundMs = Number(process.env.BENCH_ROUND_MS ?? 3000),
  ready = 40;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

const send = (...what) => sendBy(agent, ...what);
const withKey = (version) => ({ 'idempotency-key': randomUUID(), 'if-match': `"v${version}"` });
const paths = { recordRisk: 'record-risk', takeBackRisk: 'take-back-risk' };
/** How the product is asked for each piece of work; the control takes the same as one JSON. */
const product = (base) => (work, who, about) => {
  switch (work) {
    case 'list':
      return send(base, 'GET', '/api/v1/situations?limit=25', dressed(who));
    case 'search':
      return send(
        base,
        'GET',
        '/api/v1/situations?limit=25&stage=concluded&riskFactor=drugs.drug-abuse-by-person',
        dressed(who),
      );
    case 'read':
      return send(base, 'GET', `/api/v1/situations/${about.id}`, dressed(who));
    case 'bring':
      return send(
        base,
        'POST',
        `/api/v1/screenings/${about.id}/bring-to-table`,
        dressed(who, withKey(about.version)),
        { ownMeansExhausted: true },
      );
    default:
      return send(
        base,
        'POST',
        `/api/v1/situations/${about.id}/moves/${paths[about.name]}`,
        dressed(who, withKey(about.version)),
        about.request,
      );
  }
};
const control = (base) => (work, who, about) => send(base, 'POST', '/', {}, { work, who, about });

const one = (of) => of[Math.floor(Math.random() * of.length)];

/** Each connection asks again as soon as it is answered, until the time is over or its work is done. */
async function measure(ask, lines, pid) {
  const before = processorTime(pid);
  const latencies = [],
    from = performance.now(),
    until = from + roundMs;
  await Promise.all(
    lines.map(async (line) => {
      for (let next = line.next(); next !== undefined && performance.now() < until; next = line.next()) {
        const begun = performance.now();
        const answer = await ask(next.work, next.who, next.about);
        latencies.push(performance.now() - begun);
        if (answer.status >= 300)
          throw new Error(`${next.work}: ${answer.status} ${answer.text.slice(0, 300)}`);
        line.done?.(JSON.parse(answer.text));
      }
    }),
  );
  return {
    perSecond: latencies.length / ((performance.now() - from) / 1000),
    p50: median(latencies),
    processor: (processorTime(pid) - before) / latencies.length,
  };
}

const points = {
  fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
  decidedBy: 'agreement',
};

/** A database with its history, the product and the control on it, and the work that both are asked for. */
async function stand(size, opened) {
  const { server, keys, environment } = await newDatabase(opened);
  const planting = performance.now();
  const { reps, coordinators, situations, own, employer } = await plantHistory(
    server.url('postgres'),
    keys,
    size,
  );
  console.log(
    `${size.toLocaleString('en')} concluded, planted in ${Math.round((performance.now() - planting) / 1000)} s`,
  );
  const profile =
    process.env.BENCH_PROFILE === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`];
  const api = await start(apiProgram, environment, [...apiOptions, ...profile]);
  opened.push(() => stop(api.child));
  const bare = await start(
    fileURLToPath(new URL('./api/control.mjs', import.meta.url)),
    environment,
    profile,
  );
  opened.push(() => stop(bare.child));
  const seats = Array.from({ length: connections }, (_, i) => ({
    rep: reps[i],
    coordinator: coordinators[i],
  }));
  const at = (table, stage) =>
    situations.filter((s) => s.table_id === table && s.stage === stage && s.agency_id !== employer);
  const repeated =
    (work, about = () => ({})) =>
    () =>
      seats.map(({ rep }) => ({ next: () => ({ work, who: rep, about: about(rep) }) }));
  const moved = new Map();
  const works = {
    list: repeated('list'),
    search: repeated('search'),
    read: repeated('read', (rep) => ({ id: one(at(rep.table, 'intervention')).id })),
    move: () =>
      seats.map(({ coordinator }) => {
        const state = {
          id: at(coordinator.table, 'deidentified')[0].id,
          version: moved.get(coordinator.table) ?? 1,
        };
        return {
          next: () => ({
            work: 'move',
            who: coordinator,
            about: {
              id: state.id,
              version: state.version,
              name: state.version % 2 === 1 ? 'recordRisk' : 'takeBackRisk',
              request: state.version % 2 === 1 ? points : {},
            },
          }),
          done: ({ version }) => {
            state.version = version;
            moved.set(coordinator.table, version);
          },
        };
      }),
    bring: async () =>
      Promise.all(
        seats.map(async ({ rep }) => {
          const screenings = await plantScreenings(server.url('postgres'), keys, rep, own, ready);
          return {
            next: () => {
              const id = screenings.pop();
              return id === undefined ? undefined : { work: 'bring', who: rep, about: { id, version: 1 } };
            },
          };
        }),
      ),
  };
  return {
    size,
    works,
    asks: { control: control(bare.base), product: product(api.base) },
    pids: { control: bare.child.pid, product: api.child.pid },
  };
}

/** [least share of the control's throughput, most growth of the p50 from the first size]. */
const bars = { list: [0.7, 1.3], search: [0.7, 2], read: [0.7, 1.3], move: [0.6, 1.3], bring: [0.6, 1.3] };
const said = (met) => (met ? 'met' : 'MISSED');

async function compare(stands, work) {
  const found = stands.map(() => ({ control: [], product: [] }));
  for (let round = -1; round < rounds; round++) {
    for (const [i, { works, asks, pids }] of stands.entries()) {
      for (const side of round % 2 === 0 ? ['control', 'product'] : ['product', 'control']) {
        const result = await measure(asks[side], await works[work](), pids[side]);
        if (round >= 0) found[i][side].push(result);
      }
    }
  }
  const [share, growth] = bars[work];
  for (const [i, { size }] of stands.entries()) {
    const { control: bare, product: ours } = found[i];
    const of = (results, figure) => median(results.map((result) => result[figure]));
    const ratios = ours.map(({ perSecond }, round) => perSecond / bare[round].perSecond),
      ratio = median(ratios);
    const grown = median(ours.map(({ p50 }, round) => p50 / found[0].product[round].p50)),
      bareGrown = median(bare.map(({ p50 }, round) => p50 / found[0].control[round].p50));
    console.log(
      `${work.padEnd(6)} ${size.toLocaleString('en').padStart(9)} · product ${of(ours, 'perSecond').toFixed(0).padStart(5)}/s p50 ${of(ours, 'p50').toFixed(1)} ms · control ${of(bare, 'perSecond').toFixed(0).padStart(5)}/s p50 ${of(bare, 'p50').toFixed(1)} ms` +
        ` · processor of the process ${of(ours, 'processor').toFixed(2)} and ${of(bare, 'processor').toFixed(2)} ms a request` +
        ` · ${ratio.toFixed(2)} of control (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}), bar ${share} ${said(ratio >= share)}` +
        (i > 0
          ? ` · growth ${grown.toFixed(2)} × (control ${bareGrown.toFixed(2)} ×), bar ${growth} ${said(grown <= growth)}`
          : ''),
    );
  }
}

const opened = [];
try {
  const stands = [];
  for (const size of sizes.length > 0 ? sizes : [1000, 100_000]) stands.push(await stand(size, opened));
  for (const work of named.length > 0 ? named : Object.keys(bars)) await compare(stands, work);
  console.log(`load at the end ${loadavg()[0].toFixed(1)}`);
} finally {
  for (const close of opened.reverse()) await close();
}
