/** A table on paper: every row that was read, under a header that each page repeats, and how many there are. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import type { RowData } from '@tanstack/react-table';
import { formatCount } from '../../format/quantity.ts';
import type { FaceProps } from './rows.tsx';
import { SimpleTable } from './simple-table.tsx';

export function PrintedRows<Row extends RowData>({
  label,
  columns,
  ordered,
  rowKey,
  total = ordered.length,
}: Pick<FaceProps<Row>, 'label' | 'columns' | 'ordered' | 'rowKey' | 'total'>) {
  const shown = formatCount(ordered.length);
  const all = formatCount(total);
  return (
    <Box data-printed-rows>
      <Box component="p" sx={{ m: 0, px: 2, py: 0.5, fontSize: '0.75rem' }}>
        {ordered.length < total ? (
          <Trans>
            The first {shown} of {all}
          </Trans>
        ) : (
          <Trans>All {all}</Trans>
        )}
      </Box>
      <SimpleTable
        label={label}
        rows={ordered.map((row) => row.original)}
        rowKey={rowKey}
        columns={columns.map(({ header, cell, align }) => ({
          header,
          cell,
          ...(align === 'end' ? { align: 'right' as const } : {}),
        }))}
      />
    </Box>
  );
}
