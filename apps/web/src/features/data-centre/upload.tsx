/** Files of rows that a data manager sends, and what became of each row. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FileButton } from '../../design/file-button.tsx';
import { AppLink } from '../../design/links.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { formatBytes } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import { FileImports, goesOn, ImportState } from './file-imports.tsx';
import { fetchMappings } from './mapping/requests.ts';
import { UploadColumns } from './upload-columns.tsx';
import {
  fetchFileImport,
  fetchKinds,
  keepFile,
  stopFileImport,
  type UploadKind,
  uploadIdOf,
} from './upload-request.ts';
import { UploadResult } from './upload-result.tsx';

export function UploadPage() {
  const { t } = useLingui();
  const label = useLabel();
  const me = useQuery(meQuery);
  const kinds = useQuery({
    queryKey: ['upload-kinds'],
    queryFn: ({ signal }) => fetchKinds(signal),
  });
  const institution = me.data?.institution;
  const name = label(institution?.name);
  return (
    <>
      <PageHeader
        title={t`Upload`}
        detail={institution ? <Trans>records of {name}, as files of rows</Trans> : null}
      />
      {me.data?.institution === null ? (
        <Empty>
          <Trans>
            A national account sends no records: the data manager of the institution that they are
            of does.
          </Trans>
        </Empty>
      ) : kinds.isPending ? (
        <LoadingRows rows={6} />
      ) : kinds.isError ? (
        <ErrorPanel error={kinds.error} retry={() => void kinds.refetch()} />
      ) : (
        <Upload kinds={kinds.data} />
      )}
    </>
  );
}

const isWorkbook = ({ name }: File): boolean => /\.xlsx$/i.test(name);

/** `''` where the kind is told by the file's header; before the name of a mapping. */
const [BY_HEADER, MAPPED] = ['', 'mapping:'];

