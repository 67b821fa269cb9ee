import { Text, Whole } from '../input/fields.js';

export const largestPage = 50;

/** How much of a list is asked for, and after which place; a list's own filters extend this class. */
export class PageQuery {
  @Whole({ min: 1, max: largestPage, optional: true, query: true, description: '25 unless given' })
  limit = 25;

  @Text({ max: 1024, optional: true, description: 'The mark `next` of the page before' })
  after?: string;
}

/** One page: its rows and the mark of the next, null on the last. There is no total: it would count what is hidden. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** Cuts a page from one row more than was asked for, so that the last page is known without counting. */
export function pageOf<T>(found: readonly T[], limit: number, markAfter: (last: T) => string): Page<T> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last !== undefined ? markAfter(last) : null };
}
