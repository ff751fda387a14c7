/** What became of a file that was sent, row by row where something is to be said. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { save } from '../../design/downloads.ts';
import { Tag } from '../../design/marks.tsx';
import { Panel } from '../../design/page.tsx';
import { DataTable } from '../../design/table/data-table.tsx';
import type { Column } from '../../design/table/model.ts';
import { formatCount } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import {
  type FileImport,
  fetchRefused,
  type ToldRow,
  type Uploaded,
  type UploadKind,
} from './upload-request.ts';

const encodings: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 (BOM)',
  gb18030: 'GB 18030',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

const fileName = (file: FileImport): string => file.name.replace(/\.[^.]*$/, '');

/** The refused rows as a file, with what is to be corrected beside them. */
function RefusedRows({ file }: { file: FileImport }) {
  const { t, i18n } = useLingui();
  const rows = useMutation({
    mutationFn: () => fetchRefused(file.id, i18n.locale),
    onSuccess: (content) => save(`${fileName(file)}-${t`refused`}.csv`, content),
  });
  return (
    <>
      <Button variant="outlined" disabled={rows.isPending} onClick={() => rows.mutate()}>
        <Trans>Download the refused rows</Trans>
      </Button>
      {rows.isError && (
        <Alert severity="error">
          <Trans>The file could not be made:</Trans> {rows.error.message}
        </Alert>
      )}
    </>
  );
}

/** What the file was found to be: a text in an encoding, a sheet of a workbook, or what registries exchange. */
function ReadAs({ result: { form, encoding, sheet, sheets } }: { result: Uploaded }) {
  if (form === 'naaccr-xml') return <Trans>The file was read as NAACCR XML.</Trans>;
  if (form === 'naaccr-flat')
    return <Trans>The file was read as NAACCR, the flat file of version 18.</Trans>;
  if (form === 'xlsx') {
    const others = sheets.filter((one) => one !== sheet).join(', ');
    return (
      <>
        <Trans>The sheet “{sheet}” of the workbook was read.</Trans>{' '}
        {others && <Trans>Not read: {others}. Name one of them before you send the file.</Trans>}
      </>
    );
  }
  const name = encodings[encoding ?? ''] ?? encoding;
  return name === null ? null : <Trans>The file was read as {name}.</Trans>;
}

function Counts({ result }: { result: Uploaded }) {
  const counts = [
    { id: 'rows', words: <Trans>rows</Trans>, of: result.rows },
    { id: 'created', words: <Trans>new</Trans>, of: result.created },
    { id: 'updated', words: <Trans>corrected</Trans>, of: result.updated },
    { id: 'unchanged', words: <Trans>unchanged</Trans>, of: result.unchanged },
    { id: 'retained', words: <Trans>retained, not read</Trans>, of: result.retained },
    { id: 'held', words: <Trans>held</Trans>, of: result.held },
    { id: 'refused', words: <Trans>refused</Trans>, of: result.refused },
  ];
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
      {counts.map(({ id, words, of }) => (
        <Typography key={id} variant="body1">
          <strong>{formatCount(of)}</strong> {words}
        </Typography>
      ))}
    </Stack>
  );
}

export function UploadResult({
  result,
  file,
  kinds,
}: {
  result: Uploaded;
  file: FileImport;
  kinds: readonly UploadKind[];
}) {
  const { t } = useLingui();
  const label = useLabel();
  const kind = kinds.find((one) => one.kind === result.kind);
  const name = kind ? label(kind.title) : (result.kind ?? file.name);
  const ignored = result.ignored.join(', ');
  const { fault } = result;
  const line = fault?.line ?? 0;
  const before = formatCount(result.resumedAfter ?? 0);
  return (
    <Panel title={t`What became of it: ${name}`}>
      <Stack role="status" sx={{ gap: 1.5, p: 1.5 }}>
        {fault && (
          <Alert severity="error">
            <Trans>Line {line}:</Trans> {label(fault.reason)} {label(fault.remedy)}
          </Alert>
        )}
        {result.kind !== null && <Counts result={result} />}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <ReadAs result={result} />
          {result.mapped && (
            <>
              {' '}
              <Trans>It was read by the mapping “{name}”.</Trans>
            </>
          )}
        </Typography>
        {result.resumedAfter !== null && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            <Trans>
              Lines to {before} were taken in before it was cut off: what was wrong with them is in
              the file of refused rows.
            </Trans>
          </Typography>
        )}
        {ignored && (
          <Alert severity="warning">
            <Trans>Columns that this kind of record does not have were not read: {ignored}</Trans>
          </Alert>
        )}
        {result.refused > 0 && result.kind !== null && (
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
            <RefusedRows file={file} />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <Trans>Correct them in that file and send it: the added columns are not read.</Trans>
            </Typography>
          </Stack>
        )}
      </Stack>
      {result.told.length > 0 && <ToldRows result={result} />}
    </Panel>
  );
}

const COLOURS = {
  refused: '#D55E00',
  taken: '#E69F00',
  retained: '#C3C9CE',
  held: '#0072B2',
} as const;

interface Line extends ToldRow {
  readonly at: number;
  readonly problem: ToldRow['problems'][number];
}

function ToldRows({ result }: { result: Uploaded }) {
  const { t } = useLingui();
  const label = useLabel();
  const lines = useMemo(
    () =>
      result.told.flatMap((row) =>
        row.problems.map((problem, at): Line => ({ ...row, at, problem })),
      ),
    [result],
  );
  const more = formatCount(result.untold);
  const words = {
    refused: t`Refused`,
    taken: t`Taken, doubtful`,
    retained: t`Retained`,
    held: t`Held`,
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: label and words change with the language, as t does
  const columns = useMemo(
    (): Column<Line>[] => [
      {
        id: 'line',
        header: t`Line`,
        width: '80px',
        align: 'end',
        cell: (l) => formatCount(l.line),
      },
      {
        id: 'outcome',
        header: t`Row`,
        width: '130px',
        cell: (l) => <Tag colour={COLOURS[l.outcome]}>{words[l.outcome]}</Tag>,
      },
      {
        id: 'column',
        header: t`Column`,
        width: 'minmax(130px, 1fr)',
        cell: (l) => (l.problem.column === null ? '—' : <code>{l.problem.column}</code>),
      },
      {
        id: 'reason',
        header: t`What is wrong`,
        width: 'minmax(200px, 3fr)',
        wraps: true,
        cell: (l) => label(l.problem.reason),
      },
      {
        id: 'remedy',
        header: t`How it is corrected`,
        width: 'minmax(200px, 3fr)',
        wraps: true,
        cell: (l) => label(l.problem.remedy) || '—',
      },
    ],
    [t],
  );
  return (
    <>
      <DataTable
        label={t`Rows of which something is to be said`}
        columns={columns}
        rows={lines}
        rowKey={(line) => `${line.line}.${line.at}`}
      />
      {result.untold > 0 && (
        <Typography variant="body2" sx={{ px: 1.5, py: 1, color: 'text.secondary' }}>
          <Trans>and {more} more rows; the file of refused rows has all of them</Trans>
        </Typography>
      )}
    </>
  );
}
