/** What the pages of studies ask of the graph. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  ResearchStudiesDocument,
  type ResearchStudiesQuery,
  ResearchStudyDocument,
  type ResearchStudyQuery,
  StudyPooledDocument,
  StudyRerunDocument,
  type StudyRerunQuery,
} from '../../../graph/generated/graphql.ts';

export type StudyInList = ResearchStudiesQuery['researchStudies'][number];
export type OpenStudy = NonNullable<ResearchStudyQuery['researchStudy']>;
export type StudyVersion = OpenStudy['versions'][number];
export type Rerun = NonNullable<NonNullable<StudyRerunQuery['researchStudy']>['latest']['rerun']>;

/** Whatever is saved makes these be asked again. */
export const studiesKey = ['research', 'documents'];

export const studiesQuery = () =>
  queryOptions({
    queryKey: [...studiesKey, 'list'],
    queryFn: async ({ signal }) =>
      (await execute(ResearchStudiesDocument, { removed: false }, signal)).researchStudies,
    staleTime: 0,
  });

export const studyQuery = (id: string) =>
  queryOptions({
    queryKey: [...studiesKey, 'one', id],
    queryFn: ({ signal }) => execute(ResearchStudyDocument, { id }, signal),
    staleTime: 0,
  });

export const rerunQuery = (id: string, version: number, release: number) =>
  queryOptions({
    queryKey: ['research', 'rerun', id, version, release],
    queryFn: async ({ signal }) =>
      (await execute(StudyRerunDocument, { id, release }, signal)).researchStudy?.latest.rerun ??
      null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** @param answers when each was received: another one makes it be asked again */
export const pooledQuery = (id: string, version: number, answers: readonly string[]) =>
  queryOptions({
    queryKey: ['research', 'pooled', id, version, answers],
    queryFn: async ({ signal }) =>
      (await execute(StudyPooledDocument, { id }, signal)).researchStudy?.latest.pooled ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
