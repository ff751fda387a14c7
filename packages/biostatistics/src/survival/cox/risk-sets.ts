import { exponentials } from '../../numeric/exponential.ts';
import type { CoxDesign } from './design.ts';

/**
 * Sums over the risk set of one event time, as flat columns
 * [Σ r, Σ r x₁ …, Σ r x₁x₁, Σ r x₂x₁, Σ r x₂x₂, …] with r = w exp(η): everything the partial
 * likelihood and its two derivatives are made of.
 */
export interface RiskSums {
  /** Over everybody at risk, the dying included. */
  readonly all: Float64Array;
  /** Over those who die at this time; filled only when more than one does. */
  readonly dying: Float64Array;
  /** [Σ w, Σ w η, Σ w x₁, …] over those who die; Σ w alone of order 1. */
  readonly deaths: Float64Array;
  /** Number of deaths at this time. */
  died: number;
  stratum: number;
  /** Positions [from, to) share this time. */
  from: number;
  to: number;
}

/** A sum that has fallen below this share of its peak by taking people away is made afresh. */
export const REBUILD = 1e-6;

/** r = w exp(η) by position; `eta` left out where every β is 0. */
export function risksOf(
  { people: { weight, row } }: CoxDesign,
  eta: Float64Array | undefined,
  risk: Float64Array = new Float64Array(row.length),
): Float64Array {
  if (eta === undefined) risk.fill(1);
  else exponentials(eta, risk);
  if (weight !== undefined) {
    for (let p = 0; p < risk.length; p++) risk[p] = (risk[p] as number) * (weight[p] as number);
  }
  return risk;
}

/**
 * Goes through the event times of every stratum, last to first, keeping the sums of the risk set:
 * people join at their time and leave at their entry. O(n p²) for all event times together.
 *
 * Taking away (left truncation) loses digits when a risk set shrinks a lot; the sums are then
 * rebuilt from the people in it, and are exactly 0 when nobody is left.
 *
 * @param eta linear predictors by position; read of order 2 alone
 * @param risk see `risksOf`
 * @param order 1: sums of r and r x; 2: also of r x xᵀ
 */
export function walkRiskSets(
  design: CoxDesign,
  eta: Float64Array,
  risk: Float64Array,
  order: 1 | 2,
  visit: (sums: RiskSums) => void,
): void {
  const { people, columns, x } = design;
  const { time, event, weight, entry, byEntry, starts } = people;
  const length = 1 + columns + (order === 2 ? (columns * (columns + 1)) / 2 : 0);
  const sums: RiskSums = {
    all: new Float64Array(length),
    dying: new Float64Array(length),
    deaths: new Float64Array(2 + columns),
    died: 0,
    stratum: 0,
    from: 0,
    to: 0,
  };
  const { all, dying, deaths } = sums;
  for (let stratum = starts.length - 2; stratum >= 0; stratum--) {
    const first = starts[stratum] as number;
    const end = starts[stratum + 1] as number;
    all.fill(0);
    sums.stratum = stratum;
    let inside = 0;
    let peak = 0;
    let q = end - 1;
    let added = end;
    for (let p = end - 1; p >= first; ) {
      const t = time[p] as number;
      const to = p + 1;
      let died = 0;
      for (; p >= first && time[p] === t; p--) if (event[p] !== 0) died++;
      if (died === 0) continue;
      addRows(all, x, p + 1, added, columns, order, risk);
      inside += added - p - 1;
      added = p + 1;
      const from = p + 1;
      if (entry !== undefined && byEntry !== undefined) {
        if ((all[0] as number) > peak) peak = all[0] as number;
        for (; q >= first; q--) {
          const late = byEntry[q] as number;
          if ((entry[late] as number) < t) break;
          add(all, x, late * columns, columns, order, -(risk[late] as number));
          inside--;
        }
        if (inside === 0 || (all[0] as number) < peak * REBUILD) {
          all.fill(0);
          for (let j = from; j < end && inside > 0; j++) {
            if ((entry[j] as number) < t)
              add(all, x, j * columns, columns, order, risk[j] as number);
          }
          peak = all[0] as number;
        }
      }
      // A loop, as filling so few is dearer than it.
      for (let a = 0; a < (order === 1 ? 1 : deaths.length); a++) deaths[a] = 0;
      if (died > 1) for (let k = 0; k < length; k++) dying[k] = 0;
      for (let j = from; j < to; j++) {
        if (event[j] === 0) continue;
        const w = weight === undefined ? 1 : (weight[j] as number);
        deaths[0] = (deaths[0] as number) + w;
        if (order === 2) {
          deaths[1] = (deaths[1] as number) + w * (eta[j] as number);
          for (let a = 0; a < columns; a++) {
            deaths[2 + a] = (deaths[2 + a] as number) + w * (x[j * columns + a] as number);
          }
        }
        if (died > 1) add(dying, x, j * columns, columns, order, risk[j] as number);
      }
      sums.died = died;
      sums.from = from;
      sums.to = to;
      visit(sums);
    }
  }
}

/** Adds the rows of positions [from, to). */
function addRows(
  sums: Float64Array,
  x: Float64Array,
  from: number,
  to: number,
  columns: number,
  order: 1 | 2,
  risk: Float64Array,
): void {
  let p = from;
  if (order === 1) {
    // Four rows at once: each sum is then read and written a quarter as often.
    for (let cell = p * columns; p + 3 < to; p += 4, cell += 4 * columns) {
      const one = cell + columns;
      const two = one + columns;
      const three = two + columns;
      const r0 = risk[p] as number;
      const r1 = risk[p + 1] as number;
      const r2 = risk[p + 2] as number;
      const r3 = risk[p + 3] as number;
      sums[0] = (sums[0] as number) + (r0 + r1 + (r2 + r3));
      for (let a = 0; a < columns; a++) {
        sums[1 + a] =
          (sums[1 + a] as number) +
          (r0 * (x[cell + a] as number) + r1 * (x[one + a] as number)) +
          (r2 * (x[two + a] as number) + r3 * (x[three + a] as number));
      }
    }
  }
  for (; p < to; p++) add(sums, x, p * columns, columns, order, risk[p] as number);
}

function add(
  sums: Float64Array,
  x: Float64Array,
  cell: number,
  columns: number,
  order: 1 | 2,
  r: number,
): void {
  sums[0] = (sums[0] as number) + r;
  let k = 1 + columns;
  for (let a = 0; a < columns; a++) {
    const rx = r * (x[cell + a] as number);
    sums[1 + a] = (sums[1 + a] as number) + rx;
    if (order === 1) continue;
    for (let b = 0; b <= a; b++, k++) {
      sums[k] = (sums[k] as number) + rx * (x[cell + b] as number);
    }
  }
}
