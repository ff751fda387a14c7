import { cases } from './cases.ts';
import { type Column, sqlType, type Table, type TableName } from './columns.ts';
import {
  biomarkers,
  laboratory,
  outcomes,
  persons,
  results,
  treatments,
  variants,
} from './events.ts';
import { screening } from './screening.ts';

/** Every table of a release, with its dictionary. */
export const TABLES: readonly Table[] = [
  persons,
  cases,
  treatments,
  biomarkers,
  variants,
  outcomes,
  laboratory,
  results,
  screening,
];

export const table = (name: TableName): Table => {
  const found = TABLES.find((t) => t.name === name);
  if (found === undefined) throw new RangeError(`no table ${name}`);
  return found;
};

/** `name type, …` as CREATE TABLE and casts take it; read by both engines. */
export const columnsSql = (columns: readonly Column[]): string =>
  columns.map(({ name, type }) => `${name} ${sqlType[type]}`).join(', ');
