/** Requests that the biobank was asked: a list, or one with its decision, its picking list and its shipment. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { PageHeader } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import { requestQuery } from './queries.ts';
import { RequestFacts } from './request-facts.tsx';
import { RequestList } from './request-list.tsx';
import { RequestWork } from './request-work.tsx';

export function SpecimenRequestsPage() {
  const { t } = useLingui();
  const { requestId } = useParams({ strict: false }) as { requestId?: string };
  if (requestId !== undefined) return <One id={requestId} />;
  return (
    <>
      <PageHeader
        title={t`Specimen requests`}
        detail={<Trans>what researchers ask your biobank for</Trans>}
      />
      <RequestList page="/biobank/requests/{-$requestId}" />
    </>
  );
}

function One({ id }: { id: string }) {
  const { t } = useLingui();
  const query = useQuery(requestQuery(id));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Specimen requests`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  if (query.data === null) return <NotFound />;
  return (
    <>
      <PageHeader title={query.data.title} />
      <RequestFacts request={query.data} />
      <RequestWork request={query.data} />
    </>
  );
}
