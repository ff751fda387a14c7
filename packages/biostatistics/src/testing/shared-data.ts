import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');

/**
 * Are these files of the shared data folder (`NODP_SHARED`, or `../shared` beside the checkout)
 * there? Says on the console when not, so that a skipped test is never taken for a passed one.
 */
export function hasShared(...paths: readonly string[]): boolean {
  const missing = paths.filter((path) => !existsSync(join(folder, path)));
  if (missing.length > 0) console.warn(`test skipped: shared data without ${missing.join(', ')}`);
  return missing.length === 0;
}

/** Rows of a shared CSV (or .csv.gz) file with a heading; every cell as text. */
export function readShared(path: string): readonly Readonly<Record<string, string>>[] {
  const bytes = readFileSync(join(folder, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [heading, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = splitLine(heading ?? '', path);
  return lines.map((line) => {
    const cells = splitLine(line, path);
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
  });
}

/** One column as numbers; an empty cell or NA is NaN. */
export function column(
  rows: readonly Readonly<Record<string, string>>[],
  name: string,
): Float64Array {
  return Float64Array.from(rows, (row) => {
    const text = row[name];
    return text === undefined || text === '' || text === 'NA' ? Number.NaN : Number(text);
  });
}

function splitLine(line: string, path: string): string[] {
  if (path.endsWith('.tsv')) return line.split('\t');
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)]
    .map((match) => match[2] ?? match[1] ?? '')
    .slice(0, -1);
}