function Upload({ kinds }: { kinds: readonly UploadKind[] }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [kind, setKind] = useState(BY_HEADER);
  const [file, setFile] = useState<File | null>(null);
  const [sheet, setSheet] = useState('');
  const [share, setShare] = useState(0);
  const [shown, setShown] = useState<string | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const queries = useQueryClient();
  const mappings = useQuery({
    queryKey: ['csv-mappings'],
    queryFn: ({ signal }) => fetchMappings(signal),
  });
  const profile = kind.startsWith(MAPPED) ? kind.slice(MAPPED.length) : null;
  const sending = useMutation({
    mutationFn: async (one: File): Promise<string> => {
      stopping.current = new AbortController();
      setShare(0);
      return keepFile(
        {
          file: one,
          kind: kinds.some((known) => known.kind === kind) ? kind : null,
          profile,
          upload: await uploadIdOf(one, `${kind} ${sheet}`),
          sheet: isWorkbook(one) && sheet !== '' ? sheet : null,
          signal: stopping.current.signal,
          progress: setShare,
        },
        i18n.locale,
      );
    },
    onSuccess: setShown,
    onSettled: () => queries.invalidateQueries({ queryKey: ['file-imports'] }),
  });
  const followed = useQuery({
    queryKey: ['file-imports', shown],
    queryFn: ({ signal }) => fetchFileImport(shown ?? '', signal),
    enabled: shown !== null,
    refetchInterval: ({ state }) => (state.data && goesOn(state.data) ? 1_000 : false),
  });
  const stop = useMutation({
    mutationFn: stopFileImport,
    onSettled: () => queries.invalidateQueries({ queryKey: ['file-imports'] }),
  });
  const state = followed.data?.state;
  const busy = sending.isPending || (followed.data !== undefined && goesOn(followed.data));
  useEffect(() => {
    if (state !== 'DONE') return;
    void queries.invalidateQueries({ queryKey: ['submissions'] });
    void queries.invalidateQueries({ queryKey: ['file-imports'], exact: true });
  }, [state, queries]);
  const chosen = kinds.find((one) => one.kind === kind);
  return (
    <Stack sx={{ gap: 2 }}>
      <Panel title={t`A file`}>
        <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center', p: 1.5 }}>
          <TextField
            select
            size="small"
            label={t`Kind of record`}
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            sx={{ minWidth: 220 }}
            slotProps={{
              inputLabel: { shrink: true },
              select: { displayEmpty: true },
            }}
          >
            <MenuItem value={BY_HEADER}>
              <Trans>told by the header</Trans>
            </MenuItem>
            {kinds.map((one) => (
              <MenuItem key={one.kind} value={one.kind}>
                {label(one.title)}
              </MenuItem>
            ))}
            {(mappings.data ?? []).map(({ name }) => (
              <MenuItem key={`${MAPPED}${name}`} value={`${MAPPED}${name}`}>
                <Trans>by the mapping “{name}”</Trans>
              </MenuItem>
            ))}
          </TextField>
          <FileButton
            label={t`File of rows (CSV, Excel, NAACCR)`}
            accept=".csv,.tsv,.txt,.xlsx,.xml,.naaccr,text/csv"
            disabled={busy}
            onChoose={(first) => {
              setFile(first);
              setShown(null);
              sending.reset();
            }}
          />
          <Typography variant="body2" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {file === null ? (
              <Trans>No file is chosen</Trans>
            ) : (
              `${file.name} · ${formatBytes(file.size)}`
            )}
          </Typography>
          {file && isWorkbook(file) && (
            <TextField
              size="small"
              label={t`Sheet`}
              placeholder={t`the first with rows`}
              value={sheet}
              onChange={(event) => setSheet(event.target.value)}
              sx={{ width: 180 }}
              slotProps={{ inputLabel: { shrink: true } }}
            />
          )}
          <Button
            variant="contained"
            disabled={file === null || busy}
            onClick={() => file && sending.mutate(file)}
          >
            {state === 'CANCELLED' ? <Trans>Go on</Trans> : <Trans>Send</Trans>}
          </Button>
        </Stack>
        {sending.isPending && (
          <Stack direction="row" sx={{ gap: 2, alignItems: 'center', px: 1.5, pb: 1.5 }}>
            <LinearProgress
              aria-label={t`Sending`}
              variant="determinate"
              value={Math.round(share * 100)}
              sx={{ flexGrow: 1 }}
            />
            <Typography variant="body2" role="status">
              <Trans>is being sent: keep the page open</Trans>
            </Typography>
            <Button size="small" onClick={() => stopping.current?.abort()}>
              <Trans>Stop</Trans>
            </Button>
          </Stack>
        )}
        {sending.isError &&
          (sending.error.name === 'AbortError' ? (
            <Typography role="status" variant="body2" sx={{ px: 1.5, pb: 1.5 }}>
              <Trans>Stopped before the file was there: nothing of it was taken in.</Trans>
            </Typography>
          ) : (
            <ErrorPanel error={sending.error} />
          ))}
        {followed.isError && (
          <ErrorPanel error={followed.error} retry={() => void followed.refetch()} />
        )}
        {followed.data && (
          <ImportState
            file={followed.data}
            onStop={() => stop.mutate(followed.data.id)}
            stop={stop}
          />
        )}
      </Panel>
      {followed.data?.result && (
        <UploadResult result={followed.data.result} file={followed.data} kinds={kinds} />
      )}
      <FileImports shown={shown} onShow={setShown} />
      <Panel title={t`What a file holds`}>
        <Typography variant="body2" sx={{ px: 1.5, pt: 1 }}>
          <Trans>
            One kind of record a file, in CSV or Excel (.xlsx): its columns in the first row, by
            their names or their Chinese words; CSV in UTF-8, UTF-16 or GB 18030. Patients first:
            every other row names its patient. Files of registries (NAACCR XML, NAACCR version 18,
            CanReg5) are read as they are; files with columns of your own by a{' '}
            <AppLink to="/data-centre/mapping" underline="always">
              mapping
            </AppLink>
            .
          </Trans>
        </Typography>
        <Stack
          component="ul"
          direction="row"
          sx={{
            flexWrap: 'wrap',
            columnGap: 2,
            rowGap: 0.5,
            px: 1.5,
            listStyle: 'none',
            m: 0,
            py: 1,
          }}
        >
          {kinds.map((one) => (
            <li key={one.kind}>
              <Example of={one} />
            </li>
          ))}
        </Stack>
        {chosen ? (
          <UploadColumns kind={chosen} />
        ) : (
          <Typography variant="body2" sx={{ px: 1.5, pb: 1.5, color: 'text.secondary' }}>
            <Trans>Choose a kind of record to see its columns.</Trans>
          </Typography>
        )}
      </Panel>
    </Stack>
  );
}

function Example({ of: { kind, title } }: { of: UploadKind }) {
  const label = useLabel();
  const name = label(title);
  return (
    <Link href={`/csv/${kind}`} download={`${kind}.csv`} variant="body2">
      <Trans>Example: {name}</Trans>
    </Link>
  );
}
