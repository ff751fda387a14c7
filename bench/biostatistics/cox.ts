import { coxConcordance, coxRegression } from '@nodp/biostatistics';
import type { BenchRow } from '../row.ts';
import { against } from './kaplan-meier.ts';
import { benchPeople } from './people.ts';
import { findR, secondsHere, secondsInR } from './r.ts';

/**
 * Cox regression on five covariates, Efron ties. R's `coxph` always computes the concordance with
 * its standard error, so ours is timed with it too.
 */
export async function benchCox(): Promise<BenchRow[]> {
  const r = findR('survival');
  const rows: BenchRow[] = [];
  for (const clock of ['days', 'instants'] as const) {
    for (const n of [1e4, 1e5, 1e6]) {
      const { time, event, covariates } = benchPeople(n, clock);
      const value = secondsHere(
        () => coxConcordance(coxRegression({ time, event, covariates })),
        n < 1e5 ? 15 : n < 1e6 ? 5 : 2,
      );
      const [a, b, c, d, e] = covariates as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      rows.push({
        name: `Cox with concordance, 5 covariates, ${n.toLocaleString('en')} people, ${clock}`,
        value,
        unit: 's',
        ...(r === undefined
          ? { note: 'Rscript with survival is not installed: no comparison' }
          : against(r.name, value, () =>
              secondsInR(
                'library(survival)',
                'coxph(Surv(time, event) ~ a + b + c + d + e, d)',
                { time, event, a, b, c, d, e },
                n < 1e6 ? 2 : 1,
              ),
            )),
      });
    }
  }
  return rows;
}
