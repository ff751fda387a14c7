import { someone, withEnlarged } from './enlarged-world.ts';
import type { BenchRow } from './row.ts';

/** Patients of the clinical pool that is released. */
const PATIENTS = Number(process.env.NODP_BENCH_PATIENTS ?? 10_000);
/** Persons of the releases that are asked: the pool's rows over and over. */
const PERSONS = (process.env.NODP_BENCH_PERSONS ?? '10000,1000000').split(',').map(Number);

const questions = [
  ['observed survival by site and stage, the first question of follow-up', 'OBSERVED_SURVIVAL', {}],
  ['net survival by site and stage, never asked before', 'NET_SURVIVAL', {}],
  ['… asked again', 'NET_SURVIVAL', {}],
  ['… of women, never asked before', 'NET_SURVIVAL', { filter: { sexes: ['FEMALE'] } }],
  ['… by the period approach, never asked before', 'NET_SURVIVAL', { approach: 'PERIOD' }],
  ['… weighed by age, never asked before', 'AGE_STANDARDISED_NET_SURVIVAL', {}],
] as const;

/** The explorer's document of survival through the gateway in process; time on the clock beside the processor's. */
export default async function survivalBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  await withEnlarged(PATIENTS, PERSONS, async (graph, persons, release) => {
    for (const [name, measure, more] of questions) {
      const question = { source: `release-${release}`, measure, by: ['SITE', 'STAGE'], ...more };
      const [cpu, begun] = [process.cpuUsage(), performance.now()];
      await graph.ask(/\bquery Statistics\b/, { question }, someone('POLICYMAKER'));
      const value = performance.now() - begun;
      const { user, system } = process.cpuUsage(cpu);
      rows.push({
        name: `${name}, ${persons.toLocaleString('en')} patients`,
        value,
        unit: 'ms',
        ...(measure === 'NET_SURVIVAL' && { comparedWith: 'promised', ratio: value / 300 }),
        note: `${Math.round((user + system) / 1000)} ms of processor`,
      });
    }
  });
  return rows;
}

if (import.meta.main) console.table(await survivalBench());
