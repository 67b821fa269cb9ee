import { readFileSync } from 'node:fs';
import { tier } from '#testing';

/**
 * What one line of budgets.json allows. Where the work itself is as large as the number of tables, it is so
 * much for a thousand of them. A line that is more than a number says why.
 */
export interface Budget {
  readonly buffers: number;
  readonly per?: 'thousand tables';
  readonly because?: string;
}

type Line = number | (Budget & { readonly because: string });
const file = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8')) as Readonly<
  Record<'statements' | 'jobs', Readonly<Record<string, Line>>>
>;

const lines = (of: Readonly<Record<string, Line>>): ReadonlyMap<string, Budget> =>
  new Map(
    Object.entries(of).map(([name, line]) => [name, typeof line === 'number' ? { buffers: line } : line]),
  );

/** How many buffers each statement and job may take, at any size. */
export const budgets = { statements: lines(file.statements), jobs: lines(file.jobs) };

/** So little that PostgreSQL may read a small table whole before it has grown: below it nothing counts as growth. */
const few = 200;
/**
 * From a hundred thousand situations to a million. A tenth of that the indexes are a level less deep, which
 * is a third to a half of what a page of rows takes.
 */
export const most = tier === 'nightly' ? 1.3 : 1.6;

/** What a line took at one size, and how many thousands of tables there were. */
export interface Measured {
  readonly buffers: number;
  readonly units: number;
}

const each = (budget: Budget, measured: readonly Measured[]): number[] =>
  measured.map(({ buffers, units }) => (budget.per === undefined ? buffers : buffers / units));

/** The lines that took more than four fifths of their budgets: where a change will be noticed first. */
export function nearest(lines: readonly [string, Budget, readonly Measured[]][]): string[] {
  return lines.flatMap(([name, budget, measured]) => {
    const taken = each(budget, measured).map((n) => Math.ceil(n));
    return Math.max(...taken) > 0.8 * budget.buffers
      ? [`${name}: ${taken.join(', then ')} of ${budget.buffers}`]
      : [];
  });
}

/**
 * What is wrong with a line for what was measured from the smallest size to the largest; undefined for
 * nothing. How much it grows is said of the last two.
 */
export function excess(name: string, budget: Budget, measured: readonly Measured[]): string | undefined {
  const taken = each(budget, measured);
  const [small, big] = taken.slice(-2) as [number, number];
  const said = `${name}: ${taken.map((n) => Math.ceil(n)).join(', then ')} buffers`;
  if (Math.max(...taken) > budget.buffers) return `${said}, budget ${budget.buffers}`;
  if (big > most * Math.max(small, few)) return `${said}, grows by ${(big / small).toFixed(1)}`;
  return undefined;
}
