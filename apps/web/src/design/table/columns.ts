/** Columns of a short table, and what a row says in them. */
import type { ReactNode } from 'react';
import { saysNothing } from './empty.ts';

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

/** What a row says, without the columns in which it says nothing. */
export const saidOf = <Row>(
  columns: readonly SimpleColumn<Row>[],
  row: Row,
): { readonly header: string; readonly said: ReactNode }[] =>
  columns.flatMap(({ header, cell }) => {
    const said = cell(row);
    return saysNothing(said) ? [] : [{ header, said }];
  });
