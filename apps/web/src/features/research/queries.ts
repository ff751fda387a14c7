/** What the page asks of the graph. A release never changes, so an answer about one stays true. */
import type { CohortDefinition } from '@nodp/cohorts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import {
  CohortCountDocument,
  type CohortCountQuery,
  CohortFacetsDocument,
  type CohortFacetsQuery,
  CohortWithoutEachDocument,
  CompareSurvivalDocument,
  type CompareSurvivalQuery,
  CountBudgetDocument,
  ReleaseDictionaryDocument,
  ResearchReleaseDocument,
  type ResearchReleaseQuery,
} from '../../graph/generated/graphql.ts';

export type Release = NonNullable<ResearchReleaseQuery['release']>;
export type DisclosureRule = ResearchReleaseQuery['disclosureRule'];
export type Cohort = NonNullable<CohortCountQuery['cohort']>;
export type Facet = NonNullable<CohortFacetsQuery['cohort']>['facets'][number];
export type Survival = NonNullable<CompareSurvivalQuery['compareSurvival']>;
/** A count that passed disclosure control; null where it is too small to be shown. */
export type Disclosed = { value: number | null };

const forEver = Number.POSITIVE_INFINITY;
/** Answers not looked at any more are retained this long, ms. */
const gcTime = 10 * 60_000;

/** The release asked for (the newest where none is), the newest there is, and the rule of counts. */
export const releaseQuery = (number: number | null) =>
  queryOptions({
    queryKey: ['research', 'release', number],
    queryFn: ({ signal }) => execute(ResearchReleaseDocument, { number }, signal),
    staleTime: 60_000,
  });

export const dictionaryQuery = (number: number | null) =>
  queryOptions({
    queryKey: ['research', 'dictionary', number],
    queryFn: async ({ signal }) =>
      (await execute(ReleaseDictionaryDocument, { number }, signal)).release,
    staleTime: number === null ? 60_000 : forEver,
  });

/** What is left of the account's counts; asked again whenever another answer came. */
export const budgetQuery = (after: string | null) =>
  queryOptions({
    queryKey: ['research', 'budget', after],
    queryFn: async ({ signal }) => (await execute(CountBudgetDocument, {}, signal)).countBudget,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Count and attrition: what has to answer at once. */
export const cohortQuery = (release: number, definition: CohortDefinition) =>
  queryOptions({
    queryKey: ['research', 'cohort', release, definition],
    queryFn: async ({ signal }) =>
      (await execute(CohortCountDocument, { release, definition }, signal)).cohort,
    placeholderData: keepPreviousData,
    staleTime: forEver,
    gcTime,
  });

/** What each rule takes away: asked where somebody wants to know, since every count is taken from the day's. */
export const withoutEachQuery = (release: number, definition: CohortDefinition) =>
  queryOptions({
    queryKey: ['research', 'without-each', release, definition],
    queryFn: async ({ signal }) =>
      (await execute(CohortWithoutEachDocument, { release, definition }, signal)).cohort
        ?.withoutEach ?? [],
    staleTime: forEver,
    gcTime,
  });

export const facetsQuery = (release: number, definition: CohortDefinition) =>
  queryOptions({
    queryKey: ['research', 'facets', release, definition],
    queryFn: async ({ signal }) =>
      (await execute(CohortFacetsDocument, { release, definition }, signal)).cohort?.facets ?? [],
    placeholderData: keepPreviousData,
    staleTime: forEver,
    gcTime,
  });

/** How cohorts that are decided after diagnosis are compared. */
export interface Design {
  /** Months after diagnosis from which time counts; 0 for diagnosis itself. */
  landmark: number;
  /** Whether persons come into a cohort when its treatment or test came. */
  delayedEntry: boolean;
}

const fromDiagnosis: Design = { landmark: 0, delayedEntry: false };

export const survivalQuery = (
  release: number,
  arms: CohortDefinition[],
  months: number,
  design = fromDiagnosis,
) =>
  queryOptions({
    queryKey: ['research', 'survival', release, months, design, arms],
    queryFn: async ({ signal }) =>
      (await execute(CompareSurvivalDocument, { release, arms, months, ...design }, signal))
        .compareSurvival,
    placeholderData: keepPreviousData,
    staleTime: forEver,
    gcTime,
  });
