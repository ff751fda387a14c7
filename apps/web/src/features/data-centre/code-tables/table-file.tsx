/** The table of codes as a file: to be taken home, filled in and sent back. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { save } from '../../../design/downloads.ts';
import { FileButton } from '../../../design/file-button.tsx';
import { formatCount } from '../../../format/quantity.ts';
import { execute } from '../../../graph/execute.ts';
import {
  CodeTableFileDocument,
  ImportCodeTableDocument,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { codesKey } from './words.ts';

/** Rows left out that are told; a file with more is corrected in parts. */
const TOLD = 20;

export function useTableFile(institution: string | null) {
  const client = useQueryClient();
  const download = useMutation({
    mutationFn: async () => {
      const { codeTableFile } = await execute(CodeTableFileDocument, { institution });
      save('code-table.csv', codeTableFile, 'text/csv');
    },
  });
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const variables = { institution, csv: await file.text(), reason: file.name.slice(0, 500) };
      return (await execute(ImportCodeTableDocument, variables)).importCodeTable;
    },
    onSettled: () => client.invalidateQueries({ queryKey: codesKey }),
  });
  return { download, upload };
}

type TableFile = ReturnType<typeof useTableFile>;

export function TableFileActions({ file: { download, upload } }: { file: TableFile }) {
  const { t } = useLingui();
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      <Button variant="outlined" disabled={download.isPending} onClick={() => download.mutate()}>
        <Trans>Table as CSV</Trans>
      </Button>
      <FileButton
        label={t`A filled-in table of codes`}
        accept=".csv,text/csv"
        disabled={upload.isPending}
        onChoose={(chosen) => upload.mutate(chosen)}
      />
    </Stack>
  );
}

export function TableFileAnswer({ file: { download, upload } }: { file: TableFile }) {
  const label = useLabel();
  const failed = download.error ?? upload.error;
  if (failed)
    return (
      <Alert severity="error" sx={{ mb: 1.5 }}>
        {failed.message}
      </Alert>
    );
  if (upload.data === undefined) return null;
  const { added, problems } = upload.data;
  const many = formatCount(added);
  return (
    <Alert
      severity={problems.length === 0 ? 'success' : 'warning'}
      sx={{ mb: 1.5 }}
      onClose={upload.reset}
    >
      <Plural
        value={added}
        one={`${many} mapping was added.`}
        other={`${many} mappings were added.`}
      />
      {problems.length > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {problems.slice(0, TOLD).map(({ line, reason }) => (
            <li key={line}>
              <Trans>Line {line}:</Trans> {label(reason)}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
