import type { InputFile } from './input/files.ts';
import type { Problems } from './input/problem.ts';
import { type ReadDataSets, readDataSets } from './input/read-data-sets.ts';
import { type PutDataSet, putLifeTables, putRegistryData, type Writer } from './put-data-sets.ts';

export type DataSetKind = 'REGISTRY' | 'LIFE_TABLE';

/** A data set of the files, and what became of it: a version, or null where nothing was to be stored. */
export interface LoadedSet {
  readonly kind: DataSetKind;
  readonly read: ReadDataSets['registries'][number] | ReadDataSets['lifeTables'][number];
  readonly put: PutDataSet | null;
}

export interface Loaded {
  readonly sets: readonly LoadedSet[];
  readonly problems: Problems;
  readonly rows: number;
}

/**
 * Reads, checks and stores the data sets of some files: all of them or, where there is an error, none.
 * @param store runs the work in a transaction; null to check alone
 */
export const loadFiles = async (
  files: readonly InputFile[],
  loadedBy: string,
  store: (<T>(work: (writer: Writer) => Promise<T>) => Promise<T>) | null,
): Promise<Loaded> => {
  const { registries, lifeTables, problems, rows } = await readDataSets(files);
  const count = [...rows.values()].reduce((a, b) => a + b, 0);
  const put = async (writer: Writer | null): Promise<LoadedSet[]> => {
    const sets: LoadedSet[] = [];
    for (const read of registries)
      sets.push({
        kind: 'REGISTRY',
        read,
        put: writer === null ? null : await putRegistryData(writer, read, loadedBy),
      });
    for (const read of lifeTables)
      sets.push({
        kind: 'LIFE_TABLE',
        read,
        put: writer === null ? null : await putLifeTables(writer, read, loadedBy),
      });
    return sets;
  };
  const nothingToStore = store === null || registries.length + lifeTables.length === 0;
  const sets = nothingToStore ? await put(null) : await store(put);
  return { sets, problems, rows: count };
};
