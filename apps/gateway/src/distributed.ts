import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { PlatformError } from '@nodp/database';

export interface SubgraphProcesses {
  stop(): Promise<void>;
}

const ready = (name: string, child: ChildProcess): Promise<void> =>
  new Promise((done, fail) => {
    let log = '';
    child.stderr?.on('data', (part: Buffer) => {
      log = (log + part.toString()).slice(-2_000);
    });
    child.once('message', () => done());
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

/** Each subgraph as a process of its own, at the port of its routing URL. They end with this process. */
export const startSubgraphs = async (
  urls: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string>>,
): Promise<SubgraphProcesses> => {
  const children = [...urls].map(([name, url]) => {
    const { port, hostname } = new URL(url);
    const child = fork(join(import.meta.dirname, 'subgraph.ts'), [name, '--port', port], {
      env: { ...process.env, HOST: hostname, ...env },
      // A group of its own: Ctrl-C reaches the gateway alone, which ends them in order.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    return { name, child };
  });
  const stop = async () => {
    await Promise.all(children.map(({ child }) => stopped(child)));
  };
  try {
    await Promise.all(children.map(({ name, child }) => ready(name, child)));
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
};
