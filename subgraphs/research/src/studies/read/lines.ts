import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PlatformError } from '@nodp/database';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Characters of a line: one of ten thousand samples has some hundred thousand. */
const LONGEST_LINE = 16 * 2 ** 20;

/** What a stream holds, in pieces. @throws PlatformError where it is packed and does not unpack */
async function* textOf(input: Readable, path: string): AsyncGenerator<string> {
  try {
    yield* input.setEncoding('utf8') as AsyncIterable<string>;
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new PlatformError(
      'study-file',
      `${basename(path)} cannot be unpacked: ${(error as Error).message}.`,
    );
  }
}

/** The lines of a file, one after another; of one that ends in `.gz` unpacked. @throws PlatformError where a line does not end */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // Errors of the file reach what is read.
  if (input !== file) file.on('error', (error) => input.destroy(error));
  let [number, held] = [0, ''];
  const line = (text: string): Line => {
    number++;
    const ended = text.replace(/\r$/, '');
    return { number, text: number === 1 ? ended.replace(/^\uFEFF/, '') : ended };
  };
  for await (const chunk of textOf(input, path)) {
    const lines = chunk.split('\n');
    lines[0] = held + lines[0];
    held = lines.pop() ?? '';
    for (const text of lines) yield line(text);
    if (held.length > LONGEST_LINE)
      throw new PlatformError(
        'study-file',
        `${basename(path)}: line ${number + 1} is longer than ${LONGEST_LINE / 2 ** 20} MB, which no table of a study is.`,
      );
  }
  if (held !== '') yield line(held);
}
