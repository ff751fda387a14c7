/** A mapping being made: a file, what its rows are, which column gives which, and what would be read. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { FileButton } from '../../../design/file-button.tsx';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import type { UploadKind } from '../upload-request.ts';
import { Fault } from './fault.tsx';
import { KindPanel } from './kind-panel.tsx';
import { type MappedKind, type Mapping, missingOf, RETAINED, suggested } from './model.ts';
import { PreviewPanel } from './preview.tsx';
import { fetchPreview, type Preview, type SavedMapping, saveMapping } from './requests.ts';

export function MappingEditor({
  kinds,
  saved,
  edited,
}: {
  kinds: readonly UploadKind[];
  saved: readonly SavedMapping[];
  edited: Mapping | null;
}) {
  const { t } = useLingui();
  const [file, setFile] = useState<File | null>(null);
  const examined = useQuery({
    queryKey: ['csv-beginning', file?.name, file?.size, file?.lastModified],
    queryFn: ({ signal }) => fetchPreview({ file: file as File, mapping: null }, signal),
    enabled: file !== null,
    retry: false,
  });
  const known = saved.find(({ name }) => name === examined.data?.known)?.definition;
  return (
    <>
      <Panel title={edited ? t`Change a mapping` : t`A new mapping`}>
        <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center', p: 1.5 }}>
          <FileButton
            label={t`File with columns of its own`}
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            disabled={false}
            onChoose={setFile}
          />
          <Typography variant="body2" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {file === null ? (
              <Trans>
                Choose a file as your system exports it: its first rows are shown as they would be
                read. Nothing is taken in here.
              </Trans>
            ) : (
              file.name
            )}
          </Typography>
        </Stack>
        {examined.isFetching && <LoadingRows rows={2} />}
        {examined.isError && <ErrorPanel error={examined.error} />}
        {examined.data?.fault && <Fault fault={examined.data.fault} />}
      </Panel>
      {((file !== null && examined.data && examined.data.fault === null) || edited !== null) && (
        <Draft
          key={`${file?.name ?? ''} ${examined.data === undefined}`}
          kinds={kinds}
          file={examined.data ? file : null}
          beginning={examined.data ?? null}
          first={edited ?? known ?? null}
        />
      )}
    </>
  );
}

function Draft({
  kinds,
  file,
  beginning,
  first,
}: {
  kinds: readonly UploadKind[];
  file: File | null;
  beginning: Preview | null;
  first: Mapping | null;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const queries = useQueryClient();
  const header = (beginning?.header ?? first?.header ?? []).filter((cell) => cell.trim() !== '');
  const [name, setName] = useState(first?.name ?? file?.name.replace(/\.[^.]*$/, '') ?? '');
  const [mapped, setMapped] = useState<readonly MappedKind[]>(first?.kinds ?? []);
  const mapping: Mapping = { name: name.trim(), header, kinds: mapped };
  const tried = useDeferredValue(mapping);
  const preview = useQuery({
    queryKey: ['csv-preview', file?.name, file?.size, file?.lastModified, JSON.stringify(tried)],
    queryFn: ({ signal }) => fetchPreview({ file: file as File, mapping: tried }, signal),
    enabled: file !== null && tried.kinds.length > 0 && tried.name !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const saving = useMutation({
    mutationFn: () => saveMapping(mapping),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['csv-mappings'] }),
  });
  const add = (kind: string) => {
    const of = kinds.find((one) => one.kind === kind);
    setMapped([...mapped, { kind, columns: of ? suggested(header, of) : {} }]);
    saving.reset();
  };
  const change = (at: number, to: MappedKind | null) => {
    setMapped(mapped.flatMap((one, i) => (i === at ? (to === null ? [] : [to]) : [one])));
    saving.reset();
  };
  const missing = mapped.flatMap((one) =>
    missingOf(
      one,
      kinds.find(({ kind }) => kind === one.kind),
    ),
  );
  const lacking = missing.map((column) => label(column.label)).join(', ');
  const version = saving.data?.version ?? 0;
  const savedName = saving.data?.name ?? '';
  return (
    <>
      {mapped.map((one, i) => (
        <KindPanel
          // biome-ignore lint/suspicious/noArrayIndexKey: two of a kind may be the same, and none changes its place
          key={i}
          mapped={one}
          kind={kinds.find(({ kind }) => kind === one.kind)}
          header={header}
          valuesOf={(column) => beginning?.values[beginning.header.indexOf(column)] ?? []}
          change={(to) => change(i, to)}
        />
      ))}
      <Panel title={t`What the rows are`}>
        <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center', p: 1.5 }}>
          <TextField
            select
            size="small"
            label={mapped.length === 0 ? t`Kind of record` : t`Another kind of the same rows`}
            value=""
            onChange={(event) => add(event.target.value)}
            sx={{ minWidth: 260 }}
          >
            {kinds.map((one) => (
              <MenuItem key={one.kind} value={one.kind}>
                {label(one.title)}
              </MenuItem>
            ))}
            <MenuItem value={RETAINED}>
              <Trans>Keep as sent, do not read</Trans>
            </MenuItem>
          </TextField>
          <TextField
            size="small"
            label={t`Name of the mapping`}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              saving.reset();
            }}
            sx={{ minWidth: 220 }}
          />
          <Button
            variant="contained"
            disabled={
              name.trim() === '' || mapped.length === 0 || missing.length > 0 || saving.isPending
            }
            onClick={() => saving.mutate()}
          >
            <Trans>Save</Trans>
          </Button>
          {lacking && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <Trans>Still without a column: {lacking}</Trans>
            </Typography>
          )}
        </Stack>
        {saving.isError && <Alert severity="error">{saving.error.message}</Alert>}
        {saving.isSuccess && (
          <Alert severity="success" role="status">
            <Trans>
              Saved: {savedName}, version {version}. Files with these columns are read by it from
              now on.
            </Trans>
          </Alert>
        )}
      </Panel>
      {preview.isError && <ErrorPanel error={preview.error} />}
      {preview.data && mapped.length > 0 && <PreviewPanel preview={preview.data} kinds={kinds} />}
    </>
  );
}
