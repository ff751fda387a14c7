import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { PlatformError } from '@nodp/database';

export interface SubgraphProcesses {
  /** Where each subgraph answers. */
  readonly urls: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

const ready = (name: string, child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    let log = '';
    child.stderr?.on('data', (part: Buffer) => {
      log = (log + part.toString()).slice(-2_000);
    });
    child.once('message', (message) => done((message as { url: string }).url));
    child.once('exit', (code) =>
      fail(
        new PlatformError(
          'subgraph-not-started',
          `The subgraph ${name} ended (${code}):\n${log.trim()}`,
        ),
      ),
    );
  });

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGTERM');
    return undefined;
  });

/**
 * Each subgraph as a process of its own, at the port of its routing URL. They end with this process.
 * @param anyPort takes free ports instead, so that a second platform on the machine does not collide
 */
export const startSubgraphs = async (
  urls: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string>>,
  anyPort: boolean,
): Promise<SubgraphProcesses> => {
  const children = [...urls].map(([name, url]) => {
    const { port, hostname } = new URL(url);
    const child = fork(
      join(import.meta.dirname, 'subgraph.ts'),
      [name, '--port', anyPort ? '0' : port],
      {
        env: { ...process.env, HOST: hostname, ...env },
        // A group of its own: Ctrl-C reaches the gateway alone, which ends them in order.
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    );
    return { name, child };
  });
  const stop = async () => {
    await Promise.all(children.map(({ child }) => stopped(child)));
  };
  try {
    const entries = children.map(
      async ({ name, child }) => [name, await ready(name, child)] as const,
    );
    return { urls: new Map(await Promise.all(entries)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
