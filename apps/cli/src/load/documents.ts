import { createReadStream } from 'node:fs';
import { glob, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import { decode } from '@nodp/record/decode';
import { linesOf } from './lines.ts';
import { observationsOfMaf } from './maf.ts';

const unpack = promisify(gunzip);
/** Bytes of a resource or Bundle, unpacked: the platform takes no more. */
const MOST = 96 * 2 ** 20;
const TOO_LONG = 'It is larger than 96 MB. Part it: one Bundle for each patient is a good size.';
const KINDS = /\.(json|ndjson|maf|csv|tsv|xlsx|xml|naaccr|hl7)(\.gz)?$/i;
const MAF = /\.maf(\.gz)?$/i;

/** A file of FHIR content. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: number;
  readonly lines: boolean;
  readonly packed: boolean;
}

/** A resource with where it was read: `records.ndjson:7`. */
export interface Document {
  readonly from: string;
  readonly resource: { readonly resourceType?: unknown; readonly [key: string]: unknown };
}

/** A file or line that is no JSON object. */
export interface Unreadable {
  readonly from: string;
  readonly problem: string;
}

const sourceFile = async (path: string): Promise<SourceFile> => ({
  path,
  bytes: (await stat(path)).size,
  lines: /\.ndjson(\.gz)?$/i.test(path),
  packed: /\.gz$/i.test(path),
});

/** The FHIR files named, and those in the folders named, in the order of their names. */
export const sourceFiles = async (paths: readonly string[]): Promise<SourceFile[]> => {
  const found: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      found.push(path);
      continue;
    }
    const inside: string[] = [];
    for await (const name of glob('**/*', { cwd: path })) {
      if (KINDS.test(name) && !name.split(sep).some((part) => part.startsWith('.'))) {
        inside.push(join(path, name));
      }
    }
    found.push(...inside.sort());
  }
  return Promise.all([...new Set(found)].map(sourceFile));
};

/** Files of Chinese hospitals are in UTF-8 or GB 18030; what is neither is not read, so that nothing broken is sent. */
const textOf = (bytes: Uint8Array): string | null =>
  decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
const NEITHER = 'It is text neither in UTF-8 nor in GB 18030. Convert it to UTF-8.';

const parse = (text: string, from: string): Document | Unreadable => {
  try {
    const resource: unknown = JSON.parse(text);
    return typeof resource === 'object' && resource !== null && !Array.isArray(resource)
      ? { from, resource: resource as Document['resource'] }
      : { from, problem: 'It is no JSON object.' };
  } catch (error) {
    return { from, problem: (error as Error).message };
  }
};

/** The resources of a file; NDJSON is read line by line, whatever its size. */
export async function* documentsOf(file: SourceFile): AsyncIterable<Document | Unreadable> {
  try {
    if (!file.lines) {
      if (file.bytes > MOST) {
        yield { from: file.path, problem: TOO_LONG };
        return;
      }
      const raw = await readFile(file.path);
      const text = textOf(file.packed ? await unpack(raw, { maxOutputLength: MOST }) : raw);
      if (text !== null && MAF.test(file.path)) {
        // A sample that names no patient is its patient's own key.
        for (const { line, resource } of observationsOfMaf(text, (sample) => sample))
          yield { from: `${file.path}:${line}`, resource };
        return;
      }
      yield text === null ? { from: file.path, problem: NEITHER } : parse(text, file.path);
      return;
    }
    const raw = createReadStream(file.path);
    const input = file.packed ? raw.pipe(createGunzip()) : raw;
    let number = 0;
    // As latin1 each byte is one character: a line of any charset is taken apart unharmed (0x0A is part of no other sign).
    input.setEncoding('latin1');
    for await (const line of linesOf(input as AsyncIterable<string>, MOST)) {
      number++;
      const from = `${file.path}:${number}`;
      if (line === null) {
        yield { from, problem: TOO_LONG };
        continue;
      }
      if (line.trim() === '') continue;
      const text = textOf(Buffer.from(line, 'latin1'));
      yield text === null ? { from, problem: NEITHER } : parse(text, from);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    yield { from: file.path, problem: code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LONG : message };
  }
}
