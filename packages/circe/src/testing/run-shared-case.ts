/** Runs a case of the shared folder on its tables and reads the rows that it should have. */
import { afterAll, beforeAll, expect } from 'vitest';
import { namesOf } from '../sql/names.ts';
import { type Cdm, openCdm, type Row, type Tables } from './open-cdm.ts';
import { NOT_AT_HAND, sharedCases } from './shared-cases.ts';

if (sharedCases === null) console.warn(`${NOT_AT_HAND}: generation is not held to them.`);

export const names = namesOf({ cdmSchema: 'cdm' });
export let cdm: Cdm;

export const VOCABULARY = 'datasets/vocabulary.json';
const RESULTS = /\.cohort$|^temp\./;

export const fill = (tables: Tables) =>
  cdm.fill(Object.fromEntries(Object.entries(tables).filter(([name]) => !RESULTS.test(name))));

/** Rows of the columns that are expected, as text, in an order of their own: circe's own tests sort them too. */
const rowsOf = (rows: readonly Row[], columns: readonly string[]) =>
  rows.map((row) => columns.map((column) => String(row[column] ?? null)).join(' | ')).sort();

export const expectRows = async (query: string, expected: readonly Row[]) => {
  if (expected.length === 0) {
    expect(await cdm.rows(query)).toEqual([]);
    return;
  }
  const columns = [...new Set(expected.flatMap((row) => Object.keys(row)))];
  const rows = await cdm.rows(
    `SELECT ${columns.map((column) => `CAST(${column} AS VARCHAR) AS ${column}`).join(', ')} FROM (${query}) Q`,
  );
  const plain = expected.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'number' &&
        ['quantity', 'value_as_number', 'range_low', 'range_high'].includes(key)
          ? value.toFixed(1)
          : value,
      ]),
    ),
  );
  const given = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        ['quantity', 'value_as_number', 'range_low', 'range_high'].includes(key) && value !== null
          ? Number(value).toFixed(1)
          : value,
      ]),
    ),
  );
  expect(rowsOf(given, columns)).toEqual(rowsOf(plain, columns));
};

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withTables = (): void => {
  beforeAll(async () => {
    cdm = await openCdm();
  });
  afterAll(() => cdm.close());
};
