import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a file, one after another; of one that ends in `.gz` unpacked. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    yield { number: ++number, text: number === 1 ? text.replace(/^\uFEFF/, '') : text };
}
