import type { Cursors, CursorScope, Place } from './cursors.js';
import { Text, Whole } from '../input/fields.js';

const largestPage = 50;

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

/**
 * What one page of a list needs: whose place it is, what was asked for, how it is found and what the place of
 * a row is.
 */
export interface PageRead<T, R> {
  readonly scope: CursorScope;
  readonly query: PageQuery;
  /** Finds so many rows after a place; the place is empty for the first page. */
  readonly find: (place: Place, limit: number) => Promise<readonly T[]>;
  readonly placeOf: (last: T) => Place;
  readonly view: (row: T) => R;
}

/** Reads one page by its place. @throws Problem `request.cursorInvalid` for a place of another seat, list or filter */
export async function readPage<T, R>(
  cursors: Cursors,
  { scope, query: { limit, after }, find, placeOf, view }: PageRead<T, R>,
): Promise<Page<R>> {
  const found = await find(after === undefined ? [] : cursors.open(after, scope), limit + 1);
  const { rows, next } = pageOf(found, limit, (last) => cursors.seal(placeOf(last), scope));
  return { rows: rows.map(view), next };
}
