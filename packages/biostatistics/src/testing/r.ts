import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Columns of a table on their way to R. Strings become factors or text as R's script wishes. */
export type RColumns = Readonly<Record<string, ArrayLike<number> | readonly string[]>>;

/** What an R script hands back: named vectors of numbers, NaN where R says NA. */
export type RResult = Readonly<Record<string, Float64Array>>;

const installed = new Map<string, boolean>();

/**
 * Is `Rscript` there, with these packages? Use as
 * `describe.skipIf(!hasR('survival'))('agrees with R', …)`. Says once on the console what is
 * missing, so that a skipped comparison is never taken for a passed one.
 */
export function hasR(...packages: readonly string[]): boolean {
  const key = packages.join(',');
  const known = installed.get(key);
  if (known !== undefined) return known;
  let answer = false;
  try {
    const load = packages.map((name) => `stopifnot(requireNamespace("${name}", quietly=TRUE))`);
    execFileSync('Rscript', ['--vanilla', '-e', ['invisible(0)', ...load].join(';')], {
      stdio: 'ignore',
    });
    answer = true;
  } catch {
    console.warn(`R comparison skipped: Rscript${key ? ` with ${key}` : ''} is not installed`);
  }
  installed.set(key, answer);
  return answer;
}

/**
 * Runs an R script. Tables arrive as data frames under their names; the script ends by calling
 * `give(name = vector, …)`, whose vectors come back at full precision.
 * @throws when R fails, with what R said.
 */
export function runR(script: string, tables: Readonly<Record<string, RColumns>> = {}): RResult {
  const folder = mkdtempSync(join(tmpdir(), 'nodp-r-'));
  try {
    const read = Object.entries(tables).map(([name, columns]) => {
      writeFileSync(join(folder, `${name}.csv`), toCsv(columns));
      return `${name} <- read.csv("${name}.csv", check.names = FALSE)`;
    });
    const give = `give <- function(...) {
      vectors <- list(...)
      out <- file("out.txt", "w")
      for (name in names(vectors))
        writeLines(paste(c(name, sprintf("%.17g", as.numeric(vectors[[name]]))), collapse = " "), out)
      close(out)
    }`;
    writeFileSync(join(folder, 'script.R'), [...read, give, script].join('\n'));
    execFileSync('Rscript', ['--vanilla', 'script.R'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 26,
    });
    return fromLines(readFileSync(join(folder, 'out.txt'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toCsv(columns: RColumns): string {
  const names = Object.keys(columns);
  const arrays = names.map((name) => columns[name] as ArrayLike<number | string>);
  const rows = [names.map((name) => JSON.stringify(name)).join(',')];
  for (let row = 0; row < (arrays[0]?.length ?? 0); row++) {
    rows.push(arrays.map((values) => cell(values[row] as number | string)).join(','));
  }
  return `${rows.join('\n')}\n`;
}

function cell(value: number | string): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return Number.isNaN(value) ? 'NA' : String(value);
}

function fromLines(text: string): RResult {
  const result: Record<string, Float64Array> = {};
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [name, ...values] = line.split(' ');
    result[name as string] = Float64Array.from(values, toNumber);
  }
  return result;
}

function toNumber(text: string): number {
  if (text === 'Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  return text === 'NA' || text === 'NaN' ? Number.NaN : Number(text);
}
