import { QueryClient } from '@tanstack/react-query';
import { GraphError } from './execute.ts';

/** What the app has read from the graph. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the platform refused it will refuse again; a lost connection may come back.
      retry: (count, error) =>
        count < 2 && error instanceof GraphError && error.code === 'UNREACHABLE',
      refetchOnWindowFocus: false,
    },
  },
});
