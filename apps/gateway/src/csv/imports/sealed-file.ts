import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { IdentityCipher } from '@nodp/database';

/** Bytes that are sealed together: what a reader holds at once, and how finely it is told how far it is. */
const PART = 2 ** 16;
/** Bytes before each sealed part: its length. */
const HEAD = 4;

const framed = (sealed: Uint8Array): Buffer => {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(sealed.byteLength);
  return Buffer.concat([head, sealed]);
};

/** Bytes in parts of one length, the last shorter. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const some of bytes) {
    waiting.push(some);
    length += some.byteLength;
    if (length < PART) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/**
 * Writes a file as it comes, sealed part by part, so that it names nobody on the disk and takes the memory of one part. It stands whole
 * under its name, or not at all.
 * @returns how many bytes came
 */
export const writeSealed = async (
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  cipher: IdentityCipher,
): Promise<number> => {
  const unfinished = `${path}.${randomUUID()}.part`;
  const file = await open(unfinished, 'w', 0o600);
  let written = 0;
  try {
    for await (const part of inParts(bytes)) {
      await file.write(framed(cipher.seal(part)));
      written += part.byteLength;
    }
    await file.sync();
    await file.close();
    await rename(unfinished, path);
    return written;
  } catch (error) {
    await file.close();
    await rm(unfinished, { force: true });
    throw error;
  }
};

/**
 * The parts of a sealed file, opened.
 * @throws Error where the file ends within a part, or another key sealed it
 */
export async function* readSealed(path: string, cipher: IdentityCipher): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (let at = 0; ; ) {
      const head = await exactly(file, at, HEAD);
      if (head === null) return;
      const sealed = await exactly(file, at + HEAD, head.readUInt32BE());
      if (sealed === null) throw new Error('A sealed file ends within a part.');
      yield cipher.open(sealed);
      at += HEAD + sealed.byteLength;
    }
  } finally {
    await file.close();
  }
}

/** Bytes of a place in a file; null where it ends there. */
const exactly = async (file: FileHandle, at: number, length: number): Promise<Buffer | null> => {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead === length) return bytes;
  if (bytesRead === 0) return null;
  throw new Error('A sealed file ends within a part.');
};

/** A list that grows by sealed parts. */
export interface SealedList {
  /** @returns the bytes of the list with what was added, once they are on the disk */
  add(content: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens a list to be gone on with. @param length what of it stands: what a crash left after that is cut off */
export const sealedList = async (
  path: string,
  length: number,
  cipher: IdentityCipher,
): Promise<SealedList> => {
  const file = await open(path, length === 0 ? 'w' : 'r+', 0o600);
  await file.truncate(length);
  let size = length;
  return {
    add: async (content) => {
      const bytes = framed(cipher.seal(content));
      await file.write(bytes, 0, bytes.byteLength, size);
      await file.datasync();
      size += bytes.byteLength;
      return size;
    },
    close: () => file.close(),
  };
};
