import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { PlatformError } from '@nodp/database';

export interface SubgraphProcesses {
  /** Where each subgraph answers. */
  readonly urls: ReadonlyMap<string, string>;
  /** The process that answers for a subgraph now. */
  pid(name: string): number | undefined;
  stop(): Promise<void>;
}

/** What a process of Node itself needs of the environment; settings and secrets are given to each subgraph by name. */
const INHERITED = [
  ...['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR'],
  ...['NODE_ENV', 'NODE_OPTIONS', 'NODE_COMPILE_CACHE', 'NODE_EXTRA_CA_CERTS', 'NODP_LOG_LEVEL'],
];

/** Milliseconds before the first restart; each further one waits twice as long, until the process ran for a minute. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const STEADY = 60_000;
/** Characters of what a process wrote last, kept for the log. */
const LAST_WORDS = 2_000;

interface Process {
  readonly child: ChildProcess;
  readonly url: Promise<string>;
  /** What it wrote last to its error output. */
  lastWords(): string;
}

const begin = (name: string, host: string, port: string, env: NodeJS.ProcessEnv): Process => {
  const inherited = INHERITED.map((key) => [key, process.env[key]]);
  const child = fork(join(import.meta.dirname, 'subgraph.ts'), [name, '--port', port], {
    env: { ...Object.fromEntries(inherited), HOST: host, ...env },
    // A group of its own: Ctrl-C reaches the gateway alone, which ends them in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let log = '';
  child.stderr?.on('data', (part: Buffer) => {
    log = (log + part.toString()).slice(-LAST_WORDS);
  });
  const url = new Promise<string>((done, fail) => {
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
  return { child, url, lastWords: () => log.trim() };
};

const ended = ({ child }: Process): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGTERM');
    return undefined;
  });

/** Hears that a subgraph's process ended by a fault, and in how many milliseconds it is started again. */
export type OnEnded = (name: string, lastWords: string, wait: number) => void;

/** One subgraph, started again on its port whenever its process ends by a fault. */
const supervise = async (
  name: string,
  { hostname, port }: { readonly hostname: string; readonly port: string },
  env: NodeJS.ProcessEnv,
  onEnded: OnEnded,
) => {
  let stopping = false;
  let wait = FIRST_WAIT;
  let now = begin(name, hostname, port, env);
  const url = await now.url;
  const again = () => {
    if (stopping) return;
    now = begin(name, hostname, new URL(url).port, env);
    // That it ends before it is ready is heard below.
    now.url.catch(() => {});
    watch();
  };
  const watch = () => {
    const begun = Date.now();
    const { child, lastWords } = now;
    child.once('exit', () => {
      if (stopping) return;
      if (Date.now() - begun >= STEADY) wait = FIRST_WAIT;
      onEnded(name, lastWords(), wait);
      setTimeout(again, wait).unref();
      wait = Math.min(2 * wait, LONGEST_WAIT);
    });
  };
  watch();
  return {
    url,
    pid: () => now.child.pid,
    stop: () => {
      stopping = true;
      return ended(now);
    },
  };
};

/**
 * Each subgraph as a process of its own, at the port of its routing URL, started again when it ends by a fault. They end
 * with this process.
 * @param envOf what a subgraph is told, its secrets among it: nothing else of this process's settings reaches it
 * @param anyPort takes free ports instead, so that a second platform on the machine does not collide
 */
export const startSubgraphs = async (
  urls: ReadonlyMap<string, string>,
  envOf: (name: string) => NodeJS.ProcessEnv,
  anyPort: boolean,
  onEnded: OnEnded,
): Promise<SubgraphProcesses> => {
  const begun = await Promise.allSettled(
    [...urls].map(async ([name, url]) => {
      const { hostname, port } = new URL(url);
      const place = { hostname, port: anyPort ? '0' : port };
      return [name, await supervise(name, place, envOf(name), onEnded)] as const;
    }),
  );
  const running = new Map(begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  const stop = async () => {
    await Promise.all([...running.values()].map((one) => one.stop()));
  };
  const failed = begun.find((one) => one.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return {
    urls: new Map([...running].map(([name, one]) => [name, one.url])),
    pid: (name) => running.get(name)?.pid(),
    stop,
  };
};
