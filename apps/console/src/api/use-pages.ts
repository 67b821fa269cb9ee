import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Refused } from './api.js';

interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** How many are shown, as a title says it: with a plus while there are more. */
export const atLeast = (count: number, hasMore: boolean): string => `${count}${hasMore ? '+' : ''}`;

/** A list that the API gives a page at a time: the rows so far, and what `MoreButton` needs. */
export function usePages<Row>(
  queryKey: QueryKey,
  page: (after: { readonly after?: string }) => Promise<PageOf<Row>>,
  enabled = true,
) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch, isFetching } =
    useInfiniteQuery({
      queryKey,
      queryFn: ({ pageParam }) => page(pageParam === undefined ? {} : { after: pageParam }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
      enabled,
    });
  return {
    rows: data?.pages.flatMap(({ rows }) => rows),
    problem: error instanceof Refused ? error.problem : undefined,
    more: {
      hasMore: hasNextPage,
      pending: isFetchingNextPage,
      onMore: (): void => {
        void fetchNextPage();
      },
    },
    /** Asks for what is shown again. */
    again: {
      pending: isFetching,
      ask: (): void => {
        void refetch();
      },
    },
  };
}

const none: readonly never[] = [];

/**
 * The rows of a list that must be whole, such as what a menu chooses from or where names are looked up: one
 * page after the other, until the last.
 */
export function useEveryPage<Row>(
  queryKey: QueryKey,
  page: (after: { readonly after?: string }) => Promise<PageOf<Row>>,
  enabled = true,
): readonly Row[] {
  const { rows = none, problem, more } = usePages(queryKey, page, enabled);
  const { hasMore, pending, onMore } = more;
  useEffect(() => {
    if (enabled && hasMore && !pending && problem === undefined) onMore();
  });
  return rows;
}
