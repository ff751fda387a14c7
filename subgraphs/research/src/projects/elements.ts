import type { Label } from '@nodp/terminology';
import { TABLES, type TableName } from '@nodp/warehouse';
import { LEAVING } from '../export/leaving.ts';
import { QUASI_IDENTIFIERS } from '../export/quasi-identifiers.ts';
import { INSIDE } from '../workspace/inside.ts';

export interface DataElement {
  readonly table: TableName;
  readonly column: string;
  readonly description: Label;
  /** Whether it is of the part of a release whose rows may leave. */
  readonly leaves: boolean;
  /** Whether its rows may be seen inside the platform: what leaves, and what never does but may be seen. */
  readonly seen: boolean;
}

const quasi: readonly DataElement[] = QUASI_IDENTIFIERS.map(({ name, label }) => ({
  table: 'cases',
  column: name,
  description: label,
  leaves: true,
  seen: true,
}));
const leaving: Readonly<Partial<Record<TableName, Readonly<Record<string, unknown>>>>> = LEAVING;
const quasiNames = new Set(quasi.map(({ column }) => column));

/** Columns that a project can ask for, table by table. The person's key is in every table and is nobody's to ask for. */
export const DATA_ELEMENTS: readonly DataElement[] = TABLES.flatMap(({ name, columns }) => [
  ...(name === 'cases' ? quasi : []),
  ...columns
    .filter(({ name: column }) => column !== 'person_key')
    .filter(({ name: column }) => name !== 'cases' || !quasiNames.has(column))
    .map(({ name: column, description }) => ({
      ...{ table: name, column, description },
      leaves: column in (leaving[name] ?? {}),
      seen: column in (leaving[name] ?? {}) || (INSIDE[name]?.includes(column) ?? false),
    })),
]);

export const dataElement = (table: string, column: string): DataElement | undefined =>
  DATA_ELEMENTS.find((one) => one.table === table && one.column === column);
