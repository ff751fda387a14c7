import { TABLES, type TableName } from '@nodp/warehouse';
import type { ExportElement } from '../data-exports/data-export.ts';
import { QUASI_IDENTIFIERS } from '../export/quasi-identifiers.ts';
import type { GrantedElement } from '../projects/project.ts';
import type { CountedColumns } from './counting.ts';

/** Columns whose rows may be seen. */
export const rowElements = (elements: readonly GrantedElement[]): ExportElement[] =>
  elements
    .filter(({ permissions }) => permissions.includes('ROWS'))
    .map(({ table, column }) => ({ table, column }));

const released = (table: TableName, column: string) =>
  TABLES.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);

/** Columns of the release's tables that may be counted, by table. What only an export makes (a generalised quasi-identifier) is none of them. */
export const countedColumns = (
  elements: readonly GrantedElement[],
): Readonly<Record<string, CountedColumns>> => {
  const by: Record<string, Record<string, CountedColumns[string]>> = {};
  for (const { table, column, permissions } of elements) {
    const of = released(table, column);
    if (!permissions.includes('AGGREGATES') || of === undefined) continue;
    by[table] = { ...by[table], [column]: of.type };
  }
  return by;
};

/** How a column is described and typed in a workspace. */
export const describedColumn = ({ table, column, permissions }: GrantedElement) => {
  const of = released(table, column);
  const quasi =
    table === 'cases' ? QUASI_IDENTIFIERS.find(({ name }) => name === column) : undefined;
  return {
    name: column,
    type: of?.type ?? 'text',
    description: of?.description ?? quasi?.label ?? { en: column, zh: column },
    rows: permissions.includes('ROWS'),
    counts: permissions.includes('AGGREGATES') && of !== undefined,
  };
};
