/** Letters and text messages to a patient, of the reader's institution; asked for after the page. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { patientMessagesQuery, type ShownMessage } from './data.ts';
import { Standing } from './standing.tsx';
import { channelWords, occasionWords } from './words.ts';

const MessageDialog = lazy(async () => ({
  default: (await import('./message-dialog.tsx')).MessageDialog,
}));

export function MessagesPanel({ id, name }: { id: string; name: string }) {
  const { t, i18n } = useLingui();
  const query = useQuery(patientMessagesQuery(id));
  const [open, setOpen] = useState<ShownMessage | null>(null);
  if (query.isPending) return null;
  if (query.isError)
    return (
      <Alert severity="warning">
        <Trans>Letters and text messages could not be read:</Trans> {query.error.message}
      </Alert>
    );
  if (query.data.length === 0) return null;
  return (
    <Panel title={t`Letters and text messages`} flush>
      <SimpleTable
        label={t`Letters and text messages`}
        stacks
        rows={query.data}
        rowKey={(one) => one.id}
        maxHeight={320}
        columns={[
          { header: t`What it is about`, cell: (one) => i18n._(occasionWords[one.occasion]) },
          { header: t`How it is sent`, cell: (one) => i18n._(channelWords[one.channel]) },
          { header: t`Send from`, cell: (one) => one.sendOn, nowrap: true },
          {
            header: t({ message: 'Planned', context: 'message' }),
            cell: (one) => `${formatInstant(one.plannedAt)} · ${one.plannedBy}`,
          },
          { header: t`Status`, cell: (one) => <Standing message={one} /> },
          {
            header: t`Action`,
            cell: (one) => (
              <Button
                size="small"
                aria-label={t`Open the message: ${i18n._(occasionWords[one.occasion])}, ${one.sendOn}`}
                onClick={() => setOpen(one)}
              >
                <Trans>Open …</Trans>
              </Button>
            ),
          },
        ]}
      />
      {open !== null && (
        <Suspense>
          <MessageDialog message={open} name={name} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </Panel>
  );
}
