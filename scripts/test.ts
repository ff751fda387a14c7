import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, runCheck } from './check.ts';
import { findChromium } from './chromium.ts';

/** `npm test`: checks, then Vitest (unit and integration), then Playwright. Closes with one line of counts. */
const root = join(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'nodp-results-'));

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const run = (
  command: readonly [string, ...string[]],
  env: Record<string, string> = {},
): boolean => {
  const [program, ...args] = command;
  const options = { cwd: root, stdio: 'inherit' as const, env: { ...process.env, ...env } };
  return spawnSync(program, args, options).status === 0;
};

/** A runner that ends badly without having counted a failure (it could not start, or timed out) has failed. */
const honest = (ended: boolean, tally: Tally): Tally =>
  ended || tally.failed > 0 ? tally : { ...tally, failed: 1 };

const read = <T>(file: string): T | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
};

const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

const runChecks = (): Tally => {
  const faults = checks.map((check) => {
    const fault = runCheck(check);
    console.log(`${fault === null ? '✓' : '✗'} ${check.name}`);
    if (fault !== null) console.log(fault);
    return fault;
  });
  const failed = faults.filter((fault) => fault !== null).length;
  return { passed: faults.length - failed, failed, skipped: 0 };
};

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

const runVitest = (): Tally => {
  const file = join(results, 'vitest.json');
  const ended = run([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = read<VitestReport>(file);
  const tally = report && {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  };
  return honest(ended, tally ?? nothing);
};

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

const runPlaywright = (): Tally => {
  const file = join(results, 'playwright.json');
  const ended = run(['playwright', 'test', '--reporter=list,json'], {
    CHROMIUM_PATH: findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = read<PlaywrightReport>(file)?.stats;
  const tally = stats && {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
  return honest(ended, tally ?? nothing);
};

const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** Each part with what it counted and how long it took, so that a suite that grows slow says where. */
const parts: { readonly name: string; readonly tally: Tally; readonly seconds: number }[] = [];
const timed = (name: string, step: () => Tally): void => {
  const begun = performance.now();
  const tally = step();
  parts.push({ name, tally, seconds: Math.round((performance.now() - begun) / 1000) });
};

try {
  timed('checks', runChecks);
  timed('unit and integration (Vitest)', runVitest);
  timed('browser (Playwright)', runPlaywright);
} finally {
  rmSync(results, { recursive: true, force: true });
}
const total = parts.map(({ tally }) => tally).reduce(add, nothing);
console.log();
for (const { name, tally, seconds } of parts) {
  const time = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed, ${time}`);
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
