import { someone, withEnlarged } from './enlarged-world.ts';
import { durations, quantile } from './measure.ts';
import type { BenchRow } from './row.ts';

/** Patients of the clinical pool that is released. */
const PATIENTS = Number(process.env.NODP_BENCH_PATIENTS ?? 10_000);
/** Persons of the releases that are asked: the pool's rows over and over. */
const PERSONS = (process.env.NODP_BENCH_PERSONS ?? '10000,100000,1000000').split(',').map(Number);
const TOGETHER = 8;
const TIMES = 240;

const of = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

/** Questions as an explorer asks them, another selection each time: two to four dimensions, six measures. */
const question = (source: string, turn: number) => ({
  source,
  ...of(
    [
      { measure: 'CASES', by: ['SITE', 'SEX', 'STAGE'] },
      { measure: 'AGE_STANDARDISED_RATE', by: ['SITE', 'SEX'], standard: 'CHINA2000' },
      { measure: 'CRUDE_RATE', by: ['PROVINCE', 'YEAR'] },
      { measure: 'EARLY_STAGE_SHARE', by: ['SITE', 'TIER'] },
      { measure: 'AGE_SPECIFIC_RATE', by: ['AGE', 'SEX', 'YEAR'] },
      { measure: 'AGE_STANDARDISED_RATE', by: ['YEAR', 'SEX'] },
      { measure: 'CASES', by: ['SEX', 'AGE', 'STAGE', 'PERIOD'] },
      { measure: 'RATE_RATIO', by: ['PROVINCE'], comparedWith: { provinces: [] } },
    ],
    turn,
  ),
  filter: {
    fromYear: 2015 + (turn % 4),
    toYear: 2019 + (Math.floor(turn / 4) % 6),
    ...(turn % 3 === 0 && { histologies: [String(1 + (turn % 17)), String(1 + (turn % 5))] }),
    ...(turn % 5 === 0 && { bases: ['MICROSCOPIC'] }),
  },
});

/** The explorer's document through the gateway in process, at several sizes of a release. */
export default async function crossingsBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  await withEnlarged(PATIENTS, PERSONS, async (graph, persons, release) => {
    let turn = 0;
    const call = () =>
      graph.ask(
        /\bquery Statistics\b/,
        { question: question(`release-${release}`, turn++) },
        someone('POLICYMAKER'),
      );
    const opened = performance.now();
    await call();
    const opening = (performance.now() - opened) / 1000;
    // Tables of each crossing are counted together when it is first asked.
    const cold = await durations(8, call, { warmUp: 0 });
    for (const together of [1, TOGETHER]) {
      const sorted = await durations(TIMES, call, { together, warmUp: 40 });
      rows.push({
        name: `explorer, a selection never asked before, ${persons.toLocaleString('en')} patients, ${together} at once`,
        value: quantile(sorted, 0.95),
        unit: 'ms (p95)',
        ...(together === TOGETHER && {
          comparedWith: 'promised',
          ratio: quantile(sorted, 0.95) / 50,
        }),
        note: `median ${quantile(sorted, 0.5).toFixed(1)} ms; release opened and asked ${opening.toFixed(1)} s; each crossing for the first time ${quantile(cold, 0.5).toFixed(0)} ms (median)`,
      });
    }
  });
  return rows;
}
