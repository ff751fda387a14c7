/**
 * A short table, all rows drawn; headings order it where they can. Where the screen is narrow it scrolls sideways inside
 * itself, or its rows stack.
 */
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { usePrinting } from '../print/printing.ts';
import type { SimpleColumn } from './columns.ts';
import { nothing, withoutEmpty } from './empty.ts';
import { orderedBy } from './model.ts';
import { StackedRows } from './stacked-rows.tsx';

export type { SimpleColumn };

type Order = { header: string; falling: boolean };

export function SimpleTable<Row>({
  label,
  columns: given,
  rows,
  rowKey,
  maxHeight,
  stacks = false,
}: {
  label: string;
  columns: SimpleColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
  maxHeight?: number;
  /** Whether its rows stand below one another on a narrow screen, each with its headings; they keep their order. */
  stacks?: boolean;
}) {
  const columns = withoutEmpty(given, rows);
  const [order, setOrder] = useState<Order | null>(null);
  const by = columns.find((c) => c.header === order?.header)?.order;
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const printing = usePrinting();
  const ordered = order && by ? orderedBy(rows, by, order.falling) : rows;
  if (stacks && narrow && !printing)
    return <StackedRows {...{ label, columns, rows: ordered, rowKey, maxHeight }} />;
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
