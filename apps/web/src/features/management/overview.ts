/** The dashboard's one question. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import { OverviewDocument, type OverviewQuery } from '../../graph/generated/graphql.ts';
import { type Request, variablesOf } from './request.ts';

export type Release = NonNullable<OverviewQuery['release']>;
export type Statistics = Release['statistics'];

/** While the next answer is read the former one stays. The measure is not part of the question. */
export const overviewQuery = (request: Request) => {
  const variables = variablesOf(request);
  return queryOptions({
    queryKey: ['overview', variables],
    queryFn: async ({ signal }) => (await execute(OverviewDocument, variables, signal)).release,
    placeholderData: keepPreviousData,
  });
};
