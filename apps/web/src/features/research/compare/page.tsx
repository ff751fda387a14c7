/** Two to six saved cohorts compared: who they are, how long until an endpoint, and what that depends on. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useQueries, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { AppLink, ButtonLink } from '../../../design/links.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { releaseQuery } from '../queries.ts';
import { useAskedComparison } from './asked.ts';
import { CohortChoice } from './cohort-choice.tsx';
import { Controls } from './controls.tsx';
import { type Chosen, chosenQuery, inputOf } from './queries.ts';

const Baseline = lazy(async () => ({ default: (await import('./baseline.tsx')).BaselinePanel }));
const Alterations = lazy(async () => ({
  default: (await import('./alterations.tsx')).AlterationsPanel,
}));
const Endpoint = lazy(async () => ({ default: (await import('./endpoint.tsx')).EndpointPanels }));
const Weighted = lazy(async () => ({ default: (await import('./weighted.tsx')).WeightedPanel }));
const Courses = lazy(async () => ({ default: (await import('./courses.tsx')).CoursesPanel }));
const Patterns = lazy(async () => ({ default: (await import('./patterns.tsx')).PatternsPanel }));
const Trajectories = lazy(async () => ({
  default: (await import('./trajectories.tsx')).TrajectoriesPanel,
}));
const Reproduce = lazy(async () => ({
  default: (await import('./reproduce.tsx')).ReproducePanel,
}));
const Cox = lazy(async () => ({ default: (await import('./cox.tsx')).CoxPanel }));

export function ComparePage() {
  const { t } = useLingui();
  const [asked, ask] = useAskedComparison();
  const queries = useQueries({ queries: asked.cohorts.map((hash) => chosenQuery(hash)) });
  const { data: known } = useQuery(releaseQuery(null));
  const rule = known?.disclosureRule;
  const failed = queries.find(({ isError }) => isError);
  const chosen = queries.flatMap(({ data }): Chosen[] => (data ? [data] : []));
  const lost = queries.filter(({ data }) => data === null).length;
  return (
    <>
      <PageHeader
        title={t`Comparison`}
        detail={
          <AppLink to="/research/saved/{-$cohortId}" params={{ cohortId: undefined }} search={{}}>
            <Trans>saved cohorts</Trans>
          </AppLink>
        }
      />
      <CohortChoice asked={asked} chosen={chosen} onChange={ask} />
      {lost > 0 && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Trans>
            {lost} of the cohorts in this address are not there, or not shared with you.
          </Trans>
        </Alert>
      )}
      {failed ? (
        <ErrorPanel error={failed.error} retry={() => void failed.refetch()} />
      ) : queries.some(({ isPending }) => isPending) || rule === undefined ? (
        <LoadingRows rows={8} />
      ) : chosen.length < 2 ? (
        <Empty
          action={
            <ButtonLink
              variant="outlined"
              to="/research/saved/{-$cohortId}"
              params={{ cohortId: undefined }}
              search={{}}
            >
              <Trans>Saved cohorts</Trans>
            </ButtonLink>
          }
        >
          <Trans>Choose two to six saved cohorts</Trans>
        </Empty>
      ) : (
        <>
          <Controls asked={asked} onChange={ask} />
          <Suspense fallback={<LoadingRows rows={8} />}>
            <Endpoint
              comparison={inputOf(asked, chosen)}
              chosen={chosen}
              months={asked.months}
              rule={rule}
            />
            <Cox
              comparison={inputOf(asked, chosen)}
              asked={asked}
              chosen={chosen}
              rule={rule}
              onChange={ask}
            />
            <Weighted
              comparison={inputOf(asked, chosen)}
              asked={asked}
              chosen={chosen}
              rule={rule}
            />
            <Baseline comparison={inputOf(asked, chosen)} chosen={chosen} rule={rule} />
            <Courses comparison={inputOf(asked, chosen)} chosen={chosen} rule={rule} />
            <Trajectories comparison={inputOf(asked, chosen)} chosen={chosen} rule={rule} />
            <Alterations comparison={inputOf(asked, chosen)} chosen={chosen} rule={rule} />
            <Patterns comparison={inputOf(asked, chosen)} chosen={chosen} rule={rule} />
            <Reproduce comparison={inputOf(asked, chosen)} asked={asked} chosen={chosen} />
          </Suspense>
        </>
      )}
    </>
  );
}
