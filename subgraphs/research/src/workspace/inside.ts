import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { folderOf, literal, type TableName } from '@nodp/warehouse';
import type { ExportElement } from '../data-exports/data-export.ts';
import { K } from '../export/anonymise.ts';

/**
 * Columns whose rows may be seen inside the platform where they were granted, and never leave it: which genes were altered, no finer than
 * the kind of the change.
 */
export const INSIDE: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  variants: ['gene', 'result', 'kind'],
};

interface Ordered {
  readonly folder: string;
  readonly number: number;
  readonly elements: readonly ExportElement[];
}

/**
 * Makes `sent_variants` beside the tables of `makeSentTables`, of the same persons and cases under the same keys. A gene that fewer than
 * five of them had altered is left out whole, so that nobody stands as not altered who is; a kind that fewer had is not said. Changes of
 * the germ line, which tell of relatives, are no rows.
 */
export const makeInsideTables = async (
  connection: DuckDBConnection,
  { folder, number, elements }: Ordered,
): Promise<{ name: string; columns: string[] }[]> => {
  const columns = (INSIDE.variants ?? []).filter((column) =>
    elements.some((one) => one.table === 'variants' && one.column === column),
  );
  const file = join(folder, folderOf(number), 'variants.parquet');
  if (!columns.includes('gene') || !existsSync(file)) return [];
  await connection.run(`create table sent_variants as
    with told as (
      select p.row_key as person_key, v.gene, v.result, v.kind
      from read_parquet(${literal(file)}) v join sent_person p on p.person_key = v.person_key
      where v.origin is distinct from 'GERMLINE' and exists (select 1 from sent_case s where s.released_key = v.person_key
        and (v.first_case is null or s.case_number between v.first_case and coalesce(v.last_case, v.first_case)))),
    found as (select * from told where result = 'FOUND'),
    shared as (select gene from found group by gene having count(distinct person_key) >= ${K}),
    kinds as (select gene, kind from found group by all having count(distinct person_key) >= ${K})
    select distinct t.person_key, t.gene, t.result, k.kind
    from told t semi join shared using (gene) left join kinds k on k.gene = t.gene and k.kind = t.kind and t.result = 'FOUND'`);
  return [{ name: 'variants', columns: ['person_key', ...columns] }];
};
