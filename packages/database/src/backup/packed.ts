import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { PassThrough, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import * as tar from 'tar-stream';
import { PlatformError } from '../problems.ts';

/** A file of a backup, as it lies on the disk. */
export interface FileSum {
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/** Passes everything on and knows its size and checksum at the end. */
const summing = () => {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      hash.update(part);
      bytes += part.length;
      done(null, part);
    },
  });
  return { through, sum: (): FileSum => ({ bytes, sha256: hash.digest('hex') }) };
};

// The fastest level halves a database and is quicker than most disks.
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * A file that is written packed (Zstandard) and is on the disk for good when `done` resolves.
 * @returns what is to be written goes to `input`
 */
export const packedFile = (
  path: string,
  signal: AbortSignal,
): { input: Writable; done: Promise<FileSum> } => {
  const input = new PassThrough();
  const { through, sum } = summing();
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const done = pipeline(input, createZstdCompress(fast), through, file, { signal }).then(sum);
  return { input, done };
};

/** A file written as it is. */
export const plainFile = (
  path: string,
  signal: AbortSignal,
): { input: Writable; done: Promise<FileSum> } => {
  const input = new PassThrough();
  const { through, sum } = summing();
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  return { input, done: pipeline(input, through, file, { signal }).then(sum) };
};

export const sumOf = async (path: string): Promise<FileSum> => {
  const { through, sum } = summing();
  await pipeline(
    createReadStream(path),
    through,
    new Writable({ write: (_p, _e, done) => done() }),
  );
  return sum();
};

/** Every file under a folder, by its path from there. */
export const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
};

/** Packs files of a folder into one. @param names paths from the folder */
export const packFiles = async (
  folder: string,
  names: readonly string[],
  path: string,
  signal: AbortSignal,
): Promise<FileSum> => {
  const pack = tar.pack();
  const { input, done } = packedFile(path, signal);
  const written = (async () => {
    for (const name of names) {
      const { size } = await stat(join(folder, name));
      const entry = pack.entry({ name, size, mode: 0o600 });
      await pipeline(
        createReadStream(join(folder, name), size > 0 ? { end: size - 1 } : {}),
        entry,
        { signal },
      );
    }
    pack.finalize();
  })();
  await Promise.all([written, pipeline(pack, input, { signal }), done]);
  return done;
};

const damaged = (path: string, why: string) =>
  new PlatformError(
    'damaged',
    `The backup is damaged: ${path} ${why}. Restore another backup, and make a new one.`,
  );

/** Hears of each file that was unpacked. */
export type OnFile = (name: string, sum: FileSum) => void;

/**
 * Unpacks a packed archive into a folder, which must exist, and checks the packed file on the way.
 * @param expected of the packed file
 * @throws PlatformError `damaged` where it is not what was written
 */
export const unpack = async (
  path: string,
  expected: FileSum,
  folder: string,
  onFile: OnFile,
  signal: AbortSignal,
): Promise<void> => {
  const { through, sum } = summing();
  const extract = tar.extract();
  extract.on('entry', (header, stream, next) => {
    const name = normalize(header.name);
    const target = join(folder, name);
    const put = async () => {
      if (name.startsWith('..') || name.startsWith('/'))
        throw damaged(path, `names a file outside: ${header.name}`);
      if (header.type === 'directory') {
        await mkdir(target, { recursive: true, mode: 0o700 });
        stream.resume();
        return;
      }
      if (header.type !== 'file') throw damaged(path, `holds a ${header.type}, ${header.name}`);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const of = summing();
      await pipeline(stream, of.through, createWriteStream(target, { mode: 0o600 }), { signal });
      onFile(name, of.sum());
    };
    put().then(
      () => next(),
      (error: Error) => extract.destroy(error),
    );
  });
  const decompress = createZstdDecompress();
  // A damaged archive may fail in the reader of tar first; what Zstandard says of it later is heard by no pipeline
  // any more and would end the process.
  decompress.on('error', () => {});
  try {
    await pipeline(createReadStream(path), through, decompress, extract, { signal });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // What Zstandard or tar cannot read was changed; a full disk or a cancelled run is something else.
    if (
      code.startsWith('ZSTD_') ||
      /tar header|end of data|premature/i.test((error as Error).message)
    )
      throw damaged(path, 'cannot be unpacked');
    throw error;
  }
  if (sum().sha256 !== expected.sha256) throw damaged(path, 'is not what was written (SHA-256)');
};
