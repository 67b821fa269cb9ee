/**
 * `npm run bench -- api [sizes]`: the product over HTTP beside a bare control on the same database in the same run; 16 connections, five interleaved
 * rounds, medians. Sizes are concluded situations in all 60 tables: `npm run bench -- api 1000 100000 1000000`.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { FileKeyProvider } from '#crypto';
import { migrate, startEmbedded } from '#database';
import { plantHistory, plantScreenings } from './api/history.mjs';

const sizes = process.argv.slice(2).map(Number).filter((n) => n > 0);
const rounds = 5, connections = 16, roundMs = Number(process.env.BENCH_ROUND_MS ?? 3000), ready = 40;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

function send(base, method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const asked = request(base + path, { method, agent, headers: { ...headers, ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => { resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }); });
    });
    asked.on('error', reject);
    asked.end(text);
  });
}

const dressed = ({ token, seat }, more = {}) => ({ cookie: `__Host-session=${token}`, seat, 'sec-fetch-site': 'same-origin', ...more });
const withKey = (version) => ({ 'idempotency-key': randomUUID(), 'if-match': `"v${version}"` });
const paths = { recordRisk: 'record-risk', takeBackRisk: 'take-back-risk' };
/** How the product is asked for each piece of work; the control takes the same as one JSON. */
const product = (base) => (work, who, about) => {
  switch (work) {
    case 'list': return send(base, 'GET', '/api/v1/situations?limit=25', dressed(who));
    case 'search': return send(base, 'GET', '/api/v1/situations?limit=25&stage=concluded&riskFactor=drugs.drug-abuse-by-person', dressed(who));
    case 'read': return send(base, 'GET', `/api/v1/situations/${about.id}`, dressed(who));
    case 'bring': return send(base, 'POST', `/api/v1/screenings/${about.id}/bring-to-table`, dressed(who, withKey(about.version)), { ownMeansExhausted: true });
    default: return send(base, 'POST', `/api/v1/situations/${about.id}/moves/${paths[about.name]}`, dressed(who, withKey(about.version)), about.request);
  }
};
const control = (base) => (work, who, about) => send(base, 'POST', '/', {}, { work, who, about });

const one = (of) => of[Math.floor(Math.random() * of.length)];
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Each connection asks again as soon as it is answered, until the time is over or its work is done. */
async function measure(ask, lines) {
  const latencies = [], from = performance.now(), until = from + roundMs;
  await Promise.all(lines.map(async (line) => {
    for (let next = line.next(); next !== undefined && performance.now() < until; next = line.next()) {
      const begun = performance.now();
      const answer = await ask(next.work, next.who, next.about);
      latencies.push(performance.now() - begun);
      if (answer.status >= 300) throw new Error(`${next.work}: ${answer.status} ${answer.text.slice(0, 300)}`);
      line.done?.(JSON.parse(answer.text));
    }
  }));
  return { perSecond: latencies.length / ((performance.now() - from) / 1000), p50: median(latencies) };
}

function start(program, environment) {
  const child = spawn(process.execPath, [program], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', ({ listening }) => { resolve({ child, base: listening }); });
    child.once('exit', (code) => { reject(new Error(`${program} ended with ${code}`)); });
  });
}

const points = { fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'], decidedBy: 'agreement' };

async function benchSize(size) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const server = await startEmbedded(join(folder, 'data'));
  const children = [];
  try {
    await migrate(server.url('migrator'));
    const keys = await FileKeyProvider.openOrCreate(join(folder, 'keys'));
    const planting = performance.now();
    const { reps, chairs, situations, own, employer } = await plantHistory(server.url('postgres'), keys, size);
    console.log(`\n## ${size.toLocaleString('en')} concluded (planted in ${Math.round((performance.now() - planting) / 1000)} s)`);
    const environment = {
      DATABASE_URL: server.url('app'), AUTHN_URL: server.url('authn'), JOB_URL: server.url('job'), SITUATION_TABLE_DATA: join(folder, 'data'), SITUATION_TABLE_KEYS: join(folder, 'keys'), PORT: '0',
    };
    const api = await start(fileURLToPath(new URL('../../dist/apps/api/src/main.js', import.meta.url)), environment);
    const bare = await start(fileURLToPath(new URL('./api/control.mjs', import.meta.url)), environment);
    children.push(api.child, bare.child);
    const asks = { product: product(api.base), control: control(bare.base) };
    const seats = Array.from({ length: connections }, (_, i) => ({ rep: reps[i], chair: chairs[i] }));
    const at = (table, stage) => situations.filter((s) => s.table_id === table && s.stage === stage && s.agency_id !== employer);
    const repeated = (work, about = () => ({})) => () => seats.map(({ rep }) => ({ next: () => ({ work, who: rep, about: about(rep) }) }));
    const works = {
      list: repeated('list'), search: repeated('search'),
      read: repeated('read', (rep) => ({ id: one(at(rep.table, 'intervention')).id })),
      move: () => seats.map(({ chair }) => {
        const state = { id: at(chair.table, 'deidentified')[0].id, version: moved.get(chair.table) ?? 1, name: 'recordRisk' };
        return {
          next: () => ({ work: 'move', who: chair, about: { id: state.id, version: state.version, name: state.version % 2 === 1 ? 'recordRisk' : 'takeBackRisk', request: state.version % 2 === 1 ? points : {} } }),
          done: ({ version }) => { state.version = version; moved.set(chair.table, version); },
        };
      }),
      bring: async () => Promise.all(seats.map(async ({ rep }) => {
        const screenings = await plantScreenings(server.url('postgres'), keys, rep, own, ready);
        return { next: () => { const id = screenings.pop(); return id === undefined ? undefined : { work: 'bring', who: rep, about: { id, version: 1 } }; } };
      })),
    };
    const moved = new Map(), figures = {};
    for (const [name, lines] of Object.entries(works)) {
      const found = { product: [], control: [] };
      for (let round = -1; round < rounds; round++) {
        for (const side of ['control', 'product']) {
          const result = await measure(asks[side], await lines());
          if (round >= 0) found[side].push(result);
        }
      }
      const [ours, bareOnes] = [found.product, found.control].map((results) => ({ perSecond: median(results.map((r) => r.perSecond)), p50: median(results.map((r) => r.p50)) }));
      figures[name] = ours.p50;
      console.log(`${name.padEnd(7)} product ${ours.perSecond.toFixed(0).padStart(5)}/s p50 ${ours.p50.toFixed(1)} ms · control ${bareOnes.perSecond.toFixed(0).padStart(5)}/s p50 ${bareOnes.p50.toFixed(1)} ms · ${(ours.perSecond / bareOnes.perSecond).toFixed(2)} of control`);
    }
    return figures;
  } finally {
    for (const child of children) child.kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const all = [];
for (const size of sizes.length > 0 ? sizes : [1000, 100_000]) all.push([size, await benchSize(size)]);
if (all.length > 1) {
  const [[, first]] = all;
  for (const [size, figures] of all.slice(1)) console.log(`growth to ${size.toLocaleString('en')}: ${Object.entries(figures).map(([name, p50]) => `${name} ${(p50 / first[name]).toFixed(2)} ×`).join(' · ')}`);
}
process.exit(0);
