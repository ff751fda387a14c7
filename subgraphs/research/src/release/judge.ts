import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

/** A value as JavaScript has it: text of text and of dates. */
export const text = (value: DuckDBValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/**
 * Makes a table of what a rule says of the combinations of values that were met: those alone pass through JavaScript,
 * never a row a person.
 *
 * @param columns of the table, those of `met` first, in its order
 * @param met a query of distinct combinations
 * @param rule the further columns of a combination; null where it says nothing of it
 */
export const judge = async (
  connection: DuckDBConnection,
  table: string,
  columns: string,
  met: string,
  rule: (row: readonly DuckDBValue[]) => readonly (DuckDBValue | null)[] | null,
): Promise<void> => {
  await connection.run(`create table ${table} (${columns})`);
  const rows = (await connection.runAndReadAll(met)).getRows();
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    const said = rule(row);
    if (said === null) continue;
    for (const value of [...row, ...said])
      if (value === null) appender.appendNull();
      else appender.appendValue(value);
    appender.endRow();
  }
  appender.closeSync();
};
