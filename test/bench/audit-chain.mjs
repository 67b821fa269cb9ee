/**
 * `npm run bench -- audit [events]`: what the chain costs while it is written, beside a plain insert of the
 * same row, and how long an exported log takes to be checked.
 * Both writers take turns in short rounds on one server, eight connections, one event a transaction, chains
 * of sixteen tables; the ratio is the median of the rounds.
 */
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { CheckpointFile, checkpointKey, checkpointsName, notesOf, publicKeyName } from '#crypto';
import { exportAudit } from '#database/audit';
import { startEmbedded } from '#database/embedded';
import { migrate } from '#database/migration';
import { fileURLToPath } from 'node:url';

const events = Number(process.argv[2] ?? 1_000_000),
  rounds = 7,
  roundMs = Number(process.env.BENCH_ROUND_MS ?? 2000),
  connections = 8,
  tables = 16;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const folder = mkdtempSync(join(tmpdir(), 'bench-audit-'));
const program = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));

async function cost(url) {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const chains = Array.from({ length: tables }, () => randomUUID());
  const [first] = clients;
  // The same columns, indexes and row; nothing that makes it a chain.
  await first.query(
    'create schema bench; create table bench.plain (like audit.event including defaults including constraints including indexes); alter table bench.plain alter column prev drop not null',
  );
  const columns =
    'chain, seq, at_us, session_id, actor, seat, persona, agency, action, object_type, object_id, fields, outcome, purpose, request_id, detail, prev, hash';
  let n = 0;
  const plain = (client) =>
    client.query(
      `insert into bench.plain (${columns}) values ($1, $2, (extract(epoch from clock_timestamp()) * 1000000)::bigint, $3, $3, $3, 'rep', $3, 'tier.open', 'situation', $3, '{tier3}', 'allow', null, $3, '{}', $4, $4)`,
      [chains[n % tables], (n += 1), chains[0], createHash('sha256').update(String(n)).digest()],
    );
  const chained = (client) =>
    client.query(
      `select audit.record('tier.open', 'situation', $1, '{tier3}', 'allow', null, '{}', $2, $1)`,
      [chains[0], chains[(n += 1) % tables]],
    );
  const round = async (write) => {
    let done = 0;
    const from = performance.now(),
      until = from + roundMs;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < until) {
          await write(client);
          done += 1;
        }
      }),
    );
    // What is chained leaves its pending rows to the clock, which sweeps them each minute: here it is paid
    // within the round.
    if (write === chained) await first.query('delete from audit.pending');
    return done / ((performance.now() - from) / 1000);
  };
  await round(plain);
  await round(chained);
  const seen = [];
  for (let i = 0; i < rounds; i += 1) {
    const order = i % 2 === 0 ? [plain, chained] : [chained, plain];
    const rates = new Map();
    for (const write of order) rates.set(write, await round(write));
    seen.push({ plain: rates.get(plain), chained: rates.get(chained) });
  }
  await Promise.all(clients.map((client) => client.end()));
  const lost = 1 - median(seen.map((each) => each.chained / each.plain));
  console.log(
    `appends: plain ${Math.round(median(seen.map((each) => each.plain)))}/s, chained ${Math.round(median(seen.map((each) => each.chained)))}/s · ${lost.toFixed(3)} of throughput lost · bar 0.25: ${lost <= 0.25 ? 'met' : 'MISSED'}`,
  );
}

/** Chained in bulk by the same functions, one insert a chunk. */
async function plantEvents(url, many) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'set synchronous_commit = off; set session_replication_role = replica; delete from audit.event; delete from audit.head',
  );
  const chain = randomUUID();
  await client.query(`do $$ declare e audit.event; before bytea := '\\x'; begin
    for n in 1..${many} loop
      e.chain := '${chain}'; e.seq := n; e.at_us := 1764000000000000 + n * 1000; e.session_id := '${chain}'; e.actor := '${chain}'; e.seat := '${chain}'; e.persona := 'rep'; e.agency := '${chain}';
      e.action := 'tier.open'; e.object_type := 'situation'; e.object_id := '${chain}'; e.fields := '{tier3}'; e.outcome := 'allow'; e.request_id := '${chain}'; e.detail := '{"stage": "planning"}';
      e.prev := before; before := sha256(before || audit.canonical(e)); e.hash := before;
      insert into audit.event select e.*;
    end loop;
    insert into audit.head (chain, seq, hash) values ('${chain}', ${many}, before); end $$`);
  const { rows } = await client.query(
    'select seq::float8 as seq, encode(hash, $2) as hash from audit.event where seq % greatest($1, 1) = 0 order by seq',
    [Math.floor(many / 1000), 'hex'],
  );
  await client.end();
  return rows.map(({ seq, hash }) => ({ chain, seq, hash }));
}

/** The command itself in a process of its own: its wall time, and the most memory it ever held. */
function verify(file, key) {
  return new Promise((resolve) => {
    const from = performance.now();
    const child = spawn(
      process.execPath,
      [
        '-e',
        `process.on('exit', () => { process.stderr.write('rss ' + Math.round(process.resourceUsage().maxRSS / 1024) + '\\n') }); process.argv = [process.argv[0], 'situation-table', 'audit', 'verify', '--from', ${JSON.stringify(file)}, '--key', ${JSON.stringify(key)}]; import(${JSON.stringify(program)})`,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('exit', (code) => {
      resolve({
        code,
        seconds: (performance.now() - from) / 1000,
        said,
        peak: Number(/rss (\d+)/.exec(said)?.[1]),
      });
    });
  });
}

const server = await startEmbedded(join(folder, 'data'));
try {
  await migrate(server.url('migrator'));
  await cost(server.url('postgres'));
  const peaks = [];
  for (const many of [Math.ceil(events / 10), events]) {
    const marks = join(folder, `checkpoints-${many}`),
      file = join(folder, `audit-${many}.jsonl`);
    const planting = performance.now();
    const heads = await plantEvents(server.url('postgres'), many);
    const checkpoints = new CheckpointFile(marks, checkpointKey(folder));
    let before = null;
    for (const [i, head] of heads.entries())
      before = checkpoints.append({
        number: i + 1,
        at: new Date().toISOString(),
        before,
        heads: [head],
      }).digest;
    const planted = (performance.now() - planting) / 1000,
      exporting = performance.now();
    await exportAudit(server.url('backup'), file, () => [
      ...notesOf(readFileSync(join(marks, checkpointsName), 'utf8').split('\n')),
    ]);
    const exported = (performance.now() - exporting) / 1000;
    const done = await verify(file, join(marks, publicKeyName));
    if (done.code !== 0) throw new Error(done.said);
    peaks.push(done.peak);
    console.log(
      `${many.toLocaleString('en')} events with ${heads.length} checkpoints (${Math.round(statSync(file).size / 1e6)} MB; made in ${planted.toFixed(0)} s, exported in ${exported.toFixed(1)} s): verified in ${done.seconds.toFixed(1)} s, most memory ${done.peak} MB` +
        (many === events && events === 1_000_000
          ? ` · bar 60 s: ${done.seconds < 60 ? 'met' : 'MISSED'}`
          : ''),
    );
    rmSync(file);
  }
  console.log(`ten times the events take ${(peaks[1] / peaks[0]).toFixed(2)} × the memory`);
} finally {
  await server.stop();
  const address = join(folder, 'data', 'postgresql-is-at');
  if (existsSync(address)) rmSync(readFileSync(address, 'utf8').trim(), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
