/** What the pages of saved cohorts ask of the graph. */
import type { CohortDefinition } from '@nodp/cohorts';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  CitedCohortDocument,
  CohortOverlapDocument,
  FollowedCohortDocument,
  SavedCohortDocument,
  type SavedCohortQuery,
  SavedCohortsDocument,
  type SavedCohortsQuery,
  VersionChangesDocument,
} from '../../../graph/generated/graphql.ts';

export type SavedCohort = SavedCohortsQuery['savedCohorts'][number];
export type OpenCohort = NonNullable<SavedCohortQuery['savedCohort']>;
export type Version = OpenCohort['versions'][number];
export type Project = SavedCohortsQuery['researchProjects'][number];

/** Whatever is saved makes these be asked again. */
export const savedKey = ['research', 'saved'];

export const savedCohortsQuery = (removed = false) =>
  queryOptions({
    queryKey: [...savedKey, 'list', removed],
    queryFn: ({ signal }) => execute(SavedCohortsDocument, { removed }, signal),
    staleTime: 0,
  });

export const savedCohortQuery = (id: string) =>
  queryOptions({
    queryKey: [...savedKey, 'one', id],
    queryFn: ({ signal }) => execute(SavedCohortDocument, { id }, signal),
    staleTime: 0,
  });

/** A digest of 32 hexadecimal digits is a citation; anything else is the id of a saved cohort. */
export const isCitation = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

export const citedQuery = (hash: string) =>
  queryOptions({
    queryKey: [...savedKey, 'cited', hash],
    queryFn: async ({ signal }) =>
      (await execute(CitedCohortDocument, { hash }, signal)).citedCohort?.id ?? null,
  });

export const changesQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...savedKey, 'changes', id, from, to],
    queryFn: async ({ signal }) =>
      (await execute(VersionChangesDocument, { id, from, to }, signal)).savedCohort?.changes ?? [],
    staleTime: Number.POSITIVE_INFINITY,
  });

export const followedQuery = (definition: CohortDefinition, from: number, to: number) =>
  queryOptions({
    queryKey: ['research', 'followed', definition, from, to],
    queryFn: ({ signal }) => execute(FollowedCohortDocument, { definition, from, to }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const overlapQuery = (definitions: CohortDefinition[], release: number) =>
  queryOptions({
    queryKey: ['research', 'overlap', definitions, release],
    queryFn: async ({ signal }) =>
      (await execute(CohortOverlapDocument, { definitions, release }, signal)).cohortOverlap,
    staleTime: Number.POSITIVE_INFINITY,
  });
