/**
 * `npm run bench -- walls [works]`: what each wall costs. The bare work of the control
 * (test/bench/api/works.mjs) straight on the database, eight connections, against the same
 * work on a copy of the same database without that one wall; all copies on one server, five interleaved
 * rounds, medians of the ratios within a round.
 * One copy has every wall, like the first: how far it is from 1 is how far noise is.
 */
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import pg from 'pg';
import { newTierKey } from '#crypto';
import { databaseAccessSql } from '#database/cluster';
import { plantHistory, plantScreenings } from './api/history.mjs';
import { median, newDatabase, processorTime } from './api/standing.mjs';
import { entering, sealing, worksOn } from './api/works.mjs';

const rounds = 5,
  connections = 8,
  roundMs = Number(process.env.BENCH_ROUND_MS ?? 1000),
  ready = 60;
const words = 'Left home twice this week and stopped attending; the agency called and visited.';
const draft = {
  type: 'person',
  ageBand: '12-17',
  sex: 'female',
  riskFactors: ['alcohol.alcohol-abuse-in-home'],
  ownMeans: ['called'],
  summary: words,
};

/** The same ids in the same setting, unsigned and believed; neither session nor seat is looked for. */
const unsigned = `create or replace function sec.ctx() returns sec.ctx_t language plpgsql stable security definer set search_path = pg_catalog as $$
declare raw text := current_setting('situation_table.context', true); p text[];
begin
  if raw is null or raw = '' then return null; end if;
  p := string_to_array(raw, '|');
  return row(nullif(p[2], '-')::uuid, nullif(p[3], '-')::uuid, nullif(p[4], '-')::uuid, p[5], nullif(p[6], '-')::uuid, nullif(p[7], '-')::uuid, nullif(p[8], '-')::uuid,
    timestamptz 'epoch' + nullif(p[9], '-')::bigint * interval '1 microsecond')::sec.ctx_t;
end $$`;
const withoutPolicies = `do $$ declare t regclass; begin
  for t in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and n.nspname in ('sec', 'app', 'audit', 'codebook', 'stats')
  loop execute format('alter table %s disable row level security, no force row level security', t); end loop; end $$`;
const withoutAudit = `create or replace function audit.record(p_action text, p_object_type text, p_object_id uuid, p_fields text[], p_outcome text,
  p_purpose text default null, p_detail jsonb default '{}', p_table uuid default null, p_actor uuid default null) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin end $$;
create or replace function app.note_reads(p_situations uuid[]) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin end $$`;
const openWords = `update app.tier2_text set summary = convert_to('${words}', 'UTF8'), guard_version = 1`;

/** What is taken away from each copy. `again` is the first once more. */
const copies = {
  whole: '',
  again: '',
  context: unsigned,
  policies: withoutPolicies,
  encryption: openWords,
  audit: withoutAudit,
};

/** Texts as they are; the wrapped keys that the statements ask for are one and the same, made before. */
const plainly = ({ wrapped, epochId }) => ({
  open: async (_at, _stored, text) => Buffer.from(text).toString(),
  newKey: async (_place, _field, text) => ({
    wrapped,
    epochId,
    sealed: text === null ? null : Buffer.from(text),
  }),
});

const believed =
  (contexts) =>
  ({ seat }) =>
    `select set_config('role', '${contexts.get(seat).persona}', true), set_config('situation_table.context', '${contexts.get(seat).text}', true)`;

