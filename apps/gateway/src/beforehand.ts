import type { Database } from '@nodp/database';
import type { Subgraph } from '@nodp/graph';
import type { OpenResources, ResourceName } from './resources.ts';

const SECONDS = 30;

/** What the work of subgraphs beforehand is done with. */
interface Services {
  readonly database: Database;
  readonly resources: OpenResources;
  readonly onError: (error: Error, subgraph: string) => void;
}

const pause = (stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, SECONDS * 1000);
    timer.unref();
    stopped.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Has subgraphs do, now and every half minute, what they work out before anybody asks; failing once is no reason to stop. */
export const startBeforehand = (
  subgraphs: readonly Subgraph<ResourceName>[],
  { database, resources, onError }: Services,
): { stop(): void } => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const turns = async ({ name, needs, beforehand }: Subgraph<ResourceName>): Promise<void> => {
    if (beforehand === null) return;
    const given = resources.of(needs) as Parameters<typeof beforehand>[0]['resources'];
    while (!signal.aborted) {
      await beforehand({ database, resources: given }).catch((error: Error) => {
        // What is closed under the work of a turn fails it, and nobody waits for that turn.
        if (!signal.aborted) onError(error, name);
      });
      if (!signal.aborted) await pause(signal);
    }
  };
  for (const subgraph of subgraphs) void turns(subgraph);
  return { stop: () => stopped.abort() };
};
