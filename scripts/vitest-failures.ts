import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** What Vitest found, as far as `npm test` says it again in its last lines. */
export interface VitestOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Each failed test, hook or file, and each error outside of any test, with where it is and its first lines. */
  readonly failures: readonly string[];
}

const firstLines = (errors: readonly { readonly message: string }[]): string =>
  errors.map(({ message }) => message.split('\n').slice(0, 6).join('\n')).join('\n');

const outcomeOf = (
  modules: readonly TestModule[],
  unhandled: readonly SerializedError[],
): VitestOutcome => {
  const failures: string[] = [];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    const file = relative(process.cwd(), module.moduleId);
    // A hook's or an import's error fails no test by name, though what it should have prepared was not tried.
    for (const failed of [module, ...module.children.allSuites()]) {
      const errors = failed.errors();
      if (errors.length === 0) continue;
      counts.failed++;
      failures.push(
        `${file}${'fullName' in failed ? ` › ${failed.fullName}` : ''}\n${firstLines(errors)}`,
      );
    }
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') counts.passed++;
      else if (result.state === 'failed') {
        counts.failed++;
        failures.push(`${file} › ${test.fullName}\n${firstLines(result.errors)}`);
      } else counts.skipped++;
    }
  }
  for (const error of unhandled) {
    counts.failed++;
    failures.push(`outside of any test\n${error.stack ?? error.message}`);
  }
  return { ...counts, failures };
};

/** Writes the outcome to the file that `NODP_VITEST_OUTCOME` names. */
export default class FailuresReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env.NODP_VITEST_OUTCOME;
    if (file !== undefined) writeFileSync(file, JSON.stringify(outcomeOf(modules, unhandled)));
  }
}
