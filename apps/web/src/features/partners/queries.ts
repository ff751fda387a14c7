/** What the page of partners asks of the graph. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import { PartnerStudiesDocument, type PartnerStudiesQuery } from '../../graph/generated/graphql.ts';

export type PartnerStudy = PartnerStudiesQuery['partnerStudies'][number];
export type Partner = PartnerStudiesQuery['partners'][number];
export type OwnKey = PartnerStudiesQuery['partnerKey'];

export const partnersKey = ['partners'];

export const partnersQuery = () =>
  queryOptions({
    queryKey: partnersKey,
    queryFn: ({ signal }) => execute(PartnerStudiesDocument, {}, signal),
    staleTime: 0,
  });
