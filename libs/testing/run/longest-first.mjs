import { statSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';

/**
 * The files that take longest, first those that wait most of their time. A run whose last file is a long one
 * ends with an idle core; one that begins
 * with the waiting has the other workers busy meanwhile.
 */
export const longest = [
  'libs/database/src/queue/queue.spec.ts',
  'test/fault/clock-jumps.spec.ts',
  'test/fault/mail.spec.ts',
  'test/mend/b2-every-action-whole.spec.ts',
  'test/fault/webhooks.spec.ts',
  'test/browser/bars.spec.ts',
  'test/upgrade/serving.spec.ts',
  'test/fault/drill.spec.ts',
  'test/policy/reading.spec.ts',
  'test/fault/tour.spec.ts',
  'test/browser/meeting-bars.spec.ts',
  'test/browser/guided.spec.ts',
  'test/browser/administration.spec.ts',
  'test/mend/b3-throttle.spec.ts',
  'test/fault/fuzz.spec.ts',
  'test/browser/kit.spec.ts',
  'test/browser/story.spec.ts',
  'test/policy/differential.spec.ts',
  'test/size/backup.spec.ts',
  'test/size/growth.spec.ts',
  'test/upgrade/from-0.2.0.spec.ts',
  'test/life/backup.spec.ts',
  'test/api/mail.spec.ts',
  'test/statistics/records-attacks.spec.ts',
  'test/statistics/random-tables.spec.ts',
  'test/statistics/table-attacks.spec.ts',
];

/**
 * A jest sequencer: the longest first, then the larger files. It needs nothing from an earlier run, so that a
 * fresh clone has the same order.
 */
export default class LongestFirst {
  sort(tests) {
    const place = ({ path }) => {
      const at = longest.indexOf(relative(process.cwd(), path));
      return at < 0 ? longest.length : at;
    };
    const size = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    return [...tests].sort((a, b) => place(a) - place(b) || size.get(b.path) - size.get(a.path));
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, at) => at % shardCount === shardIndex - 1);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    /* the order never depends on an earlier run */
  }
}
