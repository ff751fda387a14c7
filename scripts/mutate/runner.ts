import { join } from 'node:path';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { type Modules, modulesOf } from './modules.ts';
import { testFiles } from './test-files.ts';
import { type CollectedTest, collect } from './testing.ts';

interface Loaded {
  readonly id: string;
  readonly fileName: string;
  readonly test: CollectedTest;
}

/**
 * Runs tests again and again in one process, where everything is loaded once: a mutant costs the tests that
 * reach it and nothing else. Through Vitest each costs an evaluation of the whole intake, on a busy machine 25 s.
 */
class InProcessRunner implements TestRunner {
  readonly #state: InstrumenterContext;
  readonly #root = process.cwd();
  readonly #modules: Modules = modulesOf(this.#root);
  readonly #files = testFiles(this.#root);
  readonly #loaded = new Map<string, { address: string; tests: readonly Loaded[] }>();

  constructor() {
    const held = globalThis as unknown as { __stryker__?: InstrumenterContext };
    this.#state = held.__stryker__ ??= {};
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async #load(): Promise<void> {
    for (const file of this.#files) {
      const address = this.#modules.address(join(this.#root, file));
      if (this.#loaded.get(file)?.address === address) continue;
      const tests = (await collect(address)).map((test, index) => ({
        id: `${file} ${index} ${test.name}`,
        fileName: join(this.#root, file),
        test,
      }));
      this.#loaded.set(file, { address, tests });
    }
  }

  async #runOne({ id, fileName, test }: Loaded): Promise<TestResult> {
    const of = { id, name: test.name, fileName, timeSpentMs: 0 };
    if (test.skipped) return { ...of, status: TestStatus.Skipped };
    for (const prepare of test.before) await prepare();
    const started = performance.now();
    try {
      this.#state.currentTestId = id;
      await test.run();
      return { ...of, timeSpentMs: performance.now() - started, status: TestStatus.Success };
    } catch (error) {
      const failureMessage = error instanceof Error ? error.message : String(error);
      return {
        ...of,
        timeSpentMs: performance.now() - started,
        status: TestStatus.Failed,
        failureMessage,
      };
    } finally {
      delete this.#state.currentTestId;
    }
  }

  async #run(ids: readonly string[] | undefined, bail: boolean): Promise<DryRunResult> {
    const asked = ids === undefined ? undefined : new Set(ids);
    const results: TestResult[] = [];
    for (const one of [...this.#loaded.values()].flatMap(({ tests }) => tests)) {
      if (asked !== undefined && !asked.has(one.id)) continue;
      const result = await this.#runOne(one);
      results.push(result);
      if (bail && result.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }

  async dryRun(): Promise<DryRunResult> {
    this.#state.mutantCoverage = { static: {}, perTest: {} };
    await this.#load();
    const result = await this.#run(undefined, false);
    return result.status === DryRunStatus.Complete
      ? { ...result, mutantCoverage: this.#state.mutantCoverage }
      : result;
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const again = (): Promise<MutantRunResult> => this.#tried(options, true);
    if (options.mutantActivation === 'static' || options.reloadEnvironment) return again();
    const first = await this.#tried(options, false);
    // What is remembered from before hides a mutant, and what a mutant left behind fails without it.
    if (first.status === MutantRunStatus.Survived) return again();
    if (first.status === MutantRunStatus.Killed && !(await this.#passes(first.killedBy)))
      return again();
    return first;
  }

  async #passes(ids: readonly string[] | string): Promise<boolean> {
    const result = await this.#run([ids].flat(), true);
    return (
      result.status === DryRunStatus.Complete &&
      result.tests.every((test) => test.status !== TestStatus.Failed)
    );
  }

  async #tried(options: MutantRunOptions, fresh: boolean): Promise<MutantRunResult> {
    delete this.#state.hitCount;
    delete this.#state.hitLimit;
    if (options.hitLimit !== undefined)
      Object.assign(this.#state, { hitCount: 0, hitLimit: options.hitLimit });
    try {
      if (fresh) {
        this.#modules.forget(options.sandboxFileName);
        if (options.mutantActivation === 'static')
          this.#state.activeMutant = options.activeMutant.id;
      }
      await this.#load();
      this.#state.activeMutant = options.activeMutant.id;
      const result = await this.#run(options.testFilter, !options.disableBail);
      const reached = determineHitLimitReached(this.#state.hitCount, options.hitLimit);
      return toMutantRunResult(reached ?? result);
    } catch (error) {
      // What cannot even be loaded is seen by every test.
      const failureMessage = error instanceof Error ? error.message : String(error);
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage, nrOfTests: 0 };
    } finally {
      delete this.#state.activeMutant;
      if (fresh && options.mutantActivation === 'static') {
        this.#modules.forget(options.sandboxFileName);
      }
    }
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner),
];
