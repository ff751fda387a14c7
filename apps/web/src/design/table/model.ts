/** What a table shows: columns as pages describe them, rows ordered by TanStack Table. */
import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** A column: its words, how wide, what a row shows in it and, where rows can be ordered, by what. */
export type Column<Row> = {
  id: string;
  header: string;
  /** A CSS grid track, e.g. `minmax(120px, 2fr)`. */
  width: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  align?: 'end';
  /** By what the column orders the rows; nulls come last. Absent: the column does not order. */
  order?: (row: Row) => string | number | null;
  /** The list can be asked for in the order of this column: its rows come ordered. */
  asked?: boolean;
  /** Words may go over several lines. */
  wraps?: boolean;
  /** Left out of the card that a narrow screen shows. */
  wideOnly?: boolean;
  /** Left out of rows while there is no room for every column, the highest first. */
  yields?: number;
};

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true });

/** Ascending order of two values a column orders by. */
export function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** The columns as TanStack Table takes them. */
export function toTableColumns<Row extends RowData>(
  columns: Column<Row>[],
): ColumnDef<typeof features, Row, unknown>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row: Row) => column.order?.(row) ?? undefined,
    enableSorting: column.order !== undefined,
    sortUndefined: 'last' as const,
    sortFn: (a, b, id) => compare(a.getValue<string | number>(id), b.getValue<string | number>(id)),
  }));
}

/** The least width at which every column has its own least width, px. */
export const leastWidth = (columns: readonly { width: string }[]): number =>
  columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), 0);

/** The columns that rows have room for, px: those that yield go, the highest first, until the others fit. */
export function fitting<C extends { width: string; yields?: number }>(
  columns: readonly C[],
  room: number,
): C[] {
  const kept = [...columns];
  while (leastWidth(kept) > room) {
    const next = kept.reduce<C | null>(
      (most, c) => ((c.yields ?? 0) > (most?.yields ?? 0) ? c : most),
      null,
    );
    if (next === null) break;
    kept.splice(kept.indexOf(next), 1);
  }
  return kept;
}

/** `-persons` in an address: by persons, descending. */
export const sortingOfAddress = (sort: string | undefined): SortingState =>
  sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];

/** The reverse of `sortingOfAddress`. */
export const addressOfSorting = (sorting: SortingState): string | undefined =>
  sorting[0] && `${sorting[0].desc ? '-' : ''}${sorting[0].id}`;
