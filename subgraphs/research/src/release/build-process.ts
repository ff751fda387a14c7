import { PlatformError } from '@nodp/database';
import { buildRelease } from './build.ts';
import type { BuildOrder, BuildReport } from './build-job.ts';

/** A build in a process of its own; it ends with the process that ordered it. */
const stop = new AbortController();
const report = (message: BuildReport): void => {
  if (process.connected) process.send?.(message);
};
const end = (code: number): void => {
  process.exitCode = code;
  if (process.connected) process.disconnect();
};

process.on('disconnect', () => stop.abort());
process.once('message', (order: BuildOrder) => {
  buildRelease({
    ...order,
    signal: stop.signal,
    onProgress: (progress) => report({ kind: 'progress', progress }),
  }).then(
    ({ number, persons }) => {
      report({ kind: 'done', release: number, persons });
      end(0);
    },
    (error: unknown) => {
      const known = error instanceof PlatformError;
      if (!known && !stop.signal.aborted) console.error(error);
      const message = error instanceof Error ? error.message : String(error);
      report({ kind: 'failed', code: known ? error.code : null, message });
      end(1);
    },
  );
});
