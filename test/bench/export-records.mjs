/**
 * `npm run bench -- export`: an export of 100,000 records, downloaded over HTTP by an auditor, beside `COPY`
 * of the same lines over the database's socket, five interleaved rounds; and how far the resident memory of
 * the API rises above idle meanwhile. The lines of both are equal: it is checked.
 */
import { randomBytes, randomUUID, createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { rtdMapping } from '../../dist/apps/api/src/statistics/rtd-mapping.js';
import {
  apiOptions,
  apiProgram,
  dressed,
  median,
  newDatabase,
  residentMemory,
  start,
  stop,
} from './api/standing.mjs';

const records = 100_000,
  classes = 400,
  rounds = 5,
  year = 2020;
const share = 0.6,
  mostMemory = 50;
const everywhere = '00000000-0000-0000-0000-000000000000';

/** A year cut into classes of many sizes, an approved export of it, and a signed-in auditor who may download it. */
async function plant(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [asker, approver, seat, id, token] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomBytes(32).toString('base64url'),
  ];
  for (const user of [asker, approver])
    await client.query('insert into sec.app_user (id, sign_in_name, display_name) values ($1, $2, $2)', [
      user,
      `u${user.slice(0, 13)}`,
    ]);
  await client.query(
    `insert into sec.seat (id, user_id, persona, starts_at) values ($1, $2, 'auditor', now() - interval '1 day')`,
    [seat, asker],
  );
  await client.query(
    'insert into sec.session (token_hash, user_id, stepped_up_at) values ($1, $2, clock_timestamp())',
    [createHash('sha256').update(token).digest(), asker],
  );
  await client.query('insert into stats.year_cut (scope, year) values ($1, $2)', [everywhere, year]);
  await client.query(
    `insert into stats.year_class (scope, year, type, age_band, sex, conclusion_group, records)
    select $1, $2, (array['person','family'])[1 + n % 2], (array['12-17','18-24','25-29','30-39','40-59'])[1 + n / 2 % 5], (array['male','female'])[1 + n / 10 % 2],
      (array['overall-risk-lowered','still-at-risk','rejected','other'])[1 + n / 20 % 4], $3::int / $4::int + (case when n % 2 = 0 then 100 else -100 end) from generate_series(0, $4::int - 1) n`,
    [everywhere, year, records, classes],
  );
  await client.query(
    'insert into stats.export (id, year, asked_by, approved_by, approved_at, approved_as) values ($1, $2, $3, $4, now(), $5)',
    [id, year, asker, approver, 'privacy'],
  );
  await client.query('vacuum analyze stats.year_class');
  await client.end();
  return { who: { seat, token }, id };
}

/** The columns of the file as SQL, by the same mapping that the product fills them by. */
function sameLines() {
  const notTakenUp = `c.conclusion_group in ('rejected', 'returned', 'withdrawn')`;
  const fields = {
    year: 'c.year::text',
    type: 'c.type',
    ageBand: 'c.age_band',
    sex: 'c.sex',
    conclusionGroup: 'c.conclusion_group',
    status: `case when ${notTakenUp} then c.conclusion_group else 'concluded' end`,
  };
  const columns = rtdMapping.map(({ header, field, notTakenUp: rule }) => {
    const value = field === null ? `''` : fields[field];
    return `${rule === 'notApplicable' ? `case when ${notTakenUp} then null else ${value} end` : value} as "${header}"`;
  });
  return `copy (select ${columns.join(', ')} from (select * from stats.year_class where year = ${year} and not remainder order by type, age_band, sex, conclusion_group) c, generate_series(1, c.records)) to stdout (format csv, header, null 'N/A')`;
}

/** Bytes and lines of a stream, without keeping it. */
async function read(stream, hash) {
  let bytes = 0,
    lines = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (hash) for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1;
    hash?.push(part);
  }
  return { bytes, lines };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const download = (base, { who, id }) =>
  new Promise((resolve, reject) => {
    request(`${base}/api/v1/statistics/exports/${id}/records.csv`, { agent, headers: dressed(who) }, resolve)
      .on('error', reject)
      .end();
  });

const opened = [];
try {
  const { server, environment } = await newDatabase(opened);
  const planted = await plant(server.url('postgres'));
  const { child, base } = await start(apiProgram, environment, apiOptions);
  opened.push(() => stop(child));
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  opened.push(() => client.end());
  const copy = sameLines();
  const product = async (parts) => {
    const answer = await download(base, planted);
    if (answer.statusCode !== 200) throw new Error(`the export was answered ${answer.statusCode}`);
    return read(answer, parts);
  };
  const control = (parts) => read(client.query(copyTo(copy)), parts);
  await pause(2000);
  const idle = residentMemory(child.pid).now;
  // The same lines on both sides, quotes and line ends apart.
  const plain = (parts) =>
    Buffer.concat(parts).toString().replaceAll('"', '').split(/\r?\n/).sort().join('\n');
  const [ours, bare] = [[], []];
  const counted = await product(ours);
  await control(bare);
  if (counted.lines !== records + 1 || plain(ours) !== plain(bare))
    throw new Error(`the export is not what COPY writes: ${counted.lines} lines`);
  ours.length = 0;
  bare.length = 0;
  const times = { product: [], control: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? ['control', 'product'] : ['product', 'control']) {
      const from = performance.now();
      await (side === 'product' ? product() : control());
      if (round >= 0) times[side].push(performance.now() - from);
    }
  }
  const ratios = times.control.map((time, round) => time / times.product[round]),
    ratio = median(ratios);
  const { highest } = residentMemory(child.pid);
  console.log(
    `${records.toLocaleString('en')} records, ${(counted.bytes / 1e6).toFixed(1)} MB · product ${median(times.product).toFixed(0)} ms · COPY ${median(times.control).toFixed(0)} ms` +
      ` · ${ratio.toFixed(2)} of COPY (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}), bar ${share} ${ratio >= share ? 'met' : 'MISSED'}`,
  );
  console.log(
    `resident memory: idle ${idle.toFixed(0)} MiB, highest ${highest.toFixed(0)} MiB, ${(highest - idle).toFixed(0)} above idle, bar ${mostMemory} ${highest - idle <= mostMemory ? 'met' : 'MISSED'}`,
  );
  console.log(`load at the end ${loadavg()[0].toFixed(1)}`);
} finally {
  agent.destroy();
  for (const close of opened.reverse()) await close();
}
