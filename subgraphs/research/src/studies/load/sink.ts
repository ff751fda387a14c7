import { join } from 'node:path';
import { type DuckDBAppender, DuckDBInstance } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse';
import { STUDY_TABLES, type StudyTable } from './tables.ts';

type Cell = string | number | boolean | null;

/** Takes the rows of a study as they are read, and writes them as files. */
export interface StudySink {
  put(table: StudyTable, row: readonly Cell[]): void;
  /** Writes every table, each once: rows that say the same are one. */
  write(folder: string): Promise<Readonly<Record<StudyTable, number>>>;
  close(): void;
}

const append = (appender: DuckDBAppender, cell: Cell): void => {
  if (cell === null) appender.appendNull();
  else if (typeof cell === 'boolean') appender.appendBoolean(cell);
  else if (typeof cell === 'number') appender.appendDouble(cell);
  else appender.appendVarchar(cell);
};

const tables = Object.keys(STUDY_TABLES) as StudyTable[];

export const openSink = async (temp: string): Promise<StudySink> => {
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: temp,
    memory_limit: '1GB',
  });
  const connection = await instance.connect();
  const appenders = {} as Record<StudyTable, DuckDBAppender>;
  for (const table of tables) {
    // Numbers come as doubles, whatever the column is in the file.
    const taken = STUDY_TABLES[table].replace(/\b(?:integer|tinyint)\b/g, 'double');
    await connection.run(`create table ${table} (${taken})`);
    appenders[table] = await connection.createAppender(table);
  }
  return {
    put: (table, row) => {
      for (const cell of row) append(appenders[table], cell);
      appenders[table].endRow();
    },
    write: async (folder) => {
      const counts = {} as Record<StudyTable, number>;
      for (const table of tables) {
        appenders[table].closeSync();
        const columns = STUDY_TABLES[table].split(', ').map((column) => {
          const [name = '', type = ''] = column.split(' ');
          return `${name}::${type} as ${name}`;
        });
        await connection.run(
          `copy (select distinct ${columns.join(', ')} from ${table} order by all) to ${literal(join(folder, `${table}.parquet`))} (format parquet, compression zstd)`,
        );
        const read = await connection.runAndReadAll(
          `select count(*)::integer from read_parquet(${literal(join(folder, `${table}.parquet`))})`,
        );
        counts[table] = Number(read.getRows()[0]?.[0]);
      }
      return counts;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
