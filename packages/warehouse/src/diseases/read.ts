import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type DiseaseId, elementsOf } from '@nodp/oncology/single-disease';
import type { CaseColumns } from '../columns/case-columns.ts';
import { literal } from '../engines/literal.ts';
import { type DiseaseColumns, placeOf } from './sets.ts';
import { diseaseTable, stateColumn } from './tables.ts';

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * The cases of a single-disease data set, read from its file.
 * @param folder of the release
 * @returns null of a release built before there were such data sets
 */
export const readDisease = async (
  folder: string,
  id: DiseaseId,
  columns: CaseColumns,
): Promise<DiseaseColumns | null> => {
  const file = join(folder, `${diseaseTable(id).name}.parquet`);
  if (!(await exists(file))) return null;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const elements = elementsOf(id);
    const selected = elements.map((one) =>
      one.type === 'choice'
        ? one.id
        : `case when ${stateColumn(one.id)} = 'KNOWN' then null else ${stateColumn(one.id)} end, ${one.id}`,
    );
    const read = await connection.runAndReadAll(
      `select person_key, case_number, ${selected.join(', ')} from read_parquet(${literal(file)})`,
    );
    const [persons = [], numbers = [], ...answers] = read.getColumns();
    let taken = 0;
    const next = () => answers[taken++] ?? [];
    return {
      rows: Int32Array.from(
        persons,
        (person, i) => (columns.firstRow[person as number] as number) + Number(numbers[i]) - 1,
      ),
      places: elements.map((element) => {
        const said = next();
        if (element.type === 'choice')
          return Uint8Array.from(said, (code) => placeOf(element, String(code)));
        const values = next();
        return Uint8Array.from(said, (state, i) =>
          placeOf(element, state === null ? Number(values[i]) : String(state)),
        );
      }),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
