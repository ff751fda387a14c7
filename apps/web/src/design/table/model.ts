/** What a table shows: columns as pages describe them, and the order of its rows. */
import type { ReactNode } from 'react';

/** The column that orders the rows; none where they stay as they came. */
export type Sorting = readonly { readonly id: string; readonly desc: boolean }[];

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
  /** Why the rows cannot be ordered by it, shown where a reader would expect the control. */
  unordered?: string;
  /** Words may go over several lines. */
  wraps?: boolean;
  /** Left out of the card that a narrow screen shows. */
  wideOnly?: boolean;
  /** Left out of rows while there is no room for every column, the highest first. */
  yields?: number;
};

const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true });

/** Ascending order of two values a column orders by. */
export function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Rows in the order of what a column says of them; rows it says nothing of come last either way. */
export function orderedBy<Row>(
  rows: readonly Row[],
  by: (row: Row) => string | number | null,
  falling: boolean,
): Row[] {
  return rows.toSorted((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return falling ? compare(y, x) : compare(x, y);
  });
}

/** The least width at which every column has its own least width, px. */
export const leastWidth = (columns: readonly { width: string }[]): number =>
  columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), 0);

/** The columns that rows have room for, px: those that yield go, the highest first, until the others fit. */
export function fitting<C extends { width: string; yields?: number }>(
  columns: readonly C[],
  room: number,
): C[] {
  const retained = [...columns];
  while (leastWidth(retained) > room) {
    const next = retained.reduce<C | null>(
      (most, c) => ((c.yields ?? 0) > (most?.yields ?? 0) ? c : most),
      null,
    );
    if (next === null) break;
    retained.splice(retained.indexOf(next), 1);
  }
  return retained;
}

/** `-persons` in an address: by persons, descending. */
export const sortingOfAddress = (sort: string | undefined): Sorting =>
  sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];

/** The reverse of `sortingOfAddress`. */
export const addressOfSorting = (sorting: Sorting): string | undefined =>
  sorting[0] && `${sorting[0].desc ? '-' : ''}${sorting[0].id}`;
