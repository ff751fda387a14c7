import type { Column, Sorting } from './model.ts';

/** What a table is given. */
export type DataTableProps<Row> = {
  /** What the table lists, for screen readers. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** How many rows there are in all, where more exist than are here. */
  total?: number | undefined;
  /** Reads the next page. */
  onMore?: (() => void) | undefined;
  /** Order of the rows, where the columns can order them. */
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  /** The rows still answer the question before: they are neither to be read nor clicked. */
  outdated?: boolean;
  /** Takes the height that is left on the page; otherwise as high as its rows, to a limit in px. */
  height?: 'fill' | number;
};
