import type { CoxDesign } from '../../survival/cox/design.ts';
import type { Censoring } from './censoring.ts';

/** Sums at one time of an event of interest; layout as `RiskSums.all` of Cox regression. */
export interface SubdistributionSums {
  /** Over the weighted risk set of the subdistribution. */
  readonly all: Float64Array;
  /** [number, Σ η, Σ x₁, …] over those with the event of interest. */
  readonly deaths: Float64Array;
  /** Place among the distinct times. */
  at: number;
}

/**
 * Goes through the times of the event of interest, last to first. Someone with a competing event
 * at T stays at risk afterwards with weight Ĝ(t−)/Ĝ(T−) (Fine & Gray 1999, §5), so that the risk
 * set at t is everybody with time ≥ t, in full, and everybody with a competing event before t,
 * weighted: Σ_g Ĝ_g(t−) Σ r/Ĝ_g(T−). Both sums change by one person at a time: O(n p²).
 */
export function walkSubdistribution(
  { people, columns, x }: CoxDesign,
  { groups, group, before, firsts, timeOf }: Censoring,
  eta: Float64Array,
  visit: (sums: SubdistributionSums) => void,
): void {
  const { n, event } = people;
  const times = firsts.length - 1;
  const length = 1 + columns + (columns * (columns + 1)) / 2;
  const observed = new Float64Array(length);
  const competed = Array.from({ length: groups }, () => new Float64Array(length));
  const waiting = new Uint32Array(groups);
  const sums = { all: new Float64Array(length), deaths: new Float64Array(2 + columns), at: 0 };
  const { all, deaths } = sums;
  const weighted = (p: number) =>
    Math.exp(eta[p] as number) /
    (before[(group[p] as number) * times + (timeOf[p] as number)] as number);
  for (let p = 0; p < n; p++) {
    if (event[p] !== 2) continue;
    const g = group[p] as number;
    addPerson(competed[g] as Float64Array, x, p * columns, columns, weighted(p));
    waiting[g] = (waiting[g] as number) + 1;
  }
  for (let j = times - 1; j >= 0; j--) {
    let events = 0;
    for (let p = firsts[j] as number; p < (firsts[j + 1] as number); p++) {
      addPerson(observed, x, p * columns, columns, Math.exp(eta[p] as number));
      if (event[p] === 1) events++;
      if (event[p] !== 2) continue;
      const g = group[p] as number;
      const sum = competed[g] as Float64Array;
      waiting[g] = (waiting[g] as number) - 1;
      if (waiting[g] === 0) sum.fill(0);
      else addPerson(sum, x, p * columns, columns, -weighted(p));
    }
    if (events === 0) continue;
    all.set(observed);
    for (let g = 0; g < groups; g++) {
      const weight = before[g * times + j] as number;
      const sum = competed[g] as Float64Array;
      for (let k = 0; k < length; k++) all[k] = (all[k] as number) + weight * (sum[k] as number);
    }
    deaths.fill(0);
    for (let p = firsts[j] as number; p < (firsts[j + 1] as number); p++) {
      if (event[p] !== 1) continue;
      deaths[0] = (deaths[0] as number) + 1;
      deaths[1] = (deaths[1] as number) + (eta[p] as number);
      for (let a = 0; a < columns; a++) {
        deaths[2 + a] = (deaths[2 + a] as number) + (x[p * columns + a] as number);
      }
    }
    sums.at = j;
    visit(sums);
  }
}

function addPerson(
  sums: Float64Array,
  x: Float64Array,
  cell: number,
  columns: number,
  r: number,
): void {
  sums[0] = (sums[0] as number) + r;
  let k = 1 + columns;
  for (let a = 0; a < columns; a++) {
    const rx = r * (x[cell + a] as number);
    sums[1 + a] = (sums[1 + a] as number) + rx;
    for (let b = 0; b <= a; b++, k++) {
      sums[k] = (sums[k] as number) + rx * (x[cell + b] as number);
    }
  }
}
