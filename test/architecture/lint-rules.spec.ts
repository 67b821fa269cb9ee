import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantings, withoutRule } from './lint-plants.js';

interface Config {
  readonly rules: object;
  readonly overrides: readonly { readonly rules: object }[];
}

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const plants = plantings.flatMap(([folder, ending, found]) =>
  Object.entries(found).map(([rule, text]) => ({
    rule,
    file: `${folder}/${rule.replace('/', '-')}.${ending}`,
    text,
  })),
);

describe('the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'st-lint-'));
  const found = new Map<string, string[]>();
  let config: Config;

  beforeAll(async () => {
    ({ default: config } = (await import(pathToFileURL(join(checkout, 'oxlint.config.js')).href)) as {
      default: Config;
    });
    for (const name of ['oxlint.config.js', 'oxlint.function-limits.js', 'package.json'])
      copyFileSync(join(checkout, name), join(folder, name));
    for (const { file, text } of plants) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), `${text}\n`);
    }
    const words = ['-c', 'oxlint.config.js', '--format=json', '.'];
    const { stdout } = spawnSync(
      process.execPath,
      [join(checkout, 'node_modules/oxlint/bin/oxlint'), ...words],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code?: string }[] };
    // `eslint(no-var)`, `react-hooks(exhaustive-deps)`: the plugin, then the rule.
    for (const { filename, code } of diagnostics)
      found.set(filename, [
        ...(found.get(filename) ?? []),
        code?.replace(/^.*\((.*)\)$/, '$1') ?? 'unreadable',
      ]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(plants)('refuses what $rule is against, in $file', ({ rule, file }) => {
    expect(found.get(file)).toContain(withoutRule.has(rule) ? 'unreadable' : rule.replace(/^.*\//, ''));
  });

  it('has a plant for each of its rules', () => {
    const rules = [config, ...config.overrides].flatMap((each) => Object.keys(each.rules));
    expect(new Set(plants.map(({ rule }) => rule).filter((rule) => !withoutRule.has(rule)))).toEqual(
      new Set(rules),
    );
  });
});
