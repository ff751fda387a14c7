import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { identityCipher } from '@nodp/database';
import postgres from 'postgres';
import { objectPath, openObject } from './objects.ts';

/** How many of the newest are read whole: a wrong key shows in the first of them. */
const READ = 20;
const PAGE = 1_000;
const PIECE = 1024 * 1024;

const shaOf = (folder: string, sha256: string, cipher: Parameters<typeof openObject>[2]) => {
  const object = openObject(folder, sha256, cipher);
  try {
    const digest = createHash('sha256');
    for (let at = 0; at < object.size; at += PIECE)
      digest.update(object.read(at, Math.min(PIECE, object.size - at)));
    return digest.digest('hex');
  } finally {
    object.close();
  }
};

/**
 * What is wrong with the images that a database names, each in words: those that are not in their folder, and newest ones that the key
 * does not open or that are not what was received.
 * @param ownerUrl as the owner @param folder of the images
 */
export const imageProblems = async (
  ownerUrl: string,
  folder: string,
  identityKey: Uint8Array,
): Promise<string[]> => {
  const cipher = identityCipher({ identityKey });
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    // A backup that a version before images made has no table of them.
    const [table] = await sql`select to_regclass('imaging.dicom_set_aside') is not null as there`;
    if (table?.there !== true) return [];
    let missing = 0;
    const named = sql<{ sha256: string }[]>`
      select sha256 from imaging.dicom_instance union select sha256 from imaging.dicom_set_aside`;
    for await (const rows of named.cursor(PAGE))
      for (const { sha256 } of rows)
        await access(objectPath(folder, sha256)).catch(() => {
          missing++;
        });
    const newest = await sql<{ sha256: string }[]>`
      select sha256 from imaging.dicom_instance order by received_at desc limit ${READ}`;
    const wrong = newest.filter(({ sha256 }) => {
      try {
        return shaOf(folder, sha256, cipher) !== sha256;
      } catch (error) {
        // What is not there is counted above.
        return (error as NodeJS.ErrnoException).code !== 'ENOENT';
      }
    });
    return [
      ...(missing > 0 ? [`${missing} images that the database names are not in ${folder}`] : []),
      ...(wrong.length > 0
        ? [
            `${wrong.length} of the newest images are not what was received, or the identity key does not open them`,
          ]
        : []),
    ];
  } finally {
    await sql.end();
  }
};
