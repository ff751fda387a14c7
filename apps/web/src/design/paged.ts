/** Lists that are read a page at a time: pages joined, the next one asked for once. */
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTyping } from './outdated.tsx';

type Connection<Node> = {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount?: number;
};

export function usePaged<Node, Page extends Connection<Node> = Connection<Node>>(
  queryKey: QueryKey,
  read: (after: string | null, signal: AbortSignal) => Promise<Page & Connection<Node>>,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
    placeholderData: (former) => former,
  });
  const typing = useTyping();
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((p) => p.edges.map((e) => e.node)) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return {
    rows,
    total: data?.pages[0]?.totalCount,
    /** The first page, with what it says of the whole list. */
    first: data?.pages[0],
    more,
    hasMore: hasNextPage,
    isPending: query.isPending,
    isReading: query.isFetching,
    /** The rows still answer the question before. */
    outdated: query.isPlaceholderData || typing,
    /** Nothing could be read at all. */
    error: data === undefined ? query.error : null,
    /** The next page could not be read. */
    moreError: isFetchNextPageError ? query.error : null,
    retry: () => void (data === undefined ? query.refetch() : fetchNextPage()),
  };
}

export type Paged<Node> = ReturnType<typeof usePaged<Node>>;
