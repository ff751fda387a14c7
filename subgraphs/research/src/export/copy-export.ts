import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformError } from '@nodp/database';
import { folderOf } from '@nodp/warehouse';
import type { Manifest } from '../release/manifest.ts';
import { sha256Of } from '../release/released-table.ts';
import { EXPORT } from './export-release.ts';

const read = async (file: string): Promise<Manifest> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new PlatformError('usage', `There is no such release: ${file} is not there.`);
  }
};

const emptyFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new PlatformError('usage', `${folder} is not empty: name a new folder.`);
};

/**
 * Copies the part of a release that may leave, and nothing else of it, after its files were checked against the manifest.
 * @param folder of the releases
 * @param target an empty folder, or one that is made
 * @throws {PlatformError} `usage` where there is no such release or the target has files; `export` where the release has no
 *   export (an older version built it), nobody is in it, or a file is not the one that was built
 */
export const copyExport = async (
  folder: string,
  number: number,
  target: string,
): Promise<Pick<Manifest['export'], 'checksum' | 'reached'>> => {
  const release = join(folder, folderOf(number));
  const { export: built } = (await read(join(release, 'manifest.json'))) as Partial<Manifest>;
  if (built === undefined)
    throw new PlatformError(
      'export',
      `Release ${number} was built by an older version and has no export: build the next release.`,
    );
  if (built.reached === null)
    throw new PlatformError(
      'export',
      `Nobody is in the export of release ${number}: it has too few persons to be ${built.k}-anonymous.`,
    );
  for (const { name, sha256 } of built.tables) {
    const file = join(release, EXPORT, `${name}.parquet`);
    if ((await sha256Of(file)) !== sha256)
      throw new PlatformError(
        'export',
        `${file} is not the file that was built: its checksum differs.`,
      );
  }
  await emptyFolder(target);
  for (const name of [...built.tables.map((table) => `${table.name}.parquet`), 'manifest.json'])
    await copyFile(join(release, EXPORT, name), join(target, name));
  return built;
};
