import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { folderOf, literal } from '@nodp/warehouse';

/** Beside the files of a release, for who is of a cohort: which rows of its export are whose. It never leaves. */
const PERSONS = 'export-persons.parquet';

/** Writes which key a person of the release has in its export, and whether further cases were left out. */
export const writePersons = async (connection: DuckDBConnection, files: string): Promise<void> => {
  await connection.run(`copy (select person_key, export_key, is_cut from export_person order by person_key)
    to ${literal(join(files, PERSONS))} (format parquet, compression zstd)`);
};

/** The file of a release; null of one that an older version built. @param folder of the releases */
export const personsFile = (folder: string, number: number): string | null => {
  const file = join(folder, folderOf(number), PERSONS);
  return existsSync(file) ? file : null;
};
