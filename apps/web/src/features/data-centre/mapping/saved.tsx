/** The mappings that an institution saved. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatCount } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { UploadKind } from '../upload-request.ts';
import { type Mapping, RETAINED } from './model.ts';
import { retireMapping, type SavedMapping } from './requests.ts';

export function SavedMappings({
  saved,
  kinds,
  edit,
}: {
  saved: readonly SavedMapping[];
  kinds: readonly UploadKind[];
  edit: (mapping: Mapping) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const queries = useQueryClient();
  const retiring = useMutation({
    mutationFn: (name: string) => retireMapping(name),
    onSettled: () => queries.invalidateQueries({ queryKey: ['csv-mappings'] }),
  });
  const titleOf = (kind: string): string =>
    kind === RETAINED
      ? t`retained as sent`
      : label(kinds.find((one) => one.kind === kind)?.title ?? { en: kind, zh: kind });
  return (
    <Panel title={t`Saved mappings`} flush>
      {retiring.isError && <Alert severity="error">{retiring.error.message}</Alert>}
      {saved.length === 0 ? (
        <Empty>
          <Trans>
            No mapping is saved yet. Files with the platform’s own columns, and those of registries,
            need none.
          </Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Saved mappings`}
          rows={saved}
          rowKey={({ id }) => id}
          columns={[
            { header: t`Name`, cell: ({ name }) => name, leastWidth: 160 },
            {
              header: t`Read as`,
              cell: ({ definition }) =>
                [...new Set(definition.kinds.map(({ kind }) => titleOf(kind)))].join(', '),
              leastWidth: 160,
            },
            {
              header: t`Columns of the file`,
              align: 'right',
              cell: ({ definition }) => formatCount(definition.header.length),
            },
            { header: t`Version`, align: 'right', cell: ({ version }) => formatCount(version) },
            { header: t`Saved by`, cell: ({ madeBy }) => madeBy, nowrap: true },
            {
              header: t`Actions`,
              cell: ({ name, definition }) => (
                <Stack direction="row" sx={{ gap: 1 }}>
                  <Button
                    size="small"
                    aria-label={t`Change ${name}`}
                    onClick={() => edit(definition)}
                  >
                    <Trans>Change</Trans>
                  </Button>
                  <Button
                    size="small"
                    color="error"
                    aria-label={t`Take ${name} out of use`}
                    disabled={retiring.isPending}
                    onClick={() => retiring.mutate(name)}
                  >
                    <Trans>Out of use</Trans>
                  </Button>
                </Stack>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
