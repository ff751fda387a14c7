import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import type { Encoding } from './compression.ts';

/** One file of the web app in the encodings its build made. */
export interface WebFile {
  readonly type: string;
  readonly etag: string;
  readonly bodies: Readonly<Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>> & {
    readonly identity: Uint8Array<ArrayBuffer>;
  };
}

/** Files by their address: `/index.html`, `/assets/…`. */
export type WebFiles = ReadonlyMap<string, WebFile>;

const suffixes = { br: '.br', gzip: '.gz' } as const;
/** For the gateway, not for browsers. */
const own = new Set(['/persisted-documents.json']);

const read = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));

/**
 * The web app as it was built, 4 MB of it, read once: a build that replaces the files below a running platform
 * changes nothing for those who have the former one open.
 */
export const readWebFiles = (folder: string): WebFiles => {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const there = new Set(paths);
  const files = new Map<string, WebFile>();
  for (const path of paths) {
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    if (own.has(address) || Object.values(suffixes).some((s) => path.endsWith(s))) continue;
    const identity = read(path);
    const made = Object.entries(suffixes)
      .filter(([, suffix]) => there.has(path + suffix))
      .map(([encoding, suffix]) => [encoding, read(path + suffix)] as const)
      .filter(([, body]) => body.length < identity.length);
    files.set(address, {
      type: getMimeType(path) ?? 'application/octet-stream',
      etag: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
      bodies: { ...Object.fromEntries(made), identity },
    });
  }
  return files;
};
