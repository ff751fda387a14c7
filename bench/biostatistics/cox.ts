import { coxConcordance, coxRegression } from '@nodp/biostatistics';
import type { BenchRow } from '../row.ts';
import { against } from './kaplan-meier.ts';
import { benchPeople } from './people.ts';
import { findR, secondsHere, secondsInR } from './r.ts';

const matrix = 'X <- as.matrix(d[, c("a", "b", "c", "d", "e")]); y <- Surv(d$time, d$event)';
const inR = {
  /** R's `coxph` always computes the concordance with its standard error, so ours is timed with it too. */
  whole: { expression: 'coxph(Surv(time, event) ~ a + b + c + d + e, d)', prepare: '' },
  /** The compiled core, without formula and concordance. */
  core: {
    expression:
      'coxph.fit(X, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE)',
    prepare: matrix,
  },
} as const;

/** Cox regression on five covariates, Efron ties: with its concordance beside `coxph`, alone beside `coxph.fit`. */
export async function benchCox(): Promise<BenchRow[]> {
  const r = findR('survival');
  const rows: BenchRow[] = [];
  for (const clock of ['days', 'instants'] as const) {
    for (const n of [1e4, 1e5, 1e6]) {
      const { time, event, covariates } = benchPeople(n, clock);
      const columns: Record<string, ArrayLike<number>> = { time, event };
      for (const [j, column] of covariates.entries()) columns['abcde'.charAt(j)] = column;
      const model = () => coxRegression({ time, event, covariates });
      const works = {
        whole: { name: 'Cox with concordance', work: () => coxConcordance(model()) },
        core: { name: 'Cox fit', work: model },
      };
      for (const part of ['whole', 'core'] as const) {
        const value = secondsHere(works[part].work, n < 1e5 ? 15 : 5);
        const { expression, prepare } = inR[part];
        rows.push({
          name: `${works[part].name}, 5 covariates, ${n.toLocaleString('en')} people, ${clock}`,
          value,
          unit: 's',
          ...(r === undefined
            ? { note: 'Rscript with survival is not installed: no comparison' }
            : against(r.name, value, () =>
                secondsInR('library(survival)', expression, columns, n < 1e6 ? 2 : 3, prepare),
              )),
        });
      }
    }
  }
  return rows;
}
