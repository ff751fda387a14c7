import type { ChildProcess } from 'node:child_process';

/** A server's process that is started again, by and by less often, when it ends without having been told to. */
export interface ServerProcess {
  /** What it said last, when it is not running; null while it runs. */
  ended(): string | null;
  /** From now on it is started again. Before, an end is a failed start, which the caller reports. */
  keepUp(): void;
  stop(): Promise<void>;
}

/** Milliseconds before the first restart; each further one waits twice as long, until it ran for a minute. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 10_000;
const STEADY = 60_000;

/**
 * @param launch starts the process with its stderr piped
 * @param report hears of each end that nobody asked for, with the last of what the process wrote
 */
export const serverProcess = (
  launch: () => ChildProcess,
  report: (last: string) => void,
): ServerProcess => {
  let child: ChildProcess;
  let said = '';
  let running = false;
  let retained = false;
  let startedAt = 0;
  let wait = FIRST_WAIT;
  let restart: NodeJS.Timeout | undefined;

  const start = (): void => {
    said = '';
    running = true;
    startedAt = Date.now();
    child = launch();
    child.stderr?.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-4000);
    });
    child.once('exit', gone);
    child.once('error', (error) => {
      said += error.message;
      gone();
    });
  };
  const gone = (): void => {
    if (!running) return;
    running = false;
    if (!retained) return;
    report(said.trim());
    if (Date.now() - startedAt >= STEADY) wait = FIRST_WAIT;
    restart = setTimeout(start, wait);
    wait = Math.min(2 * wait, LONGEST_WAIT);
  };

  start();
  return {
    ended: () => (running ? null : said.trim()),
    keepUp: () => {
      retained = true;
    },
    stop: async () => {
      retained = false;
      clearTimeout(restart);
      if (!running || child.pid === undefined) return;
      const end = new Promise((done) => child.once('exit', done));
      child.kill('SIGINT');
      await end;
    },
  };
};
