/** A table on paper: every row that was read, under a header that each page repeats, and how many there are. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { formatCount } from '../../format/quantity.ts';
import { nothing } from './empty.ts';
import type { FaceProps } from './rows.tsx';

export function PrintedRows<Row>({
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
      <Box
        component="table"
        aria-label={label}
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          fontSize: '0.8125rem',
          '& th, & td': {
            p: '4px 8px',
            textAlign: 'start',
            verticalAlign: 'top',
            borderBottom: '1px solid',
            borderColor: 'divider',
          },
          '& th': { color: 'text.secondary', fontSize: '0.75rem', whiteSpace: 'nowrap' },
          '& [data-end]': { textAlign: 'end', whiteSpace: 'nowrap' },
        }}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-end={column.align}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.id} data-end={column.align}>
                  {column.cell(row) ?? nothing}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
