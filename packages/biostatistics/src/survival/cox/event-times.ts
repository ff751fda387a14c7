import type { CoxDesign } from './design.ts';
import { risksOf, walkRiskSets } from './risk-sets.ts';

/**
 * What a fitted model says of each event time, by stratum and ascending: the increments that
 * residuals, robust variance and baseline hazards are summed from. Vectors are on scaled columns.
 */
export interface EventTimes {
  /** Rows of stratum s: starts[s] … starts[s+1]−1. */
  readonly starts: Uint32Array;
  readonly time: Float64Array;
  /** Weight of events. */
  readonly events: Float64Array;
  /** dH: increment of the baseline cumulative hazard, at the mean covariates. */
  readonly hazard: Float64Array;
  /** Increment of the hazard's variance, β taken as known. */
  readonly hazardVariance: Float64Array;
  /** Σ x̄ₖ dHₖ, rows × p. */
  readonly meanHazard: Float64Array;
  /** The hazard one of the dying themselves is exposed to: Σ (1 − k/d) dHₖ (Breslow: dH). */
  readonly dyingHazard: Float64Array;
  /** Σ x̄ₖ (1 − k/d) dHₖ, rows × p. */
  readonly dyingMeanHazard: Float64Array;
  /** Mean over k of x̄ₖ: what a dying person's covariates are compared with, rows × p. */
  readonly mean: Float64Array;
}

/**
 * Efron: with k = 0 … d−1, S₀ₖ = S₀ − k/d Σ_D r, dHₖ = (W/d)/S₀ₖ and variance W/d Σ 1/S₀ₖ²
 * (Therneau & Grambsch 2000, §10.2.2); Breslow: dH = W/S₀, variance W/S₀².
 */
export function eventTimes(design: CoxDesign, eta: Float64Array): EventTimes {
  const { columns, people, ties } = design;
  const starts = countEventTimes(design);
  const rows = starts[starts.length - 1] as number;
  const result: EventTimes = {
    starts,
    time: new Float64Array(rows),
    events: new Float64Array(rows),
    hazard: new Float64Array(rows),
    hazardVariance: new Float64Array(rows),
    meanHazard: new Float64Array(rows * columns),
    dyingHazard: new Float64Array(rows),
    dyingMeanHazard: new Float64Array(rows * columns),
    mean: new Float64Array(rows * columns),
  };
  let stratum = -1;
  let i = 0;
  walkRiskSets(
    design,
    eta,
    risksOf(design, eta),
    1,
    ({ all, dying, deaths, died, stratum: s, from }) => {
      if (s !== stratum) i = starts[s + 1] as number;
      stratum = s;
      i--;
      const terms = ties === 'efron' ? died : 1;
      const w = deaths[0] as number;
      let hazard = 0;
      let variance = 0;
      let dyingHazard = 0;
      for (let k = 0; k < terms; k++) {
        const f = k / died;
        const s0 = (all[0] as number) - f * (dying[0] as number);
        const h = w / terms / s0;
        hazard += h;
        variance += h / s0;
        dyingHazard += (1 - f) * h;
        for (let a = 0; a < columns; a++) {
          const at = i * columns + a;
          const m = ((all[1 + a] as number) - f * (dying[1 + a] as number)) / s0;
          result.mean[at] = (result.mean[at] as number) + m / terms;
          result.meanHazard[at] = (result.meanHazard[at] as number) + m * h;
          result.dyingMeanHazard[at] = (result.dyingMeanHazard[at] as number) + (1 - f) * m * h;
        }
      }
      result.time[i] = people.time[from] as number;
      result.events[i] = w;
      result.hazard[i] = hazard;
      result.hazardVariance[i] = variance;
      result.dyingHazard[i] = dyingHazard;
    },
  );
  return result;
}

function countEventTimes({ people: { starts, time, event } }: CoxDesign): Uint32Array {
  const rows = new Uint32Array(starts.length);
  let count = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    let last = Number.NaN;
    for (let p = starts[s] as number; p < (starts[s + 1] as number); p++) {
      if (event[p] === 0 || time[p] === last) continue;
      last = time[p] as number;
      count++;
    }
    rows[s + 1] = count;
  }
  return rows;
}
