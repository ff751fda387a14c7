/** The first rows of a file as they would be read. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatCount } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { UploadKind } from '../upload-request.ts';
import { Fault } from './fault.tsx';
import { RETAINED } from './model.ts';
import type { Preview, PreviewRow } from './requests.ts';

export function PreviewPanel({
  preview,
  kinds,
}: {
  preview: Preview;
  kinds: readonly UploadKind[];
}) {
  const { t } = useLingui();
  const wrong = preview.rows.filter(({ problems }) =>
    problems.some(({ severity }) => severity === 'error'),
  ).length;
  const all = formatCount(preview.rows.length);
  const some = formatCount(wrong);
  return (
    <Panel title={t`The first rows as they would be read`} flush>
      {preview.fault ? (
        <Fault fault={preview.fault} />
      ) : (
        <>
          <Alert severity={wrong > 0 ? 'warning' : 'success'} role="status">
            {wrong > 0 ? (
              <Trans>
                {some} of {all} rows would be refused.
              </Trans>
            ) : (
              <Trans>None of the first {all} rows would be refused.</Trans>
            )}
          </Alert>
          <SimpleTable
            label={t`The first rows as they would be read`}
            rows={preview.rows}
            rowKey={({ line }) => line}
            maxHeight={520}
            columns={[
              { header: t`Line`, align: 'right', cell: ({ line }) => formatCount(line) },
              {
                header: t`Is read as`,
                leastWidth: 260,
                cell: (row) => <Records row={row} kinds={kinds} />,
              },
              {
                header: t`What is wrong`,
                leastWidth: 220,
                cell: (row) => <Problems row={row} />,
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function Records({ row, kinds }: { row: PreviewRow; kinds: readonly UploadKind[] }) {
  const label = useLabel();
  if (row.records.length === 0)
    return row.problems.length > 0 ? (
      '—'
    ) : (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <Trans>nothing is read of this row; it is retained as sent</Trans>
      </Typography>
    );
  return (
    <Stack sx={{ gap: 0.5 }}>
      {row.records.map(({ kind, said }, i) => {
        const of = kinds.find((one) => one.kind === kind);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: records of a row have no other name
          <Typography key={i} variant="body2">
            {kind === RETAINED ? (
              <Trans>Retained as sent, not read</Trans>
            ) : (
              <strong>{label(of?.title)}</strong>
            )}{' '}
            {Object.entries(said)
              .map(([name, cell]) => {
                const column = of?.columns.find((one) => one.name === name);
                const value = column?.values.find((one) => one.value === cell);
                return `${label(column?.label ?? { en: name, zh: name })}: ${value ? label(value.label) : cell}`;
              })
              .join(' · ')}
          </Typography>
        );
      })}
    </Stack>
  );
}

function Problems({ row }: { row: PreviewRow }) {
  const label = useLabel();
  return (
    <Stack sx={{ gap: 0.5 }}>
      {row.problems.map(({ column, severity, reason, remedy }, i) => (
        <Typography
          // biome-ignore lint/suspicious/noArrayIndexKey: problems of a row have no other name
          key={i}
          variant="body2"
          sx={{ color: severity === 'error' ? 'error.main' : 'text.secondary' }}
        >
          {column && <code>{column}</code>} {label(reason)} {label(remedy)}
        </Typography>
      ))}
    </Stack>
  );
}
