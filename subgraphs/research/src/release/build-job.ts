import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { PlatformError } from '@nodp/database';
import type { Job, JobWork } from '@nodp/database/jobs';
import type { ReleaseExtracts } from '@nodp/record/release';
import type { EngineName } from '@nodp/warehouse';
import type { BuildProgress } from './build-progress.ts';

/** The kind of job that builds a release. */
export const RELEASE_BUILD = 'release-build';

export interface BuildJobOptions {
  readonly ownerUrl: string;
  readonly extracts: ReleaseExtracts;
  /** Folder of the releases. */
  readonly folder: string;
  readonly engine: EngineName;
  /** As `BuildOptions`; null for the day of the build. */
  readonly closing?: string | null;
}

/** What the building process is told; it gets the owner's address by message, never by argument. */
export interface BuildOrder extends BuildJobOptions {
  readonly startedBy: string;
}

export type BuildReport =
  | { readonly kind: 'progress'; readonly progress: BuildProgress }
  | { readonly kind: 'done'; readonly release: number; readonly persons: number }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string };

type Built = Extract<BuildReport, { kind: 'done' }>;

/** A process of its own: the server goes on answering meanwhile. */
const buildApart = (options: BuildJobOptions, work: JobWork): Promise<Built> =>
  new Promise((done, fail) => {
    const child = fork(new URL('./build-process.ts', import.meta.url), { serialization: 'json' });
    // The child ends its build where it is disconnected.
    const abort = () => child.connected && child.disconnect();
    work.signal.addEventListener('abort', abort, { once: true });
    let built: Built | null = null;
    let failed: Error | null = null;
    child.once('error', fail);
    child.once('exit', (code) => {
      work.signal.removeEventListener('abort', abort);
      if (work.signal.aborted) fail(work.signal.reason as Error);
      else if (built !== null) done(built);
      else fail(failed ?? new Error(`The build ended early, with code ${code}.`));
    });
    child.on('message', (report: BuildReport) => {
      if (report.kind === 'done') built = report;
      else if (report.kind === 'progress')
        work.progress(report.progress.step, report.progress.share).catch(fail);
      else
        failed =
          report.code === null
            ? new Error(report.message)
            : new PlatformError(report.code, report.message);
    });
    child.send({ ...options, startedBy: work.requestedBy } satisfies BuildOrder);
  });

/** A build whose worker was killed gives up its lock when its own process has noticed (ms). */
const busyPatience = 20_000;
const busyPause = 1_000;

/** Builds the next release of the research pool. */
export const releaseBuildJob = (options: BuildJobOptions): Job => ({
  kind: RELEASE_BUILD,
  run: async (work) => {
    const since = performance.now();
    for (;;) {
      try {
        const { release, persons } = await buildApart(options, work);
        return { release, persons };
      } catch (error) {
        const busy = error instanceof PlatformError && error.code === 'release-busy';
        const waits = work.attempt > 1 && performance.now() - since < busyPatience;
        if (!busy || !waits || work.signal.aborted) throw error;
        await pause(busyPause);
      }
    }
  },
});
