import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly next: string };
}
interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'docker/monitoring');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const { groups } = parse(read('alerts.yml')) as { groups: readonly { readonly rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(read('dashboard.json')) as Dashboard;
const operate = readFileSync(join(root, 'docs/operate.md'), 'utf8');

const metricsOf = (expression: string): readonly string[] =>
  [...expression.matchAll(/situation_table_([a-z_]+)/g)].map(([, name = '']) =>
    name.replace(/_(?:bucket|sum|count)$/, ''),
  );

describe('what is watched from outside', () => {
  test('each expression asks for metrics that docs/operate.md lists', () => {
    // `test/api/metrics.spec.ts` holds that list against a running API.
    const expressions = [
      ...rules.map(({ expr }) => expr),
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    const asked = [...new Set(expressions.flatMap(metricsOf))];
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !operate.includes(`\`${name}\``))).toEqual([]);
  });

  test('each alert says what is wrong and what to do, and has its line in the runbook with its severity', () => {
    const lines = [...operate.matchAll(/^\| `(SituationTable\w+)` \| (\w+) \|/gm)].map(
      ([, name, severity]) => [name, severity],
    );
    expect(lines).toEqual(rules.map(({ alert, labels }) => [alert, labels.severity]));
    for (const { annotations } of rules) {
      expect(annotations.summary).toMatch(/\.$/);
      expect(annotations.next).toMatch(/\.$/);
    }
  });

  test('each alert is one that the tests of the rules see fire', () => {
    const tested = read('alerts.test.yml');
    expect(rules.filter(({ alert }) => !tested.includes(`alertname="${alert}"`))).toEqual([]);
  });

  test('no panel of the dashboard lies over another', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, place) => `${x + (place % w)},${y + Math.floor(place / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});

// Debian's package prometheus has promtool; a machine without it is told that the rules were not run.
const promtool = process.env['PROMTOOL'] ?? 'promtool';
const hasPromtool = ((): boolean => {
  try {
    execFileSync(promtool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('\nNO PROMTOOL: the alert rules were read and not run. Name one with PROMTOOL.\n\n');
    return false;
  }
})();

(hasPromtool ? test : test.skip)(
  'promtool takes the rules, and each is silent and fires when it should',
  () => {
    const run = (...words: readonly string[]): string =>
      execFileSync(promtool, words, { cwd: folder, encoding: 'utf8' });
    expect(run('check', 'rules', 'alerts.yml')).toContain(`SUCCESS: ${rules.length} rules found`);
    expect(run('test', 'rules', 'alerts.test.yml')).toContain('SUCCESS');
    expect(run('check', 'config', '--syntax-only', 'prometheus.yml')).toContain('SUCCESS');
  },
);
