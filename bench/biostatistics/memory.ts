import { execFileSync } from 'node:child_process';
import { coxRegression, kaplanMeierByGroup, logRank } from '@nodp/biostatistics';
import type { BenchRow } from '../row.ts';
import { benchPeople } from './people.ts';

const N = 1e6;

const estimators = {
  'Kaplan–Meier and log-rank': {
    bytesPerPerson: 8 + 1 + 1,
    run: ({ time, event, group }: ReturnType<typeof benchPeople>) => {
      const curves = kaplanMeierByGroup({ time, event, group });
      return [curves, logRank({ time, event, group })];
    },
  },
  'Cox, 5 covariates': {
    bytesPerPerson: 8 + 1 + 5 * 8,
    run: ({ time, event, covariates }: ReturnType<typeof benchPeople>) =>
      coxRegression({ time, event, covariates }),
  },
} as const;

/**
 * Peak memory beyond the input, in a process of its own: its greatest resident set less the
 * resident set with the input made and garbage collected (an upper bound).
 */
export async function benchMemory(): Promise<BenchRow[]> {
  return (['days', 'instants'] as const).flatMap((clock) =>
    Object.entries(estimators).map(([name, { bytesPerPerson }]) => {
      const kilobytes = Number(
        execFileSync(process.execPath, ['--expose-gc', import.meta.filename, name, clock], {
          encoding: 'utf8',
        }),
      );
      const times = (kilobytes * 1024) / (bytesPerPerson * N);
      return {
        name: `${name}, ${N.toLocaleString('en')} people, ${clock}: peak memory beyond the input`,
        value: kilobytes / 1024,
        unit: 'MiB',
        note: `${times.toFixed(1)} times the input, result included`,
      };
    }),
  );
}

if (import.meta.main) {
  const [name, clock] = process.argv.slice(2) as [keyof typeof estimators, 'days' | 'instants'];
  const people = benchPeople(N, clock);
  globalThis.gc?.();
  const before = process.memoryUsage.rss() / 1024;
  const retained = estimators[name].run(people);
  console.log(process.resourceUsage().maxRSS - before + (retained === undefined ? 1 : 0));
}
