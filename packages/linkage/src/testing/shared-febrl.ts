import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Febrl, readFebrl } from './febrl.ts';

/** FEBRL sets of nobody of this project lie outside it. */
const folder = join(
  process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../shared'),
  'data/linkage',
);

/** The records of a set, null where it is not there; of a set of two files each record says of which it is. */
export const febrlSet = (
  ...files: readonly string[]
): (Febrl & { readonly file: number })[] | null => {
  const paths = files.map((file) => join(folder, file));
  if (!paths.every((path) => existsSync(path))) {
    console.warn(`Skipped: ${files.join(', ')} not in ${folder} (NODP_SHARED).`);
    return null;
  }
  return paths.flatMap((path, file) =>
    readFebrl(readFileSync(path, 'utf8')).map((record) => ({ ...record, file })),
  );
};
