/**
 * The table of the platform: rows are drawn only where they are seen, so a hundred thousand scroll
 * as ten do; further pages are asked for before the end is reached; narrow screens get cards.
 */

import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type RowData, type SortingState, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePrinting } from '../print/printing.ts';
import { wide } from '../theme.ts';
import { features, fitting, toTableColumns } from './model.ts';
import { PrintedRows } from './printed-rows.tsx';
import type { DataTableProps } from './properties.ts';
import { Cards, Rows } from './rows.tsx';

const none: SortingState = [];

export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, onMore, sorting = none, onSort, height = 'fill' } = props;
  const narrow = useMediaQuery(useTheme().breakpoints.down(wide));
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  const placed = useCallback((element: HTMLDivElement | null) => {
    scroller.current = element;
    if (!element) return;
    const measure = () => setRoom(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const tableColumns = useMemo(() => toTableColumns(columns), [columns]);
  const table = useTable({
    features,
    columns: tableColumns,
    data: rows,
    getRowId: (row: Row) => rowKey(row),
    // Rows that come in the order asked for stay in it.
    state: { sorting: columns.some((c) => c.asked) ? none : sorting },
    onSortingChange: (update) => onSort?.(typeof update === 'function' ? update(sorting) : update),
    enableSortingRemoval: false,
    enableMultiSort: false,
  });
  const ordered = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? 132 : 37),
    getItemKey: (index) => ordered[index]?.id ?? index,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const nearEnd = ordered.length > 0 && last >= ordered.length - 25;
  useEffect(() => {
    if (nearEnd) onMore?.();
  }, [nearEnd, onMore]);

  const parts = { ...props, table, items, virtualizer, ordered };
  const shown = fitting(columns, room);
  if (usePrinting()) return <PrintedRows {...parts} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups a table, not fields of a form
    <div
      ref={placed}
      // A region that scrolls has to be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      role="group"
      aria-label={props.label}
      style={{
        overflow: 'auto',
        position: 'relative',
        ...(height === 'fill' ? { flex: 1, minHeight: 200 } : { maxHeight: height }),
      }}
    >
      {narrow ? <Cards {...parts} /> : <Rows {...parts} columns={shown} />}
    </div>
  );
}
