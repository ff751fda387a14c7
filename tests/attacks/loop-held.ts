import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Loaded before the platform: notes how much processor its main thread used between two turns of its loop. Time on the clock
 * would tell how busy the machine is; what one turn used is what nobody was answered during, on a machine of its own.
 */
const MEASURE = (file: string) => `
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) {
  const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
  let [last, longest] = [used(), 0];
  const write = () => writeFileSync(${JSON.stringify(file)}, String(longest));
  process.on('SIGUSR2', () => { longest = 0; last = used(); write(); });
  setInterval(() => {
    const now = used();
    if (now - last > longest) { longest = now - last; write(); }
    last = now;
  }, 20).unref();
}
`;

export interface LoopHeld {
  /** For the platform that is measured. */
  readonly env: NodeJS.ProcessEnv;
  /** Begins anew: starting holds the loop. @param pid of the platform */
  begin(pid: number): Promise<void>;
  /** The longest turn since it began (ms of processor). */
  longest(): Promise<number>;
  end(): Promise<void>;
}

export const loopHeld = async (): Promise<LoopHeld> => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-loop-'));
  const [module, file] = [join(folder, 'measure.mjs'), join(folder, 'longest')];
  await writeFile(module, MEASURE(file));
  const longest = async () => Number(await readFile(file, 'utf8'));
  return {
    env: { NODE_OPTIONS: `--import ${module}` },
    begin: async (pid) => {
      await rm(file, { force: true });
      process.kill(pid, 'SIGUSR2');
      while (Number.isNaN(await longest().catch(() => Number.NaN))) await setTimeout(20);
    },
    longest,
    end: () => rm(folder, { recursive: true, force: true }),
  };
};
