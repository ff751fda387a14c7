/** Columns of which nothing is known. */
import { isValidElement, type ReactNode } from 'react';

/** What stands in a cell of which nothing is known. */
export const nothing = '—';

/** Whether what a cell shows is nothing, in whatever element of the page it stands; what a component draws is not looked into. */
export function saysNothing(node: ReactNode): boolean {
  if (node === null || node === undefined || typeof node === 'boolean') return true;
  if (typeof node === 'string') return node.trim() === '' || node === nothing;
  if (Array.isArray(node)) return node.every(saysNothing);
  if (!isValidElement<{ children?: ReactNode }>(node) || typeof node.type !== 'string')
    return false;
  return node.props.children !== undefined && saysNothing(node.props.children);
}

/** Without the columns that say nothing in any row: they would take width from those that do. The first names the rows and stays. */
export const withoutEmpty = <Row, C extends { cell: (row: Row) => ReactNode }>(
  columns: readonly C[],
  rows: readonly Row[],
): C[] =>
  columns.filter(
    ({ cell }, index) =>
      index === 0 || rows.length === 0 || rows.some((row) => !saysNothing(cell(row))),
  );
