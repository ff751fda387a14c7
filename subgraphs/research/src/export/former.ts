import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { folderOf, literal, secretFor } from '@nodp/warehouse';

/** Beside the files of a release: who was in an export so far, and alike with whom. It never leaves. */
const EXPORTED = 'exported.parquet';

/** The newest release before this one that had an export; null where none had. */
export const formerExport = (folder: string, known: readonly number[]): number | null =>
  [...known]
    .sort((a, b) => b - a)
    .find((number) => existsSync(join(folder, folderOf(number), EXPORTED))) ?? null;

/** A person in one release's file: without the secret it links nobody to another release. */
const tokenSql = (secret: Uint8Array, number: number): string =>
  `left(sha256('${secretFor(secret, `exported ${number}`).toString('hex')}' || p.patient_id::varchar), 32)`;

/**
 * Table `former(person_key, history)`: what a person was alike with in every export so far. Who has several exports can match their
 * rows; those who came between two, or moved from one class to another, would stand alone if only this export were examined.
 * @param folder of the releases
 */
export const readFormer = async (
  connection: DuckDBConnection,
  folder: string,
  secret: Uint8Array,
  former: number | null,
): Promise<void> => {
  await connection.run(
    former === null
      ? 'create table former (person_key integer, history ubigint)'
      : `create table former as select p.person_key, f.history
        from person p join read_parquet(${literal(join(folder, folderOf(former), EXPORTED))}) f on f.token = ${tokenSql(secret, former)}`,
  );
};

/** Writes what the next export has to know: the classes of this one folded into the histories before. */
export const writeExported = async (
  connection: DuckDBConnection,
  files: string,
  secret: Uint8Array,
  number: number,
): Promise<void> => {
  await connection.run(`copy (
    select ${tokenSql(secret, number)} as token,
      case when e.class is null then f.history else hash(coalesce(f.history, 0::ubigint), ${number}, e.class) end as history
    from person p left join former f using (person_key) left join export_class e using (person_key)
    where f.history is not null or e.class is not null order by token)
    to ${literal(join(files, EXPORTED))} (format parquet, compression zstd)`);
};
