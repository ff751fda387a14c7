import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlatformError, readSettings } from '@nodp/database';
import { tokenFor } from '../operator/token.ts';
import { answeredReports, askerAt } from './asked.ts';
import { editionOf } from './pages.ts';

/** Names every file of the edition that lies in a folder: only those are replaced by the next. */
const LIST = 'edition.json';

/** Files of the edition before, to be removed; nothing of a folder that holds anything else. */
const formerFiles = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return [];
  if (!names.includes(LIST))
    throw new PlatformError(
      'usage',
      `${folder} holds files that are of no edition. Name an empty folder, or that of a former edition.`,
    );
  const { files } = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as { files: string[] };
  return files;
};

/** Writes an edition in the place of the former: nothing of that stays. */
export const writeEdition = async (
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> => {
  const former = await formerFiles(folder);
  await mkdir(folder, { recursive: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  for (const path of former) if (!files.has(path)) await rm(join(folder, path), { force: true });
  await writeFile(join(folder, LIST), `${JSON.stringify({ files: [...files.keys()] }, null, 2)}\n`);
};

/**
 * Publishes reports that an account saved. Their figures leave through the graph, as the account, counted and protected as any;
 * every one is answered before a file is written.
 */
export const publish = async (
  folder: string,
  names: readonly string[],
  given: {
    readonly url?: string | undefined;
    readonly token?: string | undefined;
    readonly account?: string | undefined;
  },
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  const url = given.url ?? readSettings(env, ['NODP_URL']).NODP_URL ?? 'http://localhost:4000';
  await formerFiles(folder);
  const reports = await answeredReports(askerAt(url, await tokenFor(url, given, env)), names);
  await writeEdition(folder, editionOf(reports));
  const figures = reports.flatMap(({ parts }) =>
    parts.flatMap((part) => ('figures' in part ? part.figures : [])),
  );
  console.log(
    `${reports.length} reports with ${figures.length} figures in ${folder}: open index.html.`,
  );
  return 0;
};
