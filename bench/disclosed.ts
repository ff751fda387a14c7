import { someone, withEnlarged } from './enlarged-world.ts';
import { durations, quantile } from './measure.ts';
import type { BenchRow } from './row.ts';
import { cohort } from './scale/cohorts.ts';

/** Patients of the clinical pool that is released. */
const PATIENTS = Number(process.env.NODP_BENCH_PATIENTS ?? 10_000);
/** Persons of the releases that are asked: the pool's rows over and over. */
const PERSONS = (process.env.NODP_BENCH_PERSONS ?? '10000,100000,1000000').split(',').map(Number);
const TIMES = Number(process.env.NODP_BENCH_TIMES ?? 400);
const PROMISED = 50;

/** A cohort's count and attrition as they are disclosed, never asked before, through the gateway in process, at several sizes of a release. */
export default async function disclosedBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  await withEnlarged(PATIENTS, PERSONS, async (graph, persons, release) => {
    let turn = 0;
    const call = () =>
      graph.ask(
        /\bquery CohortCount\b/,
        { definition: cohort(turn++), release },
        someone('RESEARCHER'),
      );
    const opened = performance.now();
    const asked = await call();
    const shown = (asked as { cohort: { count: { value: number | null } } }).cohort.count.value;
    const opening = (performance.now() - opened) / 1000;
    for (const together of [1, 8]) {
      const sorted = await durations(TIMES, call, { together, warmUp: 40 });
      const p95 = quantile(sorted, 0.95);
      rows.push({
        name: `cohort's count and attrition as disclosed, ${persons.toLocaleString('en')} persons, ${together} at once`,
        value: p95,
        unit: 'ms (p95)',
        ...(together > 1 && { comparedWith: 'promised', ratio: p95 / PROMISED }),
        note: `median ${quantile(sorted, 0.5).toFixed(1)} ms; release opened and asked ${opening.toFixed(1)} s; the first cohort has ${shown} persons`,
      });
    }
  });
  return rows;
}

if (import.meta.main) console.table(await disclosedBench());
