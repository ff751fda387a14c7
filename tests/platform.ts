import { fork } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const main = join(import.meta.dirname, '../apps/gateway/src/main.ts');

export interface RunningPlatform {
  readonly url: string;
  /** Where its data are. */
  readonly home: string;
  /** Of its process. */
  readonly pid: number;
  /** As Ctrl-C does; the data are removed. */
  stop(): Promise<void>;
}

export interface PlatformOptions {
  /** Demonstration patients; none with 0. */
  readonly patients: number;
  readonly distributed?: boolean;
  /** Of a platform that ran before; a new one otherwise. Removed at the end. */
  readonly home?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The product as `npm start` runs it, on a free port, with data of its own. */
export const startPlatform = async (options: PlatformOptions): Promise<RunningPlatform> => {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'nodp-platform-')));
  await mkdir(home, { recursive: true });
  await chmod(home, 0o755);
  const args = [
    ...(options.patients === 0 ? ['--empty'] : ['--patients', String(options.patients)]),
    ...(options.distributed ? ['--distributed'] : []),
  ];
  const env = {
    ...process.env,
    PORT: '0',
    NODP_HOME: home,
    NODP_LOG_LEVEL: 'error',
    NODE_ENV: 'test',
    ...options.env,
  };
  const child = fork(main, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let log = '';
  child.stdout?.on('data', (part: Buffer) => {
    log += part.toString();
  });
  child.stderr?.on('data', (part: Buffer) => {
    log += part.toString();
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await new Promise<string>((done, fail) => {
    child.once('message', (message) => done((message as { url: string }).url));
    child.once('exit', (code) => fail(new Error(`The platform ended (${code}):\n${log}`)));
  });
  // The address answers before the data are there: a first question would wait for them within its own time.
  while (!(await fetch(`${url}/health/ready`)).ok) await setTimeout(100);
  return {
    url,
    home,
    pid: child.pid as number,
    stop: async () => {
      child.kill('SIGINT');
      await gone;
      await rm(home, { recursive: true, force: true });
    },
  };
};
