import { parentPort } from 'node:worker_threads';
import { buffersOf, type CallMessage, type ReplyMessage, toFailure } from './messages.ts';
import { eachPerCent } from './progress.ts';
import { estimators, OPTIONS_AT } from './registry.ts';

// The worker thread's own module: one call at a time, as they come.

if (parentPort === null) throw new Error('thread.ts runs as a worker thread only');
const port = parentPort;

port.on('message', ({ id, name, arguments: given }: CallMessage) => {
  const reply = (message: ReplyMessage, transfer: ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  try {
    const estimator = estimators[name] as (...args: readonly unknown[]) => unknown;
    const args: unknown[] = [...given];
    const at = OPTIONS_AT[name];
    if (at !== undefined) {
      const onProgress = eachPerCent((share) => reply({ id, kind: 'progress', share }));
      args[at] = { ...(args[at] as object | undefined), onProgress };
    }
    const result = estimator(...args);
    reply({ id, kind: 'result', result }, [...buffersOf(result)]);
  } catch (error) {
    reply({ id, kind: 'failure', failure: toFailure(error) });
  }
});
