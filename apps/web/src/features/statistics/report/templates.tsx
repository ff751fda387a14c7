/** Reports that the account saved: each is filled from the newest release when it is opened. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiContentSaveOutline, mdiDeleteOutline } from '@mdi/js';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { parseSearch, stringifySearch } from '../../../address.ts';
import { Icon } from '../../../design/icon.tsx';
import { Panel, VisuallyHidden } from '../../../design/page.tsx';
import { screenOnly } from '../../../design/print/styles.ts';
import { ErrorPanel, ErrorWords, LoadingRows } from '../../../design/states.tsx';
import { formatDay } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import {
  RemoveReportDocument,
  SavedReportsDocument,
  SaveReportDocument,
} from '../../../graph/generated/graphql.ts';
import { asTemplate, type Report, reportOf, retainedBlocks, searchOfReport } from './report.ts';

const savedQuery = queryOptions({
  queryKey: ['saved-reports'],
  queryFn: async ({ signal }) => (await execute(SavedReportsDocument, {}, signal)).savedReports,
});

export function Templates({
  report,
  onOpen,
}: {
  report: Report;
  onOpen: (report: Report) => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const saved = useQuery(savedQuery);
  const again = () => client.invalidateQueries({ queryKey: savedQuery.queryKey });
  const save = useMutation({
    mutationFn: () => {
      const template = asTemplate(report);
      return execute(SaveReportDocument, {
        report: {
          name: report.title,
          address: stringifySearch(searchOfReport(template)),
          blocks: retainedBlocks(template),
        },
      });
    },
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: (name: string) => execute(RemoveReportDocument, { name }),
    onSuccess: again,
  });
  const failed = save.error ?? remove.error;
  const nameless = report.title.trim() === '';
  const replaces = saved.data?.some(({ name }) => name === report.title.trim()) ?? false;
  return (
    <Box {...screenOnly} sx={{ mb: 2 }}>
      <Panel
        title={<Trans>Saved reports</Trans>}
        actions={
          <Button
            startIcon={<Icon path={mdiContentSaveOutline} />}
            disabled={nameless || report.blocks.length === 0 || save.isPending}
            onClick={() => save.mutate()}
          >
            {replaces ? <Trans>Save over the former</Trans> : <Trans>Save this report</Trans>}
          </Button>
        }
      >
        {failed && (
          <Alert severity="error" sx={{ mb: 1 }}>
            <ErrorWords error={failed} />
          </Alert>
        )}
        <VisuallyHidden live>{save.isSuccess ? t`The report is saved.` : ''}</VisuallyHidden>
        {saved.isPending ? (
          <LoadingRows />
        ) : saved.isError ? (
          <ErrorPanel error={saved.error} retry={() => void saved.refetch()} />
        ) : saved.data.length === 0 ? (
          <p style={{ margin: 0 }}>
            <Trans>
              None yet. A report with a title can be saved: opened again, its figures are of the
              newest release.
            </Trans>
          </p>
        ) : (
          <Box component="ul" sx={list}>
            {saved.data.map(({ name, address, savedAt }) => (
              <li key={name}>
                <Button onClick={() => onOpen(reportOf(parseSearch(address)))} sx={{ ml: -1 }}>
                  {name}
                </Button>
                <Box component="span" sx={{ color: 'text.secondary', fontSize: 12, flex: 1 }}>
                  {formatDay(Date.parse(savedAt))}
                </Box>
                <Tooltip title={t`Remove`}>
                  <IconButton
                    aria-label={t`Remove ${name}`}
                    disabled={remove.isPending}
                    onClick={() => remove.mutate(name)}
                  >
                    <Icon path={mdiDeleteOutline} />
                  </IconButton>
                </Tooltip>
              </li>
            ))}
          </Box>
        )}
      </Panel>
    </Box>
  );
}

const list = {
  listStyle: 'none',
  m: 0,
  p: 0,
  '& li': { display: 'flex', alignItems: 'center', gap: 1 },
} as const;
