/** The columns that the rows of a kind have. */
import { Trans, useLingui } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { DataTable } from '../../design/table/data-table.tsx';
import type { Column } from '../../design/table/model.ts';
import { useLabel } from '../../i18n/label.ts';
import type { UploadKind } from './upload-request.ts';

type UploadColumn = UploadKind['columns'][number];

/** What the cells of a column hold, in words. */
function Holds({ column }: { column: UploadColumn }) {
  switch (column.type) {
    case 'date':
      return <Trans>Date: 2026-03-14, 2026-03 or 2026</Trans>;
    case 'time':
      return <Trans>Date, with or without the time of day</Trans>;
    case 'number':
      return <Trans>Number, with &lt; or &gt; where needed</Trans>;
    case 'integer':
      return <Trans>Whole number</Trans>;
    case 'identifier':
      return <Trans>Number as text</Trans>;
    case 'choice':
      return <Choices values={column.values} />;
    default:
      return <Trans>Text</Trans>;
  }
}

function Choices({ values }: { values: UploadColumn['values'] }) {
  const label = useLabel();
  return (
    <>
      {values.map(({ value, label: words }, i) => (
        <span key={value}>
          {i > 0 && ', '}
          <code>{value}</code> {label(words)}
        </span>
      ))}
    </>
  );
}

export function UploadColumns({ kind }: { kind: UploadKind }) {
  const { t } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: label changes with the language, as t does
  const columns = useMemo(
    (): Column<UploadColumn>[] => [
      {
        id: 'name',
        header: t`Column`,
        width: 'minmax(170px, 1fr)',
        cell: (c) => <code>{c.name}</code>,
      },
      {
        id: 'label',
        header: t`What it is`,
        width: 'minmax(180px, 2fr)',
        wraps: true,
        cell: (c) => (
          <>
            {label(c.label)}
            {c.says && (
              <Typography
                variant="body2"
                component="span"
                sx={{ display: 'block', color: 'text.secondary' }}
              >
                {label(c.says)}
              </Typography>
            )}
          </>
        ),
      },
      {
        id: 'holds',
        header: t`Holds`,
        width: 'minmax(180px, 2fr)',
        wraps: true,
        cell: (c) => <Holds column={c} />,
      },
      {
        id: 'required',
        header: t`Required`,
        width: '90px',
        cell: (c) => (c.required ? t`yes` : ''),
      },
      {
        id: 'example',
        header: t`Example`,
        width: 'minmax(120px, 1fr)',
        wraps: true,
        cell: (c) => c.example,
      },
    ],
    [t],
  );
  const name = label(kind.title);
  return (
    <DataTable
      label={t`Columns of ${name}`}
      columns={columns}
      rows={[...kind.columns]}
      rowKey={(column) => column.name}
    />
  );
}
