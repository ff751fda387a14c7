/** A short table, all rows drawn; headings order it where they can; it scrolls sideways inside itself where the screen is narrow. */
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import { type ReactNode, useState } from 'react';
import { nothing, withoutEmpty } from './empty.ts';
import { orderedBy } from './model.ts';

export type SimpleColumn<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'right';
  /** Keeps its words on one line. */
  nowrap?: boolean;
  /** Pixels below which its words are not squeezed: the table scrolls instead. */
  leastWidth?: number;
  /** By what the column orders the rows; nulls come last. Absent: the column does not order. */
  order?: (row: Row) => string | number | null;
};

type Order = { header: string; falling: boolean };

export function SimpleTable<Row>({
  label,
  columns: given,
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
  const columns = withoutEmpty(given, rows);
  const [order, setOrder] = useState<Order | null>(null);
  const by = columns.find((c) => c.header === order?.header)?.order;
  const ordered = order && by ? orderedBy(rows, by, order.falling) : rows;
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
              <TableCell
                key={c.header}
                align={c.align}
                sortDirection={order?.header === c.header && (order.falling ? 'desc' : 'asc')}
                sx={{ bgcolor: 'background.paper' }}
              >
                {c.order ? (
                  <TableSortLabel
                    active={order?.header === c.header}
                    direction={order?.header === c.header && order.falling ? 'desc' : 'asc'}
                    onClick={() => setOrder(next(order, c))}
                  >
                    {c.header}
                  </TableSortLabel>
                ) : (
                  c.header
                )}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {ordered.map((row, index) => (
            <TableRow key={rowKey(row, index)} sx={{ '&:last-of-type td': { borderBottom: 0 } }}>
              {columns.map((c) => (
                <TableCell
                  key={c.header}
                  align={c.align}
                  sx={{
                    whiteSpace: c.nowrap || c.align ? 'nowrap' : 'normal',
                    minWidth: c.leastWidth,
                    verticalAlign: 'top',
                  }}
                >
                  {c.cell(row) ?? nothing}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** A heading chosen again turns the order about; numbers begin with the highest. */
const next = (
  former: Order | null,
  { header, align }: { header: string; align?: 'right' },
): Order => ({
  header,
  falling: former?.header === header ? !former.falling : align === 'right',
});
