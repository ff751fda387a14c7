/** What a study's page asks of the graph. Studies do not change: an answer stands until the page is left. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import {
  StudyDocument,
  StudyEnrichmentDocument,
  type StudyEnrichmentQuery,
  type StudyEnrichmentQueryVariables,
  StudyOncoprintDocument,
  type StudyOncoprintQuery,
  type StudyOncoprintQueryVariables,
  type StudyQuery,
  StudySurvivalDocument,
  type StudySurvivalQuery,
  type StudySurvivalQueryVariables,
} from '../../graph/generated/graphql.ts';

export type Study = NonNullable<StudyQuery['study']>;
export type Oncoprint = NonNullable<StudyOncoprintQuery['study']>['oncoprint'];
export type Survival = NonNullable<StudySurvivalQuery['study']>['survival'];
export type Enrichment = NonNullable<StudyEnrichmentQuery['study']>['enrichment'];

const staleTime = Number.POSITIVE_INFINITY;

export const studyQuery = (id: string) =>
  queryOptions({
    queryKey: ['studies', id],
    queryFn: async ({ signal }) => (await execute(StudyDocument, { id }, signal)).study,
  });

export const oncoprintQuery = (asked: StudyOncoprintQueryVariables) =>
  queryOptions({
    queryKey: ['studies', 'oncoprint', asked],
    queryFn: async ({ signal }) =>
      (await execute(StudyOncoprintDocument, asked, signal)).study?.oncoprint ?? null,
    staleTime,
  });

export const survivalQuery = (asked: StudySurvivalQueryVariables) =>
  queryOptions({
    queryKey: ['studies', 'survival', asked],
    queryFn: async ({ signal }) =>
      (await execute(StudySurvivalDocument, asked, signal)).study?.survival ?? null,
    staleTime,
  });

export const enrichmentQuery = (asked: StudyEnrichmentQueryVariables) =>
  queryOptions({
    queryKey: ['studies', 'enrichment', asked],
    queryFn: async ({ signal }) =>
      (await execute(StudyEnrichmentDocument, asked, signal)).study?.enrichment ?? null,
    staleTime,
  });
