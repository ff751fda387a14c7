import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** R with one of its packages, as it answers here. */
export interface R {
  /** E.g. "R 4.2.2, survival 3.5.3". */
  readonly name: string;
}

/** R with this package, or undefined (said on the console) when it is not installed. */
export function findR(packageName: string): R | undefined {
  try {
    const name = execFileSync(
      'Rscript',
      [
        '--vanilla',
        '-e',
        `cat(sprintf("R %s, ${packageName} %s", getRversion(), packageVersion("${packageName}")))`,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return { name };
  } catch {
    console.warn(`no comparison: Rscript with ${packageName} is not installed`);
    return undefined;
  }
}

/**
 * Seconds that `expression` takes inside R (elapsed, data already read, the best of `runs`).
 *
 * @param columns become the data frame `d`; written as raw doubles, which R reads at once
 * @param prepare what is made of `d` before the clock begins
 */
export function secondsInR(
  setUp: string,
  expression: string,
  columns: Readonly<Record<string, ArrayLike<number>>>,
  runs = 1,
  prepare = '',
): number {
  const folder = mkdtempSync(join(tmpdir(), 'nodp-bench-'));
  try {
    const reads = Object.entries(columns).map(([name, values]) => {
      const doubles = Float64Array.from(values);
      writeFileSync(join(folder, name), new Uint8Array(doubles.buffer));
      return `${name} = readBin("${name}", "double", ${doubles.length})`;
    });
    const script = `${setUp}
      d <- data.frame(${reads.join(', ')})
      ${prepare}
      cat(min(replicate(${runs}, { gc(FALSE); system.time(${expression})[["elapsed"]] })))`;
    writeFileSync(join(folder, 'script.R'), script);
    const answer = execFileSync('Rscript', ['--vanilla', 'script.R'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 24,
    });
    return Number(answer.trim());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The best of `runs`, in seconds. */
export function secondsHere(work: () => unknown, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}
