/** Saved cohorts: all that the account sees, or one with its versions. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { PageHeader } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../../design/states.tsx';
import { CohortDetail } from './detail.tsx';
import { SavedList } from './list.tsx';
import { citedQuery, isCitation, savedCohortQuery } from './queries.ts';

export function SavedCohortsPage() {
  const { cohortId } = useParams({ strict: false }) as { cohortId?: string };
  if (cohortId === undefined) return <SavedList />;
  return isCitation(cohortId) ? <Cited hash={cohortId} /> : <One id={cohortId} cited={null} />;
}

/** A citation in an address: the version that has the digest. */
function Cited({ hash }: { hash: string }) {
  const query = useQuery(citedQuery(hash));
  if (query.isPending) return <LoadingRows rows={4} />;
  if (query.isError) return <ErrorPanel error={query.error} heading="h1" />;
  return query.data === null ? <NotFound /> : <One id={query.data} cited={hash} />;
}

function One({ id, cited }: { id: string; cited: string | null }) {
  const { t } = useLingui();
  const query = useQuery(savedCohortQuery(id));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Saved cohorts`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  const { savedCohort, researchProjects, newest, disclosureRule } = query.data;
  if (savedCohort === null) return <NotFound />;
  return (
    <CohortDetail
      cohort={savedCohort}
      projects={researchProjects}
      newest={newest?.number ?? null}
      rule={disclosureRule}
      cited={cited}
    />
  );
}
