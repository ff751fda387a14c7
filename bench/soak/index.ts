import { readFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startPlatform } from '../../tests/platform.ts';
import { quantile } from '../measure.ts';
import { slope } from './fit.ts';
import { type Act, openWorld } from './world.ts';

/**
 * `npm run soak -- --minutes 60`: the platform under 80 % of what it can carry, measured first, for as long as it is asked;
 * whether memory, errors and times stay where they are. Prints the table of docs/performance.md.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    patients: { type: 'string', default: '2000' },
    share: { type: 'string', default: '0.8' },
  },
});
const minutes = Number(values.minutes);
const share = Number(values.share);
const patients = Number(values.patients);
if (!(minutes >= 1 && share > 0 && share <= 1 && patients >= 1)) {
  console.error('npm run soak -- [--minutes 60] [--patients 2000] [--share 0.8]');
  process.exit(1);
}

/** Users without a pause while the capacity is measured, and its seconds. */
const USERS = 8;
const WARM_SECONDS = 15;
const CAPACITY_SECONDS = 30;
/** Requests under way at once: beyond it the platform is not keeping up, and a request that was due counts as an error. */
const MOST_AT_ONCE = 400;

interface Window {
  readonly times: number[];
  errors: string[];
}

/** @returns requests a second that users without a pause get through */
const capacityOf = async (acts: readonly Act[], seconds: number): Promise<number> => {
  let done = 0;
  const end = performance.now() + 1000 * seconds;
  let turn = 0;
  const user = async () => {
    while (performance.now() < end) {
      const n = turn++;
      await acts[n % acts.length]?.(n);
      done++;
    }
  };
  await Promise.all(Array.from({ length: USERS }, user));
  return done / seconds;
};

const memoryOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
};

const platform = await startPlatform({ patients });
try {
  const acts = await openWorld(platform);
  console.error(
    `warming up (${WARM_SECONDS} s), then measuring the capacity (${CAPACITY_SECONDS} s)`,
  );
  await capacityOf(acts, WARM_SECONDS);
  const capacity = await capacityOf(acts, CAPACITY_SECONDS);
  const rate = share * capacity;
  console.log(
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; ${patients} patients.`,
  );
  console.log(
    `Capacity ${capacity.toFixed(1)} requests/s (${USERS} users without a pause); asked ${rate.toFixed(1)}/s for ${minutes} minutes.\n`,
  );
  console.log(
    '| minute | requests | errors | p50 ms | p95 ms | memory MiB |\n|---|---|---|---|---|---|',
  );

  let window: Window = { times: [], errors: [] };
  let underWay = 0;
  let turn = 0;
  const ask = async (due: number): Promise<void> => {
    const n = turn++;
    if (underWay >= MOST_AT_ONCE) {
      window.errors.push('not kept up with');
      return;
    }
    underWay++;
    try {
      await acts[n % acts.length]?.(n);
      // From when it was due: a platform that stands still makes everybody wait who comes meanwhile.
      window.times.push(performance.now() - due);
    } catch (error) {
      window.errors.push((error as Error).message);
    } finally {
      underWay--;
    }
  };

  const begun = performance.now();
  const rows: { minute: number; memory: number; p95: number; errors: number; requests: number }[] =
    [];
  const every = Math.max(1, Math.round(minutes / 30));
  const reasons = new Map<string, number>();
  for (let minute = every; minute <= minutes; minute += every) {
    const until = begun + 60_000 * minute;
    let due = performance.now();
    while (performance.now() < until) {
      while (due <= performance.now()) {
        void ask(due);
        due += 1000 / rate;
      }
      await setTimeout(Math.max(1, due - performance.now()));
    }
    const { times, errors } = window;
    window = { times: [], errors: [] };
    times.sort((a, b) => a - b);
    for (const reason of errors) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    const memory = await memoryOf(platform.pid);
    const p95 = quantile(times, 0.95);
    rows.push({
      minute,
      memory,
      p95,
      errors: errors.length,
      requests: times.length + errors.length,
    });
    console.log(
      `| ${minute} | ${(times.length + errors.length).toLocaleString('en')} | ${errors.length} | ${quantile(times, 0.5).toFixed(0)} | ${p95.toFixed(0)} | ${memory.toFixed(0)} |`,
    );
  }
  // What is filled first, caches and compiled code, is no leak: the first quarter is left out.
  const steady = rows.slice(Math.floor(rows.length / 4));
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  console.log(
    `\nRequests ${sum((r) => r.requests).toLocaleString('en')}, errors ${sum((r) => r.errors)}; by the last three quarters memory ${(60 * slope(steady.map((r) => [r.minute, r.memory]))).toFixed(1)} MiB an hour, p95 ${(60 * slope(steady.map((r) => [r.minute, r.p95]))).toFixed(1)} ms an hour.`,
  );
  for (const [reason, times] of reasons) console.log(`  ${times} × ${reason}`);
  process.exitCode = sum((r) => r.errors) === 0 ? 0 : 1;
} finally {
  await platform.stop();
}
