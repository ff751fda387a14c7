/** Who is signed in. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../graph/execute.ts';
import { MeDocument, type MeQuery } from '../graph/generated/graphql.ts';

/** The person signed in and the person's rights. */
export type Me = MeQuery['me'];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await execute(MeDocument, {}, signal)).me,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
