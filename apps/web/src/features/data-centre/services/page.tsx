/** Data services: the institution's programs that read and send its records, and the addresses that are told what happens. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { PageHeader } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import { DataServicesDocument } from '../../../graph/generated/graphql.ts';
import { meQuery } from '../../../session/me.ts';
import { Clients } from './clients.tsx';
import { Webhooks } from './webhooks.tsx';

const ClientDialog = lazy(async () => ({
  default: (await import('./client-dialog.tsx')).ClientDialog,
}));
const WebhookDialog = lazy(async () => ({
  default: (await import('./webhook-dialog.tsx')).WebhookDialog,
}));

export function DataServicesPage() {
  const { t } = useLingui();
  const [adding, setAdding] = useState<'client' | 'webhook' | null>(null);
  const { data: me } = useQuery(meQuery);
  const national = me?.institution === null;
  const query = useQuery({
    queryKey: ['data-services'],
    queryFn: ({ signal }) => execute(DataServicesDocument, {}, signal),
    staleTime: 0,
  });
  const close = () => setAdding(null);
  return (
    <>
      <PageHeader
        title={t`Data services`}
        detail={
          <Trans>what the institution’s own systems read and send, and what they are told</Trans>
        }
        actions={
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            <Button variant="outlined" onClick={() => setAdding('webhook')}>
              <Trans>Add a webhook</Trans>
            </Button>
            <Button variant="contained" onClick={() => setAdding('client')}>
              <Trans>Let a program in</Trans>
            </Button>
          </Stack>
        }
      />
      {query.isPending ? (
        <LoadingRows rows={8} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <Clients rows={query.data.apiClients} national={national} />
          <Webhooks rows={query.data.webhooks} national={national} />
        </>
      )}
      {adding !== null && (
        <Suspense>
          {adding === 'client' ? (
            <ClientDialog national={national} onClose={close} />
          ) : (
            <WebhookDialog national={national} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}
