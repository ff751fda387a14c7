/** A short table, all rows drawn; it scrolls sideways inside itself where the screen is narrow. */
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';

export type SimpleColumn<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'right';
  /** Keeps its words on one line. */
  nowrap?: boolean;
};

export function SimpleTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  maxHeight,
}: {
  label: string;
  columns: SimpleColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
  maxHeight?: number;
}) {
  return (
    <Box
      // A region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      role="group"
      aria-label={label}
      sx={{
        overflow: 'auto',
        maxHeight,
        '& tr > :first-of-type': { pl: 2 },
        '& tr > :last-of-type': { pr: 2 },
      }}
    >
      <Table aria-label={label} stickyHeader={maxHeight !== undefined}>
        <TableHead>
          <TableRow>
            {columns.map((c) => (
              <TableCell key={c.header} align={c.align} sx={{ bgcolor: 'background.paper' }}>
                {c.header}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={rowKey(row, index)} sx={{ '&:last-of-type td': { borderBottom: 0 } }}>
              {columns.map((c) => (
                <TableCell
                  key={c.header}
                  align={c.align}
                  sx={{
                    whiteSpace: c.nowrap || c.align ? 'nowrap' : 'normal',
                    verticalAlign: 'top',
                  }}
                >
                  {c.cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
