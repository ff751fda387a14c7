import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of objects are named by the first bytes of their hashes: what is still being received lies beside them. */
const PART_OF_HASH = /^[0-9a-f]{2}$/;
const HASH = /^[0-9a-f]{64}$/;

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** Puts a file in another place, whole or not at all. Of one disk both are one file, since an object never changes. */
const putObject = async (from: string, to: string): Promise<void> => {
  try {
    await link(from, to);
    return;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return;
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes(code)) throw error;
  }
  const part = `${to}.part`;
  try {
    await copyFile(from, part);
    const file = await open(part, 'r');
    await file.datasync().finally(() => file.close());
    await rename(part, to);
  } finally {
    await rm(part, { force: true });
  }
};

/**
 * Adds to a folder of objects, which lie by their SHA-256 (`ab/cd/abcd…`), those that another has more of.
 * @returns how many were added
 */
export const addObjects = async (
  from: string,
  to: string,
  signal: AbortSignal,
  onProgress: (share: number) => void = () => {},
): Promise<number> => {
  const first = (await namesIn(from)).filter((name) => PART_OF_HASH.test(name));
  let added = 0;
  for (const [at, a] of first.entries()) {
    onProgress(at / first.length);
    for (const b of await namesIn(join(from, a))) {
      signal.throwIfAborted();
      const place = join(to, a, b);
      const there = new Set(await namesIn(place));
      const missing = (await namesIn(join(from, a, b))).filter(
        (name) => HASH.test(name) && !there.has(name),
      );
      if (missing.length === 0) continue;
      await mkdir(place, { recursive: true, mode: 0o700 });
      for (const name of missing) {
        signal.throwIfAborted();
        await putObject(join(from, a, b, name), join(place, name));
        added++;
      }
    }
  }
  return added;
};
