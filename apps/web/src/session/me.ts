/** Who is signed in. */
import { queryOptions } from '@tanstack/react-query';
import { execute, GraphError } from '../graph/execute.ts';
import { MeDocument, type MeQuery } from '../graph/generated/graphql.ts';

/** The person signed in and the person's rights. */
export type Me = MeQuery['me'];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      return (await execute(MeDocument, {}, signal)).me;
    } catch (error) {
      // Every signed-in account may ask for its own role, so a refusal means that nobody is signed in.
      if (error instanceof GraphError && error.code === 'FORBIDDEN') {
        throw new GraphError('UNAUTHENTICATED', error.message, error.requestId);
      }
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
