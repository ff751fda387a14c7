import { benchCox } from './biostatistics/cox.ts';
import { benchKaplanMeier } from './biostatistics/kaplan-meier.ts';
import { benchMemory } from './biostatistics/memory.ts';
import { benchPoharPerme } from './biostatistics/pohar-perme.ts';
import type { BenchRow } from './row.ts';

/** The estimators timed, one file each in `biostatistics/`. */
const estimators = [benchKaplanMeier, benchCox, benchPoharPerme, benchMemory];

/** Times the estimators at 10⁴, 10⁵ and 10⁶ people, beside R in the same run when it is there. */
export default async function biostatistics(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const estimator of estimators) rows.push(...(await estimator()));
  return rows;
}

if (import.meta.main) console.table(await biostatistics());
