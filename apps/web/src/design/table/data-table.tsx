/**
 * The table of the platform: rows are drawn only where they are seen, so a hundred thousand scroll
 * as ten do; further pages are asked for before the end is reached; narrow screens get cards.
 */

import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePrinting } from '../print/printing.ts';
import { wide } from '../theme.ts';
import { withoutEmpty } from './empty.ts';
import { roomForHeadings, widthOfWords } from './heading-width.ts';
import { fitting, orderedBy } from './model.ts';
import { PrintedRows } from './printed-rows.tsx';
import type { DataTableProps } from './properties.ts';
import { Cards, Rows } from './rows.tsx';
import { useWindow } from './window.ts';

/** The next page is asked for while this many rows are still to come. */
const rowsBeforeEnd = 25;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns: given, rows, rowKey, onMore, sorting, height = 'fill' } = props;
  const columns = useMemo(
    () => roomForHeadings(withoutEmpty(given, rows), widthOfWords),
    [given, rows],
  );
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
  const [{ id: by, desc } = { id: undefined, desc: false }] = sorting ?? [];
  const ordered = useMemo(() => {
    const order = given.find((column) => column.id === by)?.order;
    return order ? orderedBy(rows, order, desc) : rows;
  }, [given, rows, by, desc]);
  const rowHeight = narrow ? 132 : 37;
  const window = useWindow({
    count: ordered.length,
    scroller,
    rowHeight,
    keyOf: (index) => (ordered[index] === undefined ? index : rowKey(ordered[index])),
  });
  const [scrolled, setScrolled] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element || !onMore || ordered.length === 0) return;
    const left = element.scrollHeight - scrolled - element.clientHeight;
    if (left < rowsBeforeEnd * rowHeight) onMore();
  }, [scrolled, onMore, ordered.length, rowHeight]);

  const parts = { ...props, columns, window, ordered };
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
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
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
