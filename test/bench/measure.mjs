import { performance } from 'node:perf_hooks';

/**
 * Best and median wall time and median processor time of `runs` runs, in ms; the first run warms up and does
 * not count.
 */
export const measured = (work, runs = 5) => {
  work();
  const walls = [],
    processors = [];
  for (let i = 0; i < runs; i++) {
    globalThis.gc?.();
    const before = process.cpuUsage(),
      start = performance.now();
    work();
    walls.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processors.push((user + system) / 1000);
  }
  walls.sort((a, b) => a - b);
  processors.sort((a, b) => a - b);
  return { best: walls[0], median: walls[runs >> 1], processor: processors[runs >> 1] };
};

const ms = (value) => (value < 10 ? value.toFixed(2) : Math.round(value)).toString();

/** One line of figures: what, how long, against its control, against its bar. A missed bar is said, not thrown. */
export const report = (what, { best, median, processor }, { control, bar, note = '' } = {}) => {
  const parts = [what.padEnd(58), `median ${ms(median)} ms (best ${ms(best)}, processor ${ms(processor)})`];
  if (control !== undefined) parts.push(`${(median / control.median).toFixed(1)} × control`);
  if (bar !== undefined)
    parts.push(
      `bar ${bar} ms: ${median <= bar ? 'met' : best <= bar ? 'met by the best run only' : 'MISSED'}`,
    );
  if (note !== '') parts.push(note);
  console.log(parts.join(' · '));
};

export const peakMemory = () => `peak resident ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
