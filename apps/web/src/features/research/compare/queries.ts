/** What the page of comparisons asks of the graph. */
import type { CohortDefinition } from '@nodp/cohorts';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  AlterationPatternsDocument,
  type AlterationPatternsQuery,
  AlterationTableDocument,
  type AlterationTableQuery,
  BaselineTableDocument,
  type BaselineTableQuery,
  CitedVersionDocument,
  ComparisonCodeDocument,
  type ComparisonInput,
  CoxAnalysisDocument,
  type CoxAnalysisQuery,
  type CoxCovariate,
  EndpointComparisonDocument,
  type EndpointComparisonQuery,
  LaboratoryTrajectoriesDocument,
  type LaboratoryTrajectoriesQuery,
  TreatmentCoursesDocument,
  type TreatmentCoursesQuery,
  WeightedComparisonDocument,
  type WeightedComparisonQuery,
} from '../../../graph/generated/graphql.ts';
import type { Label } from '../../../i18n/label.ts';
import { definitionOf } from '../saved/stored.ts';
import type { Asked } from './asked.ts';

export type Comparison = NonNullable<EndpointComparisonQuery['compareEndpoint']>;
export type Baseline = NonNullable<BaselineTableQuery['baselineTable']>;
export type Alterations = NonNullable<AlterationTableQuery['alterationTable']>;
export type Courses = NonNullable<TreatmentCoursesQuery['treatmentCourses']>;
export type Patterns = NonNullable<AlterationPatternsQuery['alterationPatterns']>;
export type Trajectories = NonNullable<LaboratoryTrajectoriesQuery['laboratoryTrajectories']>;
export type Weighted = NonNullable<WeightedComparisonQuery['weightedComparison']>;
export type Cox = NonNullable<CoxAnalysisQuery['coxAnalysis']>;

/** A saved version that is compared. */
export interface Chosen {
  readonly hash: string;
  readonly cohortId: string;
  readonly name: string;
  readonly description: Label;
  readonly release: number;
  readonly definition: CohortDefinition;
}

const staleTime = Number.POSITIVE_INFINITY;

/** Null where the account sees no such version. */
export const chosenQuery = (hash: string) =>
  queryOptions({
    queryKey: ['research', 'cited', hash],
    queryFn: async ({ signal }): Promise<Chosen | null> => {
      const { citedCohort } = await execute(CitedVersionDocument, { hash }, signal);
      const version = citedCohort?.versions.find((each) => each.hash === hash);
      if (!citedCohort || !version) return null;
      const { number, releaseNumber: release, description } = version;
      const latest = citedCohort.versions[0]?.number === number;
      return {
        ...{ hash, description, release, cohortId: citedCohort.id },
        name: latest ? citedCohort.name : `${citedCohort.name} (${number})`,
        definition: definitionOf(version.definition),
      };
    },
  });

/** The question of a comparison: all cohorts on the newest release that one of them is of. */
export const inputOf = (
  { endpoint, design, months }: Asked,
  chosen: readonly Chosen[],
): ComparisonInput => ({
  arms: chosen.map(({ definition }) => definition),
  release: Math.max(...chosen.map(({ release }) => release)),
  ...{ endpoint, months },
  landmark: /^\d+$/.test(design) ? Number(design) : null,
  delayedEntry: design === 'entry',
});

export const comparisonQuery = (comparison: ComparisonInput) =>
  queryOptions({
    queryKey: ['research', 'endpoint', comparison],
    queryFn: async ({ signal }) =>
      (await execute(EndpointComparisonDocument, { comparison }, signal)).compareEndpoint,
    staleTime,
  });

export const baselineQuery = (comparison: ComparisonInput) =>
  queryOptions({
    queryKey: ['research', 'baseline', comparison],
    queryFn: async ({ signal }) =>
      (await execute(BaselineTableDocument, { comparison }, signal)).baselineTable,
    staleTime,
  });

export const coxQuery = (comparison: ComparisonInput, covariates: readonly CoxCovariate[]) =>
  queryOptions({
    queryKey: ['research', 'cox', comparison, covariates],
    queryFn: async ({ signal }) =>
      (await execute(CoxAnalysisDocument, { comparison, covariates: [...covariates] }, signal))
        .coxAnalysis,
    staleTime,
  });

export const alterationsQuery = (comparison: ComparisonInput, genes: readonly string[]) =>
  queryOptions({
    queryKey: ['research', 'alterations', comparison, genes],
    queryFn: async ({ signal }) =>
      (await execute(AlterationTableDocument, { comparison, genes: [...genes] }, signal))
        .alterationTable,
    staleTime,
  });

/** Without what only curves depend on, so that a longer axis asks nothing anew. */
const asMembers = (comparison: ComparisonInput): ComparisonInput => ({
  ...{ arms: comparison.arms, release: comparison.release ?? null },
  landmark: comparison.landmark ?? null,
});

export const coursesQuery = (comparison: ComparisonInput) =>
  queryOptions({
    queryKey: ['research', 'courses', asMembers(comparison)],
    queryFn: async ({ signal }) =>
      (await execute(TreatmentCoursesDocument, { comparison: asMembers(comparison) }, signal))
        .treatmentCourses,
    staleTime,
  });

export const patternsQuery = (
  comparison: ComparisonInput,
  genes: readonly string[],
  tracks: readonly CoxCovariate[],
) =>
  queryOptions({
    queryKey: ['research', 'patterns', asMembers(comparison), genes, tracks],
    queryFn: async ({ signal }) =>
      (
        await execute(
          AlterationPatternsDocument,
          { comparison: asMembers(comparison), genes: [...genes], tracks: [...tracks] },
          signal,
        )
      ).alterationPatterns,
    staleTime,
  });

export const trajectoriesQuery = (comparison: ComparisonInput, analyte: string) => {
  const asked = { ...asMembers(comparison), months: comparison.months ?? null };
  return queryOptions({
    queryKey: ['research', 'trajectories', asked, analyte],
    queryFn: async ({ signal }) =>
      (await execute(LaboratoryTrajectoriesDocument, { comparison: asked, analyte }, signal))
        .laboratoryTrajectories,
    staleTime,
  });
};

export const weightedQuery = (comparison: ComparisonInput, covariates: readonly CoxCovariate[]) =>
  queryOptions({
    queryKey: ['research', 'weighted', comparison, covariates],
    queryFn: async ({ signal }) =>
      (
        await execute(
          WeightedComparisonDocument,
          { comparison, covariates: [...covariates] },
          signal,
        )
      ).weightedComparison,
    staleTime,
  });

export const codeQuery = (comparison: ComparisonInput, covariates: readonly CoxCovariate[]) =>
  queryOptions({
    queryKey: ['research', 'code', comparison, covariates],
    queryFn: async ({ signal }) =>
      (await execute(ComparisonCodeDocument, { comparison, covariates: [...covariates] }, signal))
        .comparisonCode,
    staleTime,
  });
