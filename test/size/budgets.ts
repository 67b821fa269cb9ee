import { readFileSync } from 'node:fs';
import { tier } from '#testing';

/** What one line of budgets.json allows. Where the work itself is as large as something, it is so much for a thousand of that, and says why. */
export interface Budget {
  readonly buffers: number;
  readonly per?: 'thousand tables' | 'thousand situations of the agency';
  readonly because?: string;
}

type Line = number | Budget;
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
/** From a hundred thousand situations to a million. A tenth of that the indexes are a level less deep, which is a third to a half of what a page of rows takes. */
export const most = tier === 'nightly' ? 1.3 : 1.6;

/** What is wrong with a line for what was measured at a small and at a large size; undefined for nothing. */
export function excess(
  name: string,
  budget: Budget,
  measured: readonly { readonly buffers: number; readonly units: number }[],
): string | undefined {
  const each = measured.map(({ buffers, units }) => (budget.per === undefined ? buffers : buffers / units));
  const [small, big] = each as [number, number];
  const said = `${name}: ${each.map((n) => Math.ceil(n)).join(', then ')} buffers`;
  if (Math.max(...each) > budget.buffers) return `${said}, budget ${budget.buffers}`;
  if (big > most * Math.max(small, few)) return `${said}, grows by ${(big / small).toFixed(1)}`;
  return undefined;
}
