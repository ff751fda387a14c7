/** Templates of the institution's letters and text messages. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { type Template, templatesQuery } from './data.ts';
import { channelWords, occasionWords } from './words.ts';

const TemplateDialog = lazy(async () => ({
  default: (await import('./template-dialog.tsx')).TemplateDialog,
}));

export function Templates() {
  const { t, i18n } = useLingui();
  const query = useQuery(templatesQuery);
  const [open, setOpen] = useState<Template | 'new' | null>(null);
  if (query.isPending) return <LoadingRows rows={6} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { messageTemplates, messageForms } = query.data;
  return (
    <Panel
      title={t`Templates`}
      flush={messageTemplates.length > 0}
      actions={
        <Button size="small" variant="contained" onClick={() => setOpen('new')}>
          <Trans>New template</Trans>
        </Button>
      }
    >
      {messageTemplates.length === 0 ? (
        <Trans>Your institution has no template yet. A new one begins with words to change.</Trans>
      ) : (
        <SimpleTable
          label={t`Templates`}
          stacks
          rows={messageTemplates}
          rowKey={({ id }) => id}
          columns={[
            {
              header: t`Name`,
              cell: (one) => `${one.name}${one.retired ? ` (${t`retired`})` : ''}`,
            },
            { header: t`What it is about`, cell: (one) => i18n._(occasionWords[one.occasion]) },
            { header: t`How it is sent`, cell: (one) => i18n._(channelWords[one.channel]) },
            {
              header: t`Version`,
              cell: (one) => `${one.version} · ${formatInstant(one.changedAt)} · ${one.changedBy}`,
            },
            {
              header: t`Action`,
              cell: (one) => (
                <Button
                  size="small"
                  aria-label={t`Change: ${one.name}`}
                  onClick={() => setOpen(one)}
                >
                  <Trans>Change …</Trans>
                </Button>
              ),
            },
          ]}
        />
      )}
      {open !== null && (
        <Suspense>
          <TemplateDialog
            template={open === 'new' ? null : open}
            forms={messageForms}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </Panel>
  );
}
