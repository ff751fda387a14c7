import type { CoxDesign } from './design.ts';
import { productSums } from './product-sums.ts';
import { REBUILD } from './risk-sets.ts';

/** The hazard of each event time, the last of a stratum first and the last stratum's before the others'. */
export interface EventHazards {
  /** Number of event times. */
  count: number;
  /** The first position of the event time. */
  readonly at: Uint32Array;
  /** Σ_k (W/d)/S₀ₖ. */
  readonly hazard: Float64Array;
  /** Σ_k (k/d) (W/d)/S₀ₖ, which those who die at that time are not exposed to (Efron). */
  readonly spared: Float64Array;
}

export const emptyHazards = ({ events }: CoxDesign): EventHazards => ({
  count: 0,
  at: new Uint32Array(events),
  hazard: new Float64Array(events),
  spared: new Float64Array(events),
});

/**
 * Goes through the event times of every stratum, last to first, as `walkRiskSets` does, and works out the hazard of each
 * as `partialLikelihood` has it: of the sums over the risk set only what that needs is carried.
 *
 * @param eta linear predictors by position; left out where every β is 0
 * @param risk see `risksOf`
 * @param hazards where they go
 * @param means where Σ_k (W/d) x̄ₖ x̄ₖᵀ of all event times is added (lower triangle), if it is wanted
 * @returns Σ_D w η − Σ_k (W/d) log S₀ₖ of all event times
 */
export function eventHazards(
  design: CoxDesign,
  eta: Float64Array | undefined,
  risk: Float64Array,
  hazards: EventHazards,
  means: Float64Array | undefined,
): number {
  const { people, x } = design;
  const { time, event, weight, entry, byEntry, starts } = people;
  const { at, hazard, spared } = hazards;
  const columns = means === undefined ? 0 : design.columns;
  const efron = design.ties === 'efron';
  const logarithm = productLogarithm();
  const alone = productSums(columns);
  const first = new Float64Array(columns);
  const dying = new Float64Array(columns);
  let logLikelihood = 0;
  let count = 0;
  for (let stratum = starts.length - 2; stratum >= 0; stratum--) {
    const begin = starts[stratum] as number;
    const end = starts[stratum + 1] as number;
    first.fill(0);
    let s0 = 0;
    let peak = 0;
    let inside = 0;
    let q = end - 1;
    for (let p = end - 1; p >= begin; ) {
      const t = time[p] as number;
      const to = p + 1;
      let died = 0;
      let deaths = 0;
      let dyingRisk = 0;
      do {
        const r = risk[p] as number;
        s0 += r;
        let a = 0;
        let cell = p * columns;
        for (; a + 3 < columns; a += 4, cell += 4) {
          first[a] = (first[a] as number) + r * (x[cell] as number);
          first[a + 1] = (first[a + 1] as number) + r * (x[cell + 1] as number);
          first[a + 2] = (first[a + 2] as number) + r * (x[cell + 2] as number);
          first[a + 3] = (first[a + 3] as number) + r * (x[cell + 3] as number);
        }
        for (; a < columns; a++, cell++) first[a] = (first[a] as number) + r * (x[cell] as number);
        // Multiplied by 0 or 1: whether one dies is not to be foreseen by the processor.
        const dies = event[p] as number;
        const w = weight === undefined ? dies : dies * (weight[p] as number);
        died += dies;
        deaths += w;
        dyingRisk += dies * r;
        if (eta !== undefined) logLikelihood += w * (eta[p] as number);
        p--;
      } while (p >= begin && time[p] === t);
      const from = p + 1;
      inside += to - from;
      if (died === 0) continue;
      if (entry !== undefined && byEntry !== undefined) {
        if (s0 > peak) peak = s0;
        for (; q >= begin; q--) {
          const late = byEntry[q] as number;
          if ((entry[late] as number) < t) break;
          s0 -= risk[late] as number;
          addRow(first, x, late * columns, -(risk[late] as number));
          inside--;
        }
        if (inside === 0 || s0 < peak * REBUILD) {
          s0 = 0;
          first.fill(0);
          for (let j = from; j < end && inside > 0; j++) {
            if (!((entry[j] as number) < t)) continue;
            s0 += risk[j] as number;
            addRow(first, x, j * columns, risk[j] as number);
          }
          peak = s0;
        }
      }
      at[count] = from;
      if (died === 1) {
        const share = deaths / s0;
        logLikelihood -= deaths === 1 ? logarithm.add(s0) : deaths * Math.log(s0);
        hazard[count] = share;
        spared[count++] = 0;
        if (means !== undefined) alone.add(first, 0, share / s0);
        continue;
      }
      const terms = efron ? died : 1;
      const w = deaths / terms;
      let inverse = 0;
      let fInverse = 0;
      let squares = 0;
      let fSquares = 0;
      let ffSquares = 0;
      let logs = 0;
      for (let k = 0; k < terms; k++) {
        const f = k / died;
        const left = s0 - f * dyingRisk;
        const i = 1 / left;
        logs += w === 1 ? logarithm.add(left) : Math.log(left);
        inverse += i;
        fInverse += f * i;
        squares += i * i;
        fSquares += f * i * i;
        ffSquares += f * f * i * i;
      }
      logLikelihood -= w * logs;
      hazard[count] = w * inverse;
      spared[count++] = w * fInverse;
      if (means === undefined) continue;
      dying.fill(0);
      for (let j = from; j < to; j++)
        if (event[j] !== 0) addRow(dying, x, j * columns, risk[j] as number);
      addMeans(first, dying, w * squares, w * fSquares, w * ffSquares, means);
    }
  }
  hazards.count = count;
  if (means !== undefined) {
    const rest = alone.total();
    for (let cell = 0; cell < rest.length; cell++)
      means[cell] = (means[cell] as number) + (rest[cell] as number);
  }
  return logLikelihood - logarithm.rest();
}

