/** Quality indicators as the pages ask for them. */
import { queryOptions } from '@tanstack/react-query';
import { listOf, type Search } from '../../address.ts';
import { execute } from '../../graph/execute.ts';
import {
  type CareCasePartsFragment,
  CareIndicatorsDocument,
  type CareIndicatorsQuery,
} from '../../graph/generated/graphql.ts';

export type Indicator = CareIndicatorsQuery['careIndicators'][number];
export type Figures = Indicator['all'];

export const indicatorsQuery = queryOptions({
  queryKey: ['care-indicators'],
  queryFn: async ({ signal }): Promise<Indicator[]> =>
    (await execute(CareIndicatorsDocument, {}, signal)).careIndicators,
});

/** A case with how its patient is named to the reader. */
export type ListedCase = CareCasePartsFragment & {
  readonly whose: { readonly id: string; readonly name: string; readonly opens: boolean };
};

export interface AskedCases {
  readonly code: string;
  readonly result: (typeof RESULTS)[number];
  readonly year: number | null;
  readonly first: number;
  readonly after: string | null;
}

export type ReadCases = (
  variables: AskedCases,
  signal: AbortSignal,
) => Promise<{
  edges: { node: ListedCase }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}>;

export const RESULTS = ['NOT_MET', 'CANNOT_BE_JUDGED', 'MET'] as const;

/** What an address asks of an indicator's list; what does not exist is passed over. */
export const askedOf = (search: Search) => ({
  result: listOf(search.result, RESULTS)[0] ?? ('NOT_MET' as const),
  year: /^(?:19|20)\d\d$/.test(search.year ?? '') ? Number(search.year) : null,
});
