import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { literal, TABLES } from '@nodp/warehouse';

/** The release's rows over and over under new person keys, until there are enough persons. */
export const enlarge = async (
  from: string,
  to: string,
  persons: number,
  wanted: number,
): Promise<void> => {
  await mkdir(to);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const copies = Math.ceil(wanted / persons);
  for (const { name } of TABLES) {
    const [source, target] = [from, to].map((f) => literal(join(f, `${name}.parquet`)));
    const first = { treatments: 'kind, drug, ', biomarkers: 'biomarker, finding, ' }[
      name as string
    ];
    const order = name === 'cases' ? 'site_group, ' : (first ?? '');
    await connection.run(
      `copy (select * exclude (copy_number) replace ((person_key + ${persons} * copy_number)::integer as person_key)
        from read_parquet(${source}), range(${copies}) copies(copy_number) where person_key + ${persons} * copy_number <= ${wanted}
        order by ${order}person_key) to ${target} (format parquet, compression zstd)`,
    );
  }
  connection.closeSync();
  instance.closeSync();
};
