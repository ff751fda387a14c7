import { inRange, type Numbers } from '../checks.ts';

export type Correction = 'bonferroni' | 'holm' | 'benjamini-hochberg';

/**
 * p-values adjusted for having been many, in the order given (R's p.adjust).
 * - `bonferroni`: m·p.
 * - `holm` (Scand J Stat 1979;6:65): step-down, (m − i + 1)·p₍ᵢ₎, never falling. Both keep the
 *   chance of any false finding.
 * - `benjamini-hochberg` (J R Stat Soc B 1995;57:289): step-up, m/i·p₍ᵢ₎, never rising from the
 *   largest down. Keeps the expected share of false findings.
 * @param tests how many tests there were, at least as many as p-values are given
 * @throws {BiostatisticsError} `out-of-range`
 */
export function adjustPValues(
  pValues: Numbers,
  correction: Correction,
  tests: number = pValues.length,
): Float64Array {
  for (let i = 0; i < pValues.length; i++) inRange(`pValues[${i}]`, pValues[i] as number, 0, 1);
  inRange('tests', tests, pValues.length, Infinity);
  const order = Uint32Array.from({ length: pValues.length }, (_, i) => i).sort(
    (a, b) => (pValues[a] as number) - (pValues[b] as number),
  );
  const adjusted = new Float64Array(pValues.length);
  const value = (rank: number) => pValues[order[rank] as number] as number;
  if (correction === 'bonferroni') {
    for (let i = 0; i < adjusted.length; i++)
      adjusted[i] = Math.min(1, tests * (pValues[i] as number));
  } else if (correction === 'holm') {
    let reached = 0;
    for (let rank = 0; rank < order.length; rank++) {
      reached = Math.max(reached, Math.min(1, (tests - rank) * value(rank)));
      adjusted[order[rank] as number] = reached;
    }
  } else {
    let reached = 1;
    for (let rank = order.length - 1; rank >= 0; rank--) {
      reached = Math.min(reached, (tests / (rank + 1)) * value(rank));
      adjusted[order[rank] as number] = reached;
    }
  }
  return adjusted;
}
