import type { Dialect } from '@nodp/cohorts/engine';
import postgres from 'postgres';
import type { Engine } from './engine.ts';

/** Tables of release 7 are `warehouse.cases_r7` and so on. */
export const postgresDialect = (release: number): Dialect => {
  if (!Number.isSafeInteger(release) || release < 0) throw new RangeError(`no release ${release}`);
  return { name: 'postgres', table: (name) => `warehouse.${name}_r${release}` };
};

/** Rows read at a time. */
const BLOCK = 20_000;

const joined = (blocks: readonly (readonly Int32Array[])[]): Int32Array[] => {
  const [first = []] = blocks;
  return first.map((_, i) => {
    const values = new Int32Array(blocks.reduce((sum, block) => sum + (block[i]?.length ?? 0), 0));
    let at = 0;
    for (const block of blocks) {
      values.set(block[i] as Int32Array, at);
      at += block[i]?.length ?? 0;
    }
    return values;
  });
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
    integers: async ({ text, parameters }) => {
      const blocks: Int32Array[][] = [];
      const rows = sql.unsafe(text, [...parameters], { prepare: true });
      // A cursor: a million rows at once would be a million arrays.
      for await (const block of rows.values().cursor(BLOCK)) {
        const width = block[0]?.length ?? 0;
        blocks.push(
          Array.from({ length: width }, (_, i) =>
            Int32Array.from(block, (row) => row[i] as number),
          ),
        );
      }
      return joined(blocks);
    },
    close: () => sql.end({ timeout: 5 }),
  };
};
