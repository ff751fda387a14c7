import { kaplanMeierByGroup, logRank } from '@nodp/biostatistics';
import type { BenchRow } from '../row.ts';
import { benchPeople } from './people.ts';
import { findR, secondsHere, secondsInR } from './r.ts';

/** Kaplan–Meier by group with limits, and the log-rank test of the groups. */
export async function benchKaplanMeier(): Promise<BenchRow[]> {
  const r = findR('survival');
  const rows: BenchRow[] = [];
  for (const clock of ['days', 'instants'] as const) {
    for (const n of [1e4, 1e5, 1e6]) {
      const { time, event, group } = benchPeople(n, clock);
      const runs = n < 1e6 ? 7 : 3;
      const value = secondsHere(() => {
        kaplanMeierByGroup({ time, event, group });
        logRank({ time, event, group });
      }, runs);
      rows.push({
        name: `Kaplan–Meier and log-rank, ${n.toLocaleString('en')} people in 3 groups, ${clock}`,
        value,
        unit: 's',
        ...(r === undefined
          ? { note: 'Rscript with survival is not installed: no comparison' }
          : against(r.name, value, () =>
              secondsInR(
                'library(survival)',
                '{ survfit(Surv(time, event) ~ group, d); survdiff(Surv(time, event) ~ group, d) }',
                { time, event, group },
                n < 1e6 ? 3 : 1,
              ),
            )),
      });
    }
  }
  return rows;
}

export function against(
  comparedWith: string,
  ours: number,
  theirs: () => number,
): Pick<BenchRow, 'comparedWith' | 'ratio' | 'note'> {
  const seconds = theirs();
  return { comparedWith, ratio: ours / seconds, note: `R: ${seconds.toFixed(3)} s` };
}
