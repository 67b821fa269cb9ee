/**
 * `npm run bench -- meetings [seconds]`: 60 tables meet at once on one API process. Each table has 20 seats
 * with a stream open, and its coordinator makes one move every 10 s, the tables spread over the 10 s. Told is
 * how long moves take and how long until the seats of that table are woken.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { plantHistory, plantSeats, tables } from './api/history.mjs';
import {
  apiOptions,
  apiProgram,
  dressed,
  newDatabase,
  residentMemory,
  send,
  start,
  stop,
} from './api/standing.mjs';

const seconds = Number(process.argv[2] ?? 60),
  seatsATable = 20,
  everyMs = 10_000,
  bar = 250;
const agent = new Agent({ keepAlive: true, maxSockets: 64 }),
  lines = new Agent({ keepAlive: true, maxSockets: Infinity });
const points = {
  fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
  decidedBy: 'agreement',
};
const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)];

/** Opens a seat's stream and keeps it; `woken` is called at each event. */
const listen = (base, who, woken) =>
  new Promise((resolve, reject) => {
    request(
      `${base}/api/v1/events`,
      { agent: lines, headers: dressed(who, { accept: 'text/event-stream' }) },
      (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`a stream was answered ${answer.statusCode}`));
        answer
          .setEncoding('utf8')
          .on('data', (text) => {
            if (text.includes('data:')) woken();
          })
          .on('close', () => {
            ended += 1;
          })
          .on('error', () => undefined);
        resolve();
      },
    )
      .on('error', reject)
      .end();
  });
let ended = 0;

const opened = [];
try {
  const { server, keys, environment } = await newDatabase(opened);
  const { coordinators, situations, agencies } = await plantHistory(server.url('postgres'), keys, 1000);
  const seats = await plantSeats(
    server.url('postgres'),
    coordinators.map(({ table }) => table),
    agencies,
    seatsATable - 1,
  );
  const { child, base } = await start(apiProgram, environment, apiOptions);
  opened.push(() => stop(child));
  const idle = residentMemory(child.pid).now;
  const movedAt = new Map(),
    waits = [];
  for (const who of [...seats, ...coordinators]) {
    await listen(base, who, () => {
      const at = movedAt.get(who.table);
      if (at !== undefined) waits.push(performance.now() - at);
    });
  }
  const streaming = residentMemory(child.pid).now;
  const latencies = [],
    refused = [],
    late = [];
  const from = performance.now() + 1000;
  await Promise.all(
    coordinators.map(async (coordinator, i) => {
      const { id } = situations.find(
        ({ table_id: table, stage }) => table === coordinator.table && stage === 'deidentified',
      );
      for (
        let version = 1, due = from + (i * everyMs) / tables;
        due < from + seconds * 1000;
        due += everyMs
      ) {
        await pause(Math.max(0, due - performance.now()));
        // From when it was due: a bench that comes late must not make the product look fast.
        late.push(performance.now() - due);
        movedAt.set(coordinator.table, due);
        const first = version % 2 === 1;
        const answer = await send(
          agent,
          base,
          'POST',
          `/api/v1/situations/${id}/moves/${first ? 'record-risk' : 'take-back-risk'}`,
          dressed(coordinator, { 'idempotency-key': randomUUID(), 'if-match': `"v${version}"` }),
          first ? points : {},
        );
        latencies.push(performance.now() - due);
        if (answer.status === 200) version = JSON.parse(answer.text).version;
        else refused.push(answer.status);
      }
    }),
  );
  await pause(2000);
  const p99 = quantile(latencies, 0.99);
  console.log(
    `${tables} tables, ${seats.length + coordinators.length} streams (${ended} ended early), ${seconds} s, ${latencies.length} moves (${refused.length} not made${refused.length > 0 ? `: ${[...new Set(refused)].join(', ')}` : ''})`,
  );
  console.log(
    `a move p50 ${quantile(latencies, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, longest ${Math.max(...latencies).toFixed(0)} ms (the bench itself late: p99 ${quantile(late, 0.99).toFixed(0)} ms), bar ${bar} ${p99 < bar && refused.length === 0 ? 'met' : 'MISSED'}`,
  );
  if (waits.length > 0)
    console.log(
      `${waits.length} wake-ups of seats, after p50 ${quantile(waits, 0.5).toFixed(0)} ms, p99 ${quantile(waits, 0.99).toFixed(0)} ms of when the last move was due`,
    );
  console.log(
    `resident memory ${idle.toFixed(0)} MiB once started, ${streaming.toFixed(0)} MiB with all streams open · load at the end ${loadavg()[0].toFixed(1)}`,
  );
} finally {
  lines.destroy();
  agent.destroy();
  for (const close of opened.reverse()) await close();
}
