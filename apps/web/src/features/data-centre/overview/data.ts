/** The data centre as its page asks for it. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import { DataCentreDocument, type DataCentreQuery } from '../../../graph/generated/graphql.ts';

export type Seen = DataCentreQuery;

export const dataCentreQuery = queryOptions({
  queryKey: ['data-centre'],
  queryFn: ({ signal }): Promise<Seen> => execute(DataCentreDocument, {}, signal),
  refetchInterval: 60_000,
});
