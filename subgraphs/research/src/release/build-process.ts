import { PlatformError } from '@nodp/database';
import { buildRelease } from './build.ts';
import type { BuildOrder, BuildReport } from './start-build.ts';

/** A build in a process of its own: the server goes on answering meanwhile. */
const stop = new AbortController();
const report = (message: BuildReport): void => {
  process.send?.(message);
};

process.on('disconnect', () => stop.abort());
process.once('message', (order: BuildOrder) => {
  buildRelease({
    ...order,
    signal: stop.signal,
    onStarted: (id) => report({ kind: 'started', id }),
  }).then(
    () => process.exit(0),
    (error: unknown) => {
      const known = error instanceof PlatformError;
      if (!known) console.error(error);
      report({ kind: 'failed', code: known ? error.code : null });
      process.exitCode = 1;
      if (process.connected) process.disconnect();
    },
  );
});
