/** Studies as documents: all that the account sees, or one. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { PageHeader } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../../design/states.tsx';
import { StudyDetail } from './detail.tsx';
import { StudyList } from './list.tsx';
import { studyQuery } from './queries.ts';

export function StudyDocumentsPage() {
  const { studyId } = useParams({ strict: false }) as { studyId?: string };
  return studyId === undefined ? <StudyList /> : <One id={studyId} />;
}

function One({ id }: { id: string }) {
  const { t } = useLingui();
  const query = useQuery(studyQuery(id));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Study documents`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  const { researchStudy, researchProjects, releases, disclosureRule } = query.data;
  if (researchStudy === null) return <NotFound />;
  return (
    <StudyDetail
      key={researchStudy.id}
      study={researchStudy}
      projects={researchProjects}
      releases={releases.map(({ number }) => number)}
      rule={disclosureRule}
    />
  );
}
