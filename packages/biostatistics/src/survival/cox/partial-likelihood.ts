import { type CoxDesign, linearPredictors } from './design.ts';
import { type RiskSums, walkRiskSets } from './risk-sets.ts';

/** The log partial likelihood at β with its first two derivatives, on the scaled columns. */
export interface PartialLikelihood {
  readonly logLikelihood: number;
  /** ∂/∂β, length p. */
  readonly score: Float64Array;
  /** −∂²/∂β², p × p by rows. */
  readonly information: Float64Array;
  /** Linear predictors by position. */
  readonly eta: Float64Array;
}

/**
 * Cox's partial likelihood (Cox 1972, eq. 12; 1975) with ties after Efron (1977) or Breslow (1974).
 * At an event time with deaths D of total weight W, risk set R and r = w exp(η), k = 0 … d−1,
 * f = k/d (Breslow: one term, f = 0):
 *
 *   ℓ = Σ_D w η − Σ_k (W/d) log S₀ₖ,   S₀ₖ = Σ_R r − f Σ_D r,
 *   U = Σ_D w x − Σ_k (W/d) x̄ₖ,   I = Σ_k (W/d) (S₂ₖ/S₀ₖ − x̄ₖ x̄ₖᵀ)
 *
 * with weights as in Therneau & Grambsch (2000), §7.1. O(n p²).
 */
export function partialLikelihood(design: CoxDesign, beta: Float64Array): PartialLikelihood {
  const { columns, ties } = design;
  const eta = linearPredictors(design, beta);
  const score = new Float64Array(columns);
  const information = new Float64Array(columns * columns);
  let logLikelihood = 0;
  walkRiskSets(design, eta, 2, (sums) => {
    logLikelihood += addEventTime(sums, columns, ties === 'efron', score, information);
  });
  mirror(information, columns);
  return { logLikelihood, score, information, eta };
}

const means = new Float64Array(256);

/** Adds one event time to score and information (lower triangle); returns its log likelihood. */
export function addEventTime(
  { all, dying, deaths, died }: RiskSums,
  columns: number,
  efron: boolean,
  score: Float64Array,
  information: Float64Array,
): number {
  const mean = columns <= means.length ? means : new Float64Array(columns);
  const terms = efron ? died : 1;
  const w = (deaths[0] as number) / terms;
  let logLikelihood = deaths[1] as number;
  for (let a = 0; a < columns; a++) score[a] = (score[a] as number) + (deaths[2 + a] as number);
  for (let k = 0; k < terms; k++) {
    const f = k / died;
    const s0 = (all[0] as number) - f * (dying[0] as number);
    logLikelihood -= w * Math.log(s0);
    const share = w / s0;
    let cell = 1 + columns;
    for (let a = 0; a < columns; a++) {
      const m = ((all[1 + a] as number) - f * (dying[1 + a] as number)) / s0;
      mean[a] = m;
      score[a] = (score[a] as number) - w * m;
      const wm = w * m;
      for (let b = 0; b <= a; b++, cell++) {
        const at = a * columns + b;
        information[at] =
          (information[at] as number) +
          share * ((all[cell] as number) - f * (dying[cell] as number)) -
          wm * (mean[b] as number);
      }
    }
  }
  return logLikelihood;
}

/** Copies the lower triangle to the upper. */
export function mirror(matrix: Float64Array, size: number): void {
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) matrix[b * size + a] = matrix[a * size + b] as number;
  }
}
