/** A researcher's requests for specimens: a list, a new one, or one with its shipment and results. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useSearchState } from '../../design/filters/search-state.ts';
import { PageHeader } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import { askedQuery } from './queries.ts';
import { ReceiptButton, ResultButton } from './receipt.tsx';
import { RequestFacts } from './request-facts.tsx';
import { RequestList } from './request-list.tsx';

const AskDialog = lazy(async () => ({ default: (await import('./ask-dialog.tsx')).AskDialog }));

export function AskedSpecimensPage() {
  const { requestId } = useParams({ strict: false }) as { requestId?: string };
  return requestId === undefined ? <Asked /> : <One id={requestId} />;
}

function Asked() {
  const { t } = useLingui();
  const [{ cohort, words, site }, set] = useSearchState();
  // A link from a cohort brings the cohort and opens the form.
  const [asking, setAsking] = useState(cohort !== undefined);
  return (
    <>
      <PageHeader
        title={t`Specimens`}
        detail={<Trans>what you asked biobanks for</Trans>}
        actions={
          <Button variant="contained" onClick={() => setAsking(true)}>
            <Trans>Request specimens</Trans>
          </Button>
        }
      />
      <RequestList page="/research/specimens/{-$requestId}" />
      {asking && (
        <Suspense>
          <AskDialog
            cohort={cohort === undefined ? null : { hash: cohort, words: words ?? '' }}
            site={site ?? null}
            onClose={() => {
              setAsking(false);
              set({ cohort: undefined, words: undefined, site: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function One({ id }: { id: string }) {
  const { t } = useLingui();
  const query = useQuery(askedQuery(id));
  if (query.isPending) return <LoadingRows rows={6} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Specimens`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  if (query.data === null) return <NotFound />;
  const { title, state, manifest } = query.data;
  return (
    <>
      <PageHeader
        title={title}
        actions={
          state === 'SHIPPED' ? (
            <ReceiptButton request={id} />
          ) : (
            state === 'DELIVERED' && (
              <ResultButton request={id} barcodes={manifest.map(({ barcode }) => barcode)} />
            )
          )
        }
      />
      <RequestFacts request={query.data} />
    </>
  );
}