function addRow(sums: Float64Array, x: Float64Array, cell: number, r: number): void {
  for (let a = 0; a < sums.length; a++) sums[a] = (sums[a] as number) + r * (x[cell + a] as number);
}

/** A factor outside of these is taken the logarithm of by itself; a product beyond their squares is begun anew. */
const LEAST = 1e-100;
const MOST = 1e100;

/** Sums logarithms: factors are multiplied, and a logarithm taken of many at once, which loses no digit and costs a tenth. */
function productLogarithm() {
  let product = 1;
  return {
    /** The logarithms that are due by now; 0 mostly. */
    add(factor: number): number {
      if (!(factor > LEAST && factor < MOST)) return Math.log(factor);
      product *= factor;
      if (product > LEAST * LEAST && product < MOST * MOST) return 0;
      const logarithm = Math.log(product);
      product = 1;
      return logarithm;
    },
    rest: (): number => Math.log(product),
  };
}

/**
 * Adds Σ_k (W/d) x̄ₖ x̄ₖᵀ of one event time (lower triangle): with S₁ over the risk set and D₁ over the dying,
 * x̄ₖ = (S₁ − f D₁)/S₀ₖ, so that sums of 1, f and f² over S₀ₖ² stand for all k.
 */
function addMeans(
  first: Float64Array,
  dying: Float64Array,
  squares: number,
  fSquares: number,
  ffSquares: number,
  means: Float64Array,
): void {
  const columns = first.length;
  for (let a = 0; a < columns; a++) {
    const s = first[a] as number;
    const d = dying[a] as number;
    const ofFirst = squares * s - fSquares * d;
    const ofDying = ffSquares * d - fSquares * s;
    for (let b = 0, at = a * columns; b <= a; b++, at++) {
      means[at] =
        (means[at] as number) + ofFirst * (first[b] as number) + ofDying * (dying[b] as number);
    }
  }
}
