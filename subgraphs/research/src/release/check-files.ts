import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { checksumOf, type Manifest, sha256 } from './manifest.ts';

const problemOf = async (
  folder: string,
  { number, checksum }: { readonly number: number; readonly checksum: string },
): Promise<string[]> => {
  const files = join(folder, folderOf(number));
  const text = await readFile(join(files, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) return [`release ${number} has no files here; build the next one`];
  const { tables } = JSON.parse(text) as Manifest;
  if (checksumOf(tables) !== checksum)
    return [`the manifest of release ${number} is not the one that was registered`];
  const problems: string[] = [];
  for (const { name, sha256: expected } of tables) {
    const found = await sha256(join(files, `${name}.parquet`)).catch(() => null);
    if (found !== expected)
      problems.push(`release ${number}: ${name}.parquet is not what was written`);
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
