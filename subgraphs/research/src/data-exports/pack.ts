import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { pack } from 'tar-stream';
import { sha256Of } from '../release/released-table.ts';
import type { DataExportManifest } from './data-export.ts';

/** Files of a folder, by name, with size and SHA-256. */
export const filesOf = async (folder: string): Promise<DataExportManifest['files']> => {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      bytes: (await stat(join(folder, name))).size,
      sha256: await sha256Of(join(folder, name)),
    })),
  );
};

const tarOf = (folder: string, names: readonly string[], prefix: string) => {
  const tar = pack();
  const fill = async () => {
    for (const name of names) {
      const { size } = await stat(join(folder, name));
      const entry = tar.entry({ name: `${prefix}/${name}`, size, mode: 0o600 });
      await pipeline(createReadStream(join(folder, name)), entry);
    }
    tar.finalize();
  };
  fill().catch((error: Error) => tar.destroy(error));
  return tar;
};

/**
 * Packs the files of a folder (tar, gzip) and encrypts them to a recipient (age, X25519): streamed, so that memory does not grow
 * with them. @param prefix folder of the files within the archive
 */
export const packEncrypted = async (
  folder: string,
  {
    key,
    prefix,
    target,
  }: { readonly key: string; readonly prefix: string; readonly target: string },
  signal?: AbortSignal,
): Promise<{ readonly sha256: string; readonly bytes: number }> => {
  const names = (await readdir(folder)).sort();
  const encrypter = new Encrypter();
  encrypter.addRecipient(key);
  const zipped = tarOf(folder, names, prefix).pipe(createGzip());
  const sealed = await encrypter.encrypt(Readable.toWeb(zipped) as ReadableStream<Uint8Array>);
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      hash.update(part);
      bytes += part.length;
      done(null, part);
    },
  });
  await pipeline(
    Readable.fromWeb(sealed as never),
    counted,
    createWriteStream(target, { mode: 0o600 }),
    { signal },
  );
  return { sha256: hash.digest('hex'), bytes };
};
