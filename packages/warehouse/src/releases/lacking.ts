import type { AskedColumn } from '@nodp/cohorts/engine';
import { TABLES } from '../schema/tables.ts';

/** What a manifest's dictionary says of a release's tables. */
export type ReleasedDictionary = readonly {
  readonly table: string;
  readonly columns: readonly { readonly name: string }[];
}[];

/**
 * Whether a release was built without a column that this version of the platform releases, by its manifest's dictionary; one that
 * has none was written by hand and lacks nothing.
 */
export const lackingIn = (dictionary: ReleasedDictionary | undefined) => {
  const there = new Set(
    dictionary?.flatMap(({ table, columns }) => columns.map(({ name }) => `${table}.${name}`)),
  );
  const lacking = new Set(
    dictionary === undefined
      ? []
      : TABLES.flatMap(({ name, columns }) =>
          columns.map((column) => `${name}.${column.name}`),
        ).filter((column) => !there.has(column)),
  );
  return ({ table, column }: AskedColumn): boolean => lacking.has(`${table}.${column}`);
};
