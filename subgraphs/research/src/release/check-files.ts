import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { EXPORT } from '../export/export-release.ts';
import type { Manifest } from './manifest.ts';
import { checksumOf, sha256Of } from './released-table.ts';

const problemOf = async (
  folder: string,
  { number, checksum }: { readonly number: number; readonly checksum: string },
): Promise<string[]> => {
  const files = join(folder, folderOf(number));
  const text = await readFile(join(files, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) return [`release ${number} has no files here; build the next one`];
  const { tables, export: exported } = JSON.parse(text) as Partial<Manifest> &
    Pick<Manifest, 'tables'>;
  if (checksumOf(tables) !== checksum)
    return [`the manifest of release ${number} is not the one that was registered`];
  const problems: string[] = [];
  const written = [
    ...tables.map((table) => ({ ...table, file: `${table.name}.parquet` })),
    ...(exported?.tables ?? []).map((table) => ({
      ...table,
      file: join(EXPORT, `${table.name}.parquet`),
    })),
  ];
  for (const { file, sha256: expected } of written) {
    const found = await sha256Of(join(files, file)).catch(() => null);
    if (found !== expected) problems.push(`release ${number}: ${file} is not what was written`);
  }
  return problems;
};

/** What is wrong with the files of registered releases, each in words. @param ownerUrl as the owner @param folder of the releases */
export const releaseProblems = async (ownerUrl: string, folder: string): Promise<string[]> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const releases = await sql<{ number: number; checksum: string }[]>`
      select number, checksum from research.release order by number`;
    const problems: string[] = [];
    for (const release of releases) problems.push(...(await problemOf(folder, release)));
    return problems;
  } finally {
    await sql.end();
  }
};
