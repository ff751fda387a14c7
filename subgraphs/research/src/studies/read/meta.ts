import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { StudyFileError } from './problem.ts';

/** Bytes of such a file; a list of a hundred thousand samples has two million. */
const MOST_BYTES = 16 * 2 ** 20;

/** What a `meta_*.txt` file says: `name: value` a line. */
export type Meta = Readonly<Record<string, string>>;

export const readMeta = (text: string): Meta =>
  Object.fromEntries(
    text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .flatMap((line) => {
        const [, name, value] = /^([A-Za-z_]+)\s*:\s*(.*)$/.exec(line.trim()) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value.trim()]];
      }),
  );

/** @throws {StudyFileError} where it is longer than any */
export const metaIn = async (path: string): Promise<Meta> => {
  if ((await stat(path)).size > MOST_BYTES)
    throw new StudyFileError(basename(path), 1, `it is larger than ${MOST_BYTES / 2 ** 20} MB`);
  return readMeta(await readFile(path, 'utf8'));
};

/** Whether a study says of itself that anybody may have it. */
export const isPublic = ({ groups }: Meta): boolean =>
  (groups ?? '').split(';').some((group) => group.trim().toUpperCase() === 'PUBLIC');
