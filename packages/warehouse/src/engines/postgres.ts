import postgres from 'postgres';
import type { Dialect } from '../compile/condition.ts';
import type { Engine } from './engine.ts';

/** Tables of release 7 are `warehouse.cases_r7` and so on. */
export const postgresDialect = (release: number): Dialect => {
  if (!Number.isSafeInteger(release) || release < 0) throw new RangeError(`no release ${release}`);
  return { name: 'postgres', table: (name) => `warehouse.${name}_r${release}` };
};

/**
 * A release in PostgreSQL (or Citus), as `loadPostgres` put it there.
 * @param url of a role that may read the schema `warehouse`
 */
export const openPostgres = (url: string, release: number): Engine => {
  const sql = postgres(url, {
    max: 4,
    onnotice: () => {},
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
    connection: { application_name: 'nodp warehouse' },
  });
  return {
    dialect: postgresDialect(release),
    columns: async ({ text, parameters }) => {
      const rows = await sql.unsafe(text, [...parameters], { prepare: true }).values();
      const width = rows.columns.length;
      return Array.from({ length: width }, (_, i) => rows.map((row) => row[i] as unknown));
    },
    close: () => sql.end({ timeout: 5 }),
  };
};