async function ran(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const points = {
  fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
  decidedBy: 'agreement',
};
const one = (of) => of[Math.floor(Math.random() * of.length)];

/** A copy with its own connections, and each work of it as what to ask next. */
async function stand(name, server, keys, planted, opened) {
  const url = (login) => server.url(login, name === 'whole' ? undefined : `walls_${name}`);
  if (copies[name] !== '') await ran(url('postgres'), copies[name]);
  await ran(url('postgres'), 'vacuum analyze');
  const { rows } = await ran(
    url('postgres'),
    `select t.id as seat, t.persona, concat_ws('|', '-', s.id, s.user_id, t.id, t.persona, t.table_id, coalesce(t.agency_id::text, '-'), coalesce(t.employer_agency_id::text, '-'),
    (extract(epoch from s.stepped_up_at) * 1000000)::bigint) as text from sec.seat t join sec.session s on s.user_id = t.user_id`,
  );
  const pool = new pg.Pool({
    connectionString: url('app'),
    max: connections,
    min: connections,
    idleTimeoutMillis: 0,
  });
  // What ends a run early is said by what failed, not by the connections that it left.
  pool.on('error', () => undefined);
  opened.push(() => pool.end());
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  const pids = await Promise.all(
    clients.map(async (client) => (await client.query('select pg_backend_pid() as pid')).rows[0].pid),
  );
  for (const client of clients) client.release();
  const key = await newTierKey(keys, { tableId: randomUUID(), situationId: randomUUID(), tier: 2 });
  const works = worksOn(
    pool,
    name === 'encryption' ? plainly(key) : sealing(keys),
    name === 'context' ? believed(new Map(rows.map((row) => [row.seat, row]))) : entering,
  );
  const at = (table, stage) =>
    planted.situations.filter(
      (s) => s.table_id === table && s.stage === stage && s.agency_id !== planted.employer,
    );
  const seats = Array.from({ length: connections }, (_, i) => ({
    rep: planted.reps[i],
    coordinator: planted.coordinators[i],
    table: planted.reps[i].table,
  }));
  const repeated = (work) => () =>
    seats.map(
      ({ rep, table }) =>
        () =>
          works[work](rep, { id: one(at(table, 'intervention')).id }),
    );
  const versions = new Map();
  const lines = {
    list: repeated('list'),
    search: repeated('search'),
    read: repeated('read'),
    move: () =>
      seats.map(({ coordinator, table }) => async () => {
        const { id } = at(table, 'deidentified')[0],
          version = versions.get(table) ?? 1;
        const odd = version % 2 === 1;
        versions.set(
          table,
          (
            await works.move(coordinator, {
              id,
              version,
              name: odd ? 'recordRisk' : 'takeBackRisk',
              request: odd ? points : {},
            })
          ).version,
        );
      }),
    bring: () =>
      Promise.all(
        seats.map(async ({ rep }) => {
          const screenings = await plantScreenings(url('postgres'), keys, rep, planted.own, ready);
          const version = name === 'encryption' ? 2 : 1; // Writing its words again makes it one more.
          if (name === 'encryption')
            await ran(url('postgres'), {
              text: 'update app.screening set content = $1 where id = any ($2)',
              values: [Buffer.from(JSON.stringify(draft)), screenings],
            });
          return () => {
            const id = screenings.pop();
            return id === undefined ? undefined : works.bring(rep, { id, version });
          };
        }),
      ),
  };
  // What a seat is answered, as far as it must be the same whichever wall is away.
  const answered = async () => {
    const [{ rep, table }] = seats,
      { id } = at(table, 'intervention')[0],
      card = await works.read(rep, { id });
    return JSON.stringify([
      (await works.list(rep)).map((row) => row.id),
      (await works.search(rep)).map((row) => row.id),
      card.header,
      card.tier2,
      card.summary,
    ]);
  };
  return { name, pids, lines, answered };
}

async function measure({ lines, pids }, work) {
  const asked = await lines[work]();
  const held = () =>
    process.cpuUsage().user / 1000 +
    process.cpuUsage().system / 1000 +
    pids.reduce((sum, pid) => sum + processorTime(pid), 0);
  const before = held(),
    from = performance.now(),
    until = from + roundMs;
  let done = 0;
  await Promise.all(
    asked.map(async (next) => {
      while (performance.now() < until) {
        const going = next();
        if (going === undefined) break;
        await going;
        done += 1;
      }
    }),
  );
  return { perSecond: done / ((performance.now() - from) / 1000), processor: (held() - before) / done };
}

const opened = [];
try {
  const { server, keys } = await newDatabase(opened);
  const planted = await plantHistory(server.url('postgres'), keys, 1000);
  for (const name of Object.keys(copies).slice(1)) {
    await ran(server.url('postgres', 'postgres'), `create database walls_${name} template situation_table`);
    await ran(server.url('postgres', 'postgres'), databaseAccessSql(`walls_${name}`));
  }
  const stands = [];
  for (const name of Object.keys(copies)) stands.push(await stand(name, server, keys, planted, opened));
  const [expected, ...others] = await Promise.all(stands.map(({ answered }) => answered()));
  for (const [i, other] of others.entries())
    if (other !== expected)
      throw new Error(`without ${stands[i + 1].name} it is not the same work: ${other}\n${expected}`);
  const named = process.argv.slice(2);
  for (const work of named.length > 0 ? named : ['list', 'search', 'read', 'move', 'bring']) {
    const found = new Map(stands.map(({ name }) => [name, []]));
    for (let round = -1; round < rounds; round += 1) {
      for (const each of round % 2 === 0 ? stands : [...stands].reverse()) {
        const result = await measure(each, work);
        if (round >= 0) found.get(each.name).push(result);
      }
    }
    const whole = found.get('whole');
    console.log(
      `${work.padEnd(6)} all walls   ${median(whole.map(({ perSecond }) => perSecond))
        .toFixed(0)
        .padStart(5)}/s · processor ${median(whole.map(({ processor }) => processor)).toFixed(2)} ms`,
    );
    for (const [name, results] of [...found].slice(1)) {
      // The order of the rounds is the same for both, so what a round had in common falls out.
      const share = results.map(({ perSecond }, round) => whole[round].perSecond / perSecond),
        cost = results.map(({ processor }, round) => whole[round].processor / processor);
      const range = (ratios) =>
        `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
      console.log(
        `${work.padEnd(6)} ${(name === 'again' ? 'all, again' : name).padEnd(11)} ${median(
          results.map(({ perSecond }) => perSecond),
        )
          .toFixed(0)
          .padStart(
            5,
          )}/s · throughput with it ${range(share)} of that without · processor time ${range(cost)} ×`,
      );
    }
  }
  console.log(`load at the end ${loadavg()[0].toFixed(1)}`);
} finally {
  for (const close of opened.reverse()) await close();
}
