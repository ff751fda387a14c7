import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, runCheck } from './check.ts';
import { findChromium, installReaders } from './programs.ts';
import type { VitestOutcome } from './vitest-failures.ts';

/** `npm test`: checks, then Vitest (unit and integration), then Playwright. Closes with one line of counts. */
const root = join(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'nodp-results-'));

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, by name and with its first lines: the last thing said, because logs are often kept by their end. */
  readonly failures: readonly string[];
}

const run = (
  command: readonly [string, ...string[]],
  env: Record<string, string> = {},
): boolean => {
  const [program, ...args] = command;
  // Tests start the platform and its command line some sixty times: what V8 compiled of them is retained.
  const NODE_COMPILE_CACHE = join(root, 'node_modules/.cache/node');
  const options = {
    cwd: root,
    stdio: 'inherit' as const,
    env: { ...process.env, NODE_COMPILE_CACHE, ...env },
  };
  return spawnSync(program, args, options).status === 0;
};

/** A runner that ends badly without having counted a failure (it could not start, or timed out) has failed. */
const honest = (ended: boolean, tally: Tally): Tally =>
  ended || tally.failed > 0
    ? tally
    : { ...tally, failed: 1, failures: ['the runner ended with an error and named no test'] };

const read = <T>(file: string): T | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
};

const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

const runChecks = (): Tally => {
  const faults = checks.map((check) => {
    const fault = runCheck(check);
    console.log(`${fault === null ? '✓' : '✗'} ${check.name}`);
    if (fault !== null) console.log(fault);
    return fault;
  });
  const failures = checks.filter((_, at) => faults[at] !== null).map(({ name }) => name);
  const failed = failures.length;
  return { passed: faults.length - failed, failed, skipped: 0, failures };
};

const runVitest = (): Tally => {
  const file = join(results, 'vitest.json');
  const ended = run(
    ['vitest', 'run', '--reporter=default', '--reporter=./scripts/vitest-failures.ts'],
    { NODP_VITEST_OUTCOME: file },
  );
  return honest(ended, read<VitestOutcome>(file) ?? nothing);
};

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly ok: boolean;
  }[];
}

const failedSpecs = ({ suites = [], specs }: PlaywrightSuite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file} › ${title}`),
  ...suites.flatMap(failedSpecs),
];

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

const runPlaywright = (): Tally => {
  const file = join(results, 'playwright.json');
  installReaders();
  const ended = run(['playwright', 'test', '--reporter=list,json'], {
    CHROMIUM_PATH: findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const report = read<PlaywrightReport>(file);
  const tally = report && {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
    failures: report.suites.flatMap(failedSpecs),
  };
  return honest(ended, tally ?? nothing);
};

const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
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
for (const failure of total.failures) console.log(`\n✗ ${failure}`);
console.log();
for (const { name, tally, seconds } of parts) {
  const time = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed, ${time}`);
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
