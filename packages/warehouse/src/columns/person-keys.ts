import { createCipheriv } from 'node:crypto';
import type { Engine } from '../engines/engine.ts';

/**
 * 32 bits for each of the persons 0 to `most` of a release: the key stream of AES-256-CTR. A release that is built now
 * holds the keys of its persons, which are the same in every release, under these bits, so that its files alone link no
 * person to another release; in one built before keys were, these bits are the keys.
 * @param secret of 32 bytes, of this release
 */
export const personBits = (secret: Uint8Array, most: number): Uint32Array => {
  const cipher = createCipheriv('aes-256-ctr', secret, Buffer.alloc(16));
  const bytes = cipher.update(Buffer.alloc(4 * (most + 1)));
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

/** Whether the release's cases have a column; one of an older version, loaded into PostgreSQL, lacks what came later. */
export const hasColumn = async ({ dialect, columns }: Engine, column: string): Promise<boolean> => {
  const name = dialect.table('cases').split('.').at(-1) as string;
  const [found] = await columns({
    text: `select count(*) from information_schema.columns where table_name = $1 and column_name = $2`,
    parameters: [name, column],
  });
  return Number(found?.[0]) > 0;
};

/**
 * The key of each row's person.
 * @param stored as the release has them, 0 where it has none
 * @param secret of 32 bytes, of this release
 */
export const keysOfRows = (
  stored: Int32Array,
  person: Int32Array,
  secret: Uint8Array,
): Int32Array => {
  const bits = personBits(
    secret,
    person.reduce((most, key) => Math.max(most, key), 0),
  );
  return Int32Array.from(stored, (key, row) => key ^ (bits[person[row] as number] as number));
};
