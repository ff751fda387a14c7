import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IdentityCipher } from '@nodp/database';
import type { Bytes } from '../part10/bytes.ts';
import { DicomFault } from '../part10/fault.ts';

/** An object that is open: closed by who opened it. */
export type OpenObject = Bytes & { close(): void };

/** Bytes that came and are retained nowhere yet. */
export interface Received {
  /** SHA-256 (hex) of the bytes as they came. */
  readonly sha256: string;
  readonly size: number;
  open(): OpenObject;
  /** Puts them in their place, once for each content. */
  keep(): Promise<void>;
  /** Takes away what was not retained. */
  drop(): Promise<void>;
}

/** Where the bytes of instances lie, by their SHA-256: never changed. */
export interface ObjectStore {
  /** Takes bytes in as they come, no more of them held than a part. @throws DicomFault `too-large` */
  receive(parts: AsyncIterable<Uint8Array>, most: number): Promise<Received>;
  /** @throws Error where there is no such object */
  open(sha256: string): OpenObject;
}

type Sealing = Pick<IdentityCipher, 'seal' | 'open'>;

/** Bytes that are sealed together, and what sealing adds to them (version, nonce, tag). */
const PIECE = 64 * 1024;
const ADDED = 29;

const openSealed = (path: string, cipher: Pick<Sealing, 'open'>): OpenObject => {
  const file = openSync(path, 'r');
  const sealed = fstatSync(file).size;
  const pieces = Math.ceil(sealed / (PIECE + ADDED));
  const size = sealed - pieces * ADDED;
  let held: { readonly piece: number; readonly bytes: Buffer } | null = null;
  const pieceAt = (piece: number): Buffer => {
    if (held?.piece === piece) return held.bytes;
    const at = piece * (PIECE + ADDED);
    const into = Buffer.allocUnsafe(Math.min(PIECE + ADDED, sealed - at));
    let filled = 0;
    while (filled < into.length) {
      const got = readSync(file, into, filled, into.length - filled, at + filled);
      if (got === 0) throw new RangeError('The object became shorter while it was read.');
      filled += got;
    }
    held = { piece, bytes: cipher.open(into) };
    return held.bytes;
  };
  return {
    size,
    read: (at, length) => {
      if (at < 0 || length < 0 || at + length > size)
        throw new RangeError(`${length} bytes at ${at} do not lie within ${size}.`);
      if (length === 0) return Buffer.alloc(0);
      const [first, last] = [Math.floor(at / PIECE), Math.floor((at + length - 1) / PIECE)];
      if (first === last)
        return pieceAt(first).subarray(at - first * PIECE, at - first * PIECE + length);
      const parts: Buffer[] = [];
      for (let piece = first; piece <= last; piece++) parts.push(pieceAt(piece));
      return Buffer.concat(parts).subarray(at - first * PIECE, at - first * PIECE + length);
    },
    close: () => closeSync(file),
  };
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

const write = async (
  path: string,
  cipher: Pick<Sealing, 'seal'>,
  parts: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ readonly sha256: string; readonly size: number }> => {
  const digest = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  const piece = Buffer.allocUnsafe(PIECE);
  let [filled, size] = [0, 0];
  const flush = async () => {
    if (filled > 0) await file.write(cipher.seal(piece.subarray(0, filled)));
    filled = 0;
  };
  try {
    for await (const part of parts) {
      size += part.byteLength;
      if (size > most)
        throw new DicomFault('too-large', `An instance has more than ${most} bytes.`);
      digest.update(part);
      for (let at = 0; at < part.byteLength; ) {
        const some = part.subarray(at, at + PIECE - filled);
        piece.set(some, filled);
        filled += some.byteLength;
        at += some.byteLength;
        if (filled === PIECE) await flush();
      }
    }
    await flush();
    // What is answered as stored is on the disk.
    await file.datasync();
  } finally {
    await file.close();
  }
  return { sha256: digest.digest('hex'), size };
};

/** Objects in a folder of this machine, sealed: they name patients. What a stop left half received is taken away at the start. */
export const folderStore = async (folder: string, cipher: Sealing): Promise<ObjectStore> => {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  for (const left of await readdir(incoming)) await rm(join(incoming, left), { force: true });
  return {
    open: (sha256) => openObject(folder, sha256, cipher),
    receive: async (parts, most) => {
      const path = join(incoming, randomUUID());
      const drop = () => rm(path, { force: true });
      try {
        const { sha256, size } = await write(path, cipher, parts, most);
        const place = objectPath(folder, sha256);
        let at = path;
        return {
          ...{ sha256, size, drop },
          open: () => openSealed(at, cipher),
          keep: async () => {
            if (!(await exists(place))) {
              await mkdir(dirname(place), { recursive: true, mode: 0o700 });
              await rename(path, place);
            }
            at = place;
          },
        };
      } catch (error) {
        await drop();
        throw error;
      }
    },
  };
};

/** Where an object lies: in folders by the first bytes of its hash, so that none of them holds too many. */
export const objectPath = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

/** An object in a folder; for threads that only read. @throws Error where there is none */
export const openObject = (
  folder: string,
  sha256: string,
  cipher: Pick<Sealing, 'open'>,
): OpenObject => openSealed(objectPath(folder, sha256), cipher);
