import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { IdentityCipher } from '@nodp/database';

/** Bytes before each block that say how long it is. */
const HEAD = 4;

/** Appends text as a block sealed under the identity key: what lies on the disk names nobody. */
export const writeSealed = async (
  file: FileHandle,
  cipher: Pick<IdentityCipher, 'seal'>,
  text: string,
): Promise<void> => {
  const sealed = cipher.seal(text);
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(sealed.byteLength);
  await file.writev([head, sealed]);
};

/**
 * The blocks of a sealed file, opened one after the other.
 * @throws where the file was changed or ends within a block
 */
export async function* readSealed(
  path: string,
  cipher: Pick<IdentityCipher, 'open'>,
): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  let wanted = HEAD;
  for await (const part of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    parts.push(part as Buffer);
    size += (part as Buffer).byteLength;
    while (size >= wanted) {
      let rest: Buffer =
        parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
      const length = rest.readUInt32BE(0);
      if (rest.byteLength < HEAD + length) {
        wanted = HEAD + length;
        parts = [rest];
        break;
      }
      yield cipher.open(rest.subarray(HEAD, HEAD + length));
      rest = rest.subarray(HEAD + length);
      parts = [rest];
      size = rest.byteLength;
      wanted = HEAD;
    }
  }
  if (size > 0) throw new Error('A file of an export ends within a block.');
}
