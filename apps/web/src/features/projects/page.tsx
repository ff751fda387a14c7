/** Projects: all that the account sees, or one with what happened to it. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { PageHeader } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import { ProjectDetail } from './detail.tsx';
import { ProjectList } from './list.tsx';
import type { Place } from './place.ts';
import { projectQuery } from './queries.ts';

export function ProjectsPage() {
  const { projectId } = useParams({ strict: false }) as { projectId?: string };
  const path = useLocation({ select: ({ pathname }) => pathname });
  const place: Place = path.startsWith('/data-centre')
    ? '/data-centre/projects'
    : '/research/projects';
  return projectId === undefined ? (
    <ProjectList place={place} />
  ) : (
    <One id={projectId} place={place} />
  );
}

function One({ id, place }: { id: string; place: Place }) {
  const { t } = useLingui();
  const query = useQuery(projectQuery(id));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Projects`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  if (query.data === null) return <NotFound />;
  return <ProjectDetail project={query.data} place={place} />;
}
