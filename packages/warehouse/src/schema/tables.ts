import { cases } from './cases.ts';
import { type Column, sqlType, type Table, type TableName } from './columns.ts';
import { outcomes, persons, treatments } from './events.ts';
import { laboratory, results } from './laboratory.ts';
import { biomarkers, variants } from './molecular.ts';
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
