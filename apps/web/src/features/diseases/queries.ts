/** What the pages ask of the graph: the newest release. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import {
  DiseaseCompletenessByDocument,
  type DiseaseCompletenessByQuery,
  DiseaseDataSetDocument,
  type DiseaseDataSetQuery,
  DiseaseDataSetsDocument,
  type DiseaseDivision,
} from '../../graph/generated/graphql.ts';

export type DataSet = NonNullable<DiseaseDataSetQuery['diseaseDataSet']>;
export type Element = DataSet['elements'][number];
export type Share = Element['completeness'];
export type Completeness = NonNullable<
  NonNullable<DiseaseCompletenessByQuery['diseaseDataSet']>['completenessBy']
>;

const staleTime = 60_000;

export const dataSetsQuery = queryOptions({
  queryKey: ['diseases'],
  queryFn: ({ signal }) => execute(DiseaseDataSetsDocument, {}, signal),
  staleTime,
});

export const dataSetQuery = (id: string) =>
  queryOptions({
    queryKey: ['diseases', id],
    queryFn: ({ signal }) => execute(DiseaseDataSetDocument, { id }, signal),
    staleTime,
  });

export const completenessQuery = (id: string, by: DiseaseDivision) =>
  queryOptions({
    queryKey: ['diseases', id, by],
    queryFn: async ({ signal }) =>
      (await execute(DiseaseCompletenessByDocument, { id, by }, signal)).diseaseDataSet
        ?.completenessBy ?? null,
    staleTime,
  });
