/** Files that an institution sent: how far each is, and what became of it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useCodeWords } from '../../design/code-words.ts';
import { Tag } from '../../design/marks.tsx';
import { Panel } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { formatBytes, formatCount } from '../../format/quantity.ts';
import { type FileImport, fetchFileImports } from './upload-request.ts';

export const goesOn = ({ state }: FileImport): boolean =>
  state === 'WAITING' || state === 'RUNNING';

/** Okabe and Ito's colours: waits, is taken in, done, failed, stopped. */
const COLOURS: Record<FileImport['state'], string> = {
  WAITING: '#C3C9CE',
  RUNNING: '#56B4E9',
  DONE: '#009E73',
  FAILED: '#D55E00',
  CANCELLED: '#E69F00',
};

/** How far a file is that is taken in; why it did not come to its end. */
export function ImportState({
  file,
  onStop,
  stop,
}: {
  file: FileImport;
  onStop: () => void;
  stop: { readonly isPending: boolean; readonly error: Error | null };
}) {
  const { t } = useLingui();
  const rows = formatCount(file.counts?.rows ?? 0);
  if (file.state === 'FAILED')
    return (
      <Alert severity="error" sx={{ mx: 1.5, mb: 1.5 }}>
        <Trans>
          The platform failed on this file after {rows} rows, which stay. Send it again: it goes on
          there, and nothing is written twice.
        </Trans>
      </Alert>
    );
  if (file.state === 'CANCELLED')
    return (
      <Typography role="status" variant="body2" sx={{ px: 1.5, pb: 1.5 }}>
        <Trans>
          Stopped after {rows} rows, which stay. It goes on there when you send the same file again,
          now or later.
        </Trans>
      </Typography>
    );
  if (!goesOn(file)) return null;
  return (
    <Stack
      direction="row"
      sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center', px: 1.5, pb: 1.5 }}
    >
      <LinearProgress
        aria-label={t`Taking the rows in`}
        variant={file.state === 'WAITING' ? 'indeterminate' : 'determinate'}
        value={Math.round(file.share * 100)}
        sx={{ flexGrow: 1, minWidth: 160 }}
      />
      <Typography variant="body2" role="status">
        {file.state === 'WAITING' ? (
          <Trans>It waits for its turn</Trans>
        ) : (
          <Trans>{rows} rows taken in</Trans>
        )}
        {' · '}
        <Trans>you can leave this page</Trans>
      </Typography>
      {stop.error && (
        <Typography variant="body2" role="alert" color="error">
          {stop.error.message}
        </Typography>
      )}
      <Button size="small" disabled={file.cancelling || stop.isPending} onClick={onStop}>
        {file.cancelling ? <Trans>Being stopped</Trans> : <Trans>Stop</Trans>}
      </Button>
    </Stack>
  );
}

/** The newest files of the institution. */
export function FileImports({
  shown,
  onShow,
}: {
  shown: string | null;
  onShow: (id: string) => void;
}) {
  const { t } = useLingui();
  const code = useCodeWords();
  const files = useQuery({
    queryKey: ['file-imports'],
    queryFn: ({ signal }) => fetchFileImports(signal),
    refetchInterval: ({ state }) => (state.data?.some(goesOn) ? 2_000 : 30_000),
  });
  return (
    <Panel title={t`Files that were sent`}>
      {files.isPending ? (
        <LoadingRows rows={2} />
      ) : files.isError ? (
        <ErrorPanel error={files.error} retry={() => void files.refetch()} />
      ) : files.data.length === 0 ? (
        <Typography variant="body2" sx={{ px: 1.5, py: 1, color: 'text.secondary' }}>
          <Trans>None yet. What became of a file is kept here for thirty days.</Trans>
        </Typography>
      ) : (
        <SimpleTable
          label={t`Files that were sent`}
          rows={files.data}
          rowKey={(file) => file.id}
          maxHeight={320}
          stacks
          columns={[
            { header: t`Sent`, cell: (file) => formatInstant(file.requestedAt), nowrap: true },
            { header: t`File`, cell: (file) => file.name || '—', leastWidth: 160 },
            { header: t`Size`, cell: (file) => formatBytes(file.bytes), nowrap: true },
            {
              header: t`State`,
              cell: (file) => (
                <Tag colour={COLOURS[file.state]}>{code('fileImport', file.state)}</Tag>
              ),
              nowrap: true,
            },
            {
              header: t`Rows`,
              cell: (file) => (file.counts === null ? '—' : formatCount(file.counts.rows)),
              nowrap: true,
            },
            {
              header: t`Refused rows`,
              cell: (file) => (file.counts === null ? '—' : formatCount(file.counts.refusedRows)),
              nowrap: true,
            },
            {
              header: t`Action`,
              cell: (file) => (
                <Button
                  size="small"
                  disabled={file.id === shown}
                  aria-label={t`Show ${file.name}`}
                  onClick={() => onShow(file.id)}
                >
                  <Trans>Show</Trans>
                </Button>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
