import { readFileSync } from 'node:fs';
import { coxRegression } from '@nodp/biostatistics';
import { coxDesign } from '../packages/biostatistics/src/survival/cox/design.ts';
import { benchPeople } from './biostatistics/people.ts';
import { secondsInR } from './biostatistics/r.ts';
const cpu = (f: () => unknown, n=7) => { let b=1e9; for (let i=0;i<n;i++){ const s=process.cpuUsage(); f(); const e=process.cpuUsage(s); b=Math.min(b,(e.user+e.system)/1000);} return b.toFixed(0); };
for (const clock of ['days','instants'] as const) {
  const { time, event, covariates } = benchPeople(1e6, clock);
  console.log(clock, 'cox', cpu(() => coxRegression({time,event,covariates})), 'design', cpu(() => coxDesign({time,event,covariates})), 'alloc+fill', cpu(()=> new Float64Array(5e6).fill(1)));
  const columns: Record<string, ArrayLike<number>> = { time, event };
  for (const [j, column] of covariates.entries()) columns['abcde'.charAt(j)] = column;
  console.log('R cpu', secondsInR('library(survival)', 'coxph.fit(X, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE)', columns, 1, 'X <- as.matrix(d[, c("a", "b", "c", "d", "e")]); y <- Surv(d$time, d$event);  x<-replicate(5, {t<-proc.time(); coxph.fit(X, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE); u<-proc.time()-t; u[1]+u[2]}); write(x, "/tmp/rcox.txt")'));
  console.log(readFileSync('/tmp/rcox.txt','utf8'));
}
