/** What a comparison asks, as its address says it. */
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { listOf, type Search } from '../../../address.ts';
import type { CoxCovariate, StudyEndpoint } from '../../../graph/generated/graphql.ts';

export const endpoints = [
  'OVERALL',
  'CANCER_SPECIFIC',
  'RECURRENCE_FREE',
  'NEXT_TREATMENT',
] as const satisfies readonly StudyEndpoint[];
export const covariates = [
  'AGE_GROUP',
  'SEX',
  'STAGE',
  'SITE_GROUP',
  'DIAGNOSIS_PERIOD',
] as const satisfies readonly CoxCovariate[];
/** Designs: from time zero, from a landmark in months, or coming in late. */
const designs = ['zero', '3', '6', '12', 'entry'] as const;
export type Design = (typeof designs)[number];
export const mostCohorts = 6;

export interface Asked {
  /** Digests of saved versions. */
  readonly cohorts: readonly string[];
  readonly endpoint: StudyEndpoint;
  readonly design: Design;
  readonly months: number;
  readonly covariates: readonly CoxCovariate[];
}

const horizons = [36, 60, 120];

/** Designs that an endpoint can be asked with. */
export const designsOf = (endpoint: StudyEndpoint): readonly Design[] =>
  endpoint === 'NEXT_TREATMENT'
    ? ['zero']
    : endpoint === 'OVERALL'
      ? designs
      : designs.filter((design) => design !== 'entry');

export function askedOf(search: Search): Asked {
  const endpoint = endpoints.find((each) => each === search.endpoint) ?? 'OVERALL';
  return {
    cohorts: [...new Set((search.cohorts ?? '').split(','))]
      .filter((hash) => /^[0-9a-f]{32}$/.test(hash))
      .slice(0, mostCohorts),
    endpoint,
    design: designsOf(endpoint).find((each) => each === search.design) ?? 'zero',
    months: horizons.find((each) => String(each) === search.months) ?? 60,
    covariates:
      search.covariates === undefined
        ? ['AGE_GROUP', 'SEX']
        : listOf(search.covariates, covariates),
  };
}

export const searchOf = ({ cohorts, endpoint, design, months, covariates: of }: Asked): Search => ({
  cohorts: cohorts.join(',') || undefined,
  endpoint: endpoint === 'OVERALL' ? undefined : endpoint,
  design: design === 'zero' ? undefined : design,
  months: months === 60 ? undefined : String(months),
  covariates: of.join(',') === 'AGE_GROUP,SEX' ? undefined : of.join(',') || 'none',
});

export function useAskedComparison(): [Asked, (change: Partial<Asked>) => void] {
  const search = useRouterState({ select: (s) => s.location.search }) as Search;
  const navigate = useNavigate();
  const asked = askedOf(search);
  return [
    asked,
    (change) =>
      void navigate({
        to: '.',
        // What else stands in the address, as chosen genes, stays.
        search: (former: Search) => ({
          ...former,
          ...searchOf(askedOf({ ...searchOf(asked), ...searchOf({ ...asked, ...change }) })),
        }),
        resetScroll: false,
      }),
  ];
}
