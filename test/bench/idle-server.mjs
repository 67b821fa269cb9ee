/**
 * `npm run bench -- idle`: the resident memory of one idle API process, and how long the built server takes
 * from its start until it is ready (`/readyz` answers 200) against a running database. Five starts, medians.
 */
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import {
  apiOptions,
  apiProgram,
  median,
  newDatabase,
  processorTime,
  residentMemory,
  start,
  stop,
} from './api/standing.mjs';

const starts = 5,
  mostMemory = 150,
  mostSeconds = 3,
  settleMs = 10_000;
const opened = [];
try {
  const { environment } = await newDatabase(opened);
  const found = [];
  for (let i = 0; i < starts; i += 1) {
    const from = performance.now();
    const { child, base } = await start(apiProgram, environment, apiOptions);
    while ((await fetch(`${base}/readyz`).catch(() => ({ status: 0 }))).status !== 200) await pause(10);
    const ready = (performance.now() - from) / 1000,
      processor = processorTime(child.pid) / 1000;
    await pause(settleMs);
    found.push({ ready, processor, ...residentMemory(child.pid) });
    await stop(child);
  }
  const of = (figure) => found.map((each) => each[figure]);
  const range = (figure, digits) =>
    `${median(of(figure)).toFixed(digits)} (${Math.min(...of(figure)).toFixed(digits)}–${Math.max(...of(figure)).toFixed(digits)})`;
  console.log(
    `ready after ${range('ready', 2)} s, of which ${range('processor', 2)} s of processor time, bar ${mostSeconds} ${median(of('ready')) < mostSeconds ? 'met' : 'MISSED'}`,
  );
  console.log(
    `resident ${settleMs / 1000} s later ${range('now', 0)} MiB (highest so far ${range('highest', 0)}), bar ${mostMemory} ${median(of('now')) <= mostMemory ? 'met' : 'MISSED'}`,
  );
  console.log(`load at the end ${loadavg()[0].toFixed(1)}`);
} finally {
  for (const close of opened.reverse()) await close();
}
