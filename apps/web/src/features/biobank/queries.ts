/** What the biobank's pages read, and how they change it. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import {
  AskedSpecimensDocument,
  BankedSpecimenDocument,
  type BankedSpecimenQuery,
  BiobankTermsDocument,
  CustodyAlertsDocument,
  SpecimenRequestDocument,
  type SpecimenRequestQuery,
  StorageContainerDocument,
  type StorageContainerQuery,
  StorageSitesDocument,
} from '../../graph/generated/graphql.ts';

export type Container = NonNullable<StorageContainerQuery['storageContainer']>;
export type Tube = Container['specimens'][number];
export type Banked = NonNullable<BankedSpecimenQuery['bankedSpecimen']>;
export type Request = NonNullable<SpecimenRequestQuery['specimenRequest']>;

const all = 'biobank';

export const termsQuery = queryOptions({
  queryKey: ['biobank-terms'],
  queryFn: async ({ signal }) => (await execute(BiobankTermsDocument, {}, signal)).biobankTerms,
  staleTime: Number.POSITIVE_INFINITY,
});
export const sitesQuery = queryOptions({
  queryKey: [all, 'sites'],
  queryFn: async ({ signal }) => (await execute(StorageSitesDocument, {}, signal)).storageSites,
});
export const containerQuery = (id: string) =>
  queryOptions({
    queryKey: [all, 'container', id],
    queryFn: async ({ signal }) =>
      (await execute(StorageContainerDocument, { id }, signal)).storageContainer,
  });
export const specimenQuery = (id: string) =>
  queryOptions({
    queryKey: [all, 'specimen', id],
    queryFn: async ({ signal }) =>
      (await execute(BankedSpecimenDocument, { id }, signal)).bankedSpecimen,
  });
export const alertsQuery = queryOptions({
  queryKey: [all, 'alerts'],
  queryFn: async ({ signal }) => (await execute(CustodyAlertsDocument, {}, signal)).custodyAlerts,
});
export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: [all, 'request', id],
    queryFn: async ({ signal }) =>
      (await execute(SpecimenRequestDocument, { id }, signal)).specimenRequest,
  });
export const askedQuery = (id: string) =>
  queryOptions({
    queryKey: [all, 'asked', id],
    queryFn: async ({ signal }) =>
      (await execute(AskedSpecimensDocument, { id }, signal)).specimenRequest,
  });

/** A change of the biobank; every page of it is read anew after. */
export function useChange<Answer>(done?: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<Answer>) => change(),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: [all] });
      done?.(answer);
    },
  });
}
