import { type CoxDesign, linearPredictors } from './design.ts';
import { mirror } from './event-time.ts';
import { exposedHazards } from './exposed-hazards.ts';
import { type RiskSums, risksOf, walkRiskSets } from './risk-sets.ts';

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

/** Arrays by position that one likelihood after another is worked out in. */
export interface LikelihoodRoom {
  readonly risk: Float64Array;
  readonly hazard: Float64Array;
  readonly spared: Float64Array;
  readonly exposed: Float64Array;
}

export const likelihoodRoom = ({ people: { row } }: CoxDesign): LikelihoodRoom => ({
  risk: new Float64Array(row.length),
  hazard: new Float64Array(row.length),
  spared: new Float64Array(row.length),
  exposed: new Float64Array(row.length),
});

/**
 * Cox's partial likelihood (Cox 1972, eq. 12; 1975) with ties after Efron (1977) or Breslow (1974).
 * At an event time with deaths D of total weight W, risk set R and r = w exp(η), k = 0 … d−1,
 * f = k/d (Breslow: one term, f = 0):
 *
 *   ℓ = Σ_D w η − Σ_k (W/d) log S₀ₖ,   S₀ₖ = Σ_R r − f Σ_D r,
 *   U = Σ_D w x − Σ_k (W/d) x̄ₖ,   I = Σ_k (W/d) (S₂ₖ/S₀ₖ − x̄ₖ x̄ₖᵀ)
 *
 * with weights as in Therneau & Grambsch (2000), §7.1. The first part of I is summed by people, because
 * Σ_k (W/d) S₂ₖ/S₀ₖ = Σᵢ rᵢ Λᵢ xᵢ xᵢᵀ with Λᵢ the cumulative hazard that i was exposed to: only first moments are then
 * carried from one risk set to the next. O(n p²).
 *
 * @param room given by who asks for several, one after another
 */
export function partialLikelihood(
  design: CoxDesign,
  beta: Float64Array,
  room: LikelihoodRoom = likelihoodRoom(design),
): PartialLikelihood {
  const { columns, people } = design;
  const efron = design.ties === 'efron';
  const eta = linearPredictors(design, beta);
  const risk = risksOf(design, eta, room.risk);
  const score = new Float64Array(columns);
  const means = new Float64Array(columns * columns);
  const hazard = room.hazard.fill(0);
  const spared = room.spared.fill(0);
  let logLikelihood = 0;
  walkRiskSets(design, eta, risk, 1, (sums) => {
    const { all, dying, deaths, died, from } = sums;
    const terms = efron ? died : 1;
    const w = (deaths[0] as number) / terms;
    if (died === 1) {
      const s0 = all[0] as number;
      const share = w / s0;
      logLikelihood += (deaths[1] as number) - w * Math.log(s0);
      hazard[from] = share;
      addAlone(sums, columns, share, share / s0, score, means);
      return;
    }
    let inverse = 0;
    let fInverse = 0;
    let squares = 0;
    let fSquares = 0;
    let ffSquares = 0;
    let logs = 0;
    for (let k = 0; k < terms; k++) {
      const f = k / died;
      const s0 = (all[0] as number) - f * (dying[0] as number);
      const i = 1 / s0;
      logs += Math.log(s0);
      inverse += i;
      fInverse += f * i;
      squares += i * i;
      fSquares += f * i * i;
      ffSquares += f * f * i * i;
    }
    logLikelihood += (deaths[1] as number) - w * logs;
    hazard[from] = w * inverse;
    spared[from] = w * fInverse;
    addScore(sums, columns, w * inverse, w * fInverse, score);
    addMeans(sums, columns, w * squares, w * fSquares, w * ffSquares, means);
  });
  const information = weightedProducts(
    design,
    exposedHazards(people, risk, hazard, spared, room.exposed),
  );
  for (let cell = 0; cell < means.length; cell++) {
    information[cell] = (information[cell] as number) - (means[cell] as number);
  }
  mirror(information, columns);
  return { logLikelihood, score, information, eta };
}

/** Adds one death, alone at its time: w x − w S₁/S₀ to the score, w (S₁/S₀)(S₁/S₀)ᵀ to the means (lower triangle). */
function addAlone(
  { all, deaths }: RiskSums,
  columns: number,
  inverse: number,
  square: number,
  score: Float64Array,
  means: Float64Array,
): void {
  for (let a = 0; a < columns; a++) {
    const s = all[1 + a] as number;
    score[a] = (score[a] as number) + (deaths[2 + a] as number) - inverse * s;
    const weighted = square * s;
    const at = a * columns;
    for (let b = 0; b <= a; b++) {
      means[at + b] = (means[at + b] as number) + weighted * (all[1 + b] as number);
    }
  }
}

/** Adds Σ_D w x − Σ_k (W/d) x̄ₖ of one event time, given Σ_k (W/d)/S₀ₖ and Σ_k f (W/d)/S₀ₖ. */
function addScore(
  { all, dying, deaths, died }: RiskSums,
  columns: number,
  inverse: number,
  fInverse: number,
  score: Float64Array,
): void {
  for (let a = 0; a < columns; a++) {
    const mean = inverse * (all[1 + a] as number);
    const less = died > 1 ? fInverse * (dying[1 + a] as number) : 0;
    score[a] = (score[a] as number) + (deaths[2 + a] as number) - (mean - less);
  }
}

/**
 * Adds Σ_k (W/d) x̄ₖ x̄ₖᵀ of one event time (lower triangle): with S₁ over the risk set and D₁ over the dying,
 * x̄ₖ = (S₁ − f D₁)/S₀ₖ, so that sums of 1, f and f² over S₀ₖ² stand for all k.
 */
function addMeans(
  { all, dying, died }: RiskSums,
  columns: number,
  squares: number,
  fSquares: number,
  ffSquares: number,
  means: Float64Array,
): void {
  for (let a = 0; a < columns; a++) {
    const s = all[1 + a] as number;
    const weighted = squares * s;
    const at = a * columns;
    for (let b = 0; b <= a; b++) {
      means[at + b] = (means[at + b] as number) + weighted * (all[1 + b] as number);
    }
    if (died === 1) continue;
    const d = dying[1 + a] as number;
    const fd = fSquares * d;
    const rest = ffSquares * d - fSquares * s;
    for (let b = 0; b <= a; b++) {
      means[at + b] =
        (means[at + b] as number) - fd * (all[1 + b] as number) + rest * (dying[1 + b] as number);
    }
  }
}

/** Rows summed by themselves before they are added to the whole, so that rounding does not grow with n. */
const CHUNK = 4096;

/** Σᵢ vᵢ xᵢ xᵢᵀ, lower triangle. */
function weightedProducts({ x, columns }: CoxDesign, v: Float64Array): Float64Array {
  const total = new Float64Array(columns * columns);
  const part = new Float64Array((columns * (columns + 1)) / 2);
  for (let from = 0; from < v.length; from += CHUNK) {
    part.fill(0);
    const to = Math.min(from + CHUNK, v.length);
    let p = from;
    let cell = from * columns;
    // Four rows at once: each sum is then read and written a quarter as often.
    for (; p + 3 < to; p += 4, cell += 4 * columns) {
      const one = cell + columns;
      const two = one + columns;
      const three = two + columns;
      const v0 = v[p] as number;
      const v1 = v[p + 1] as number;
      const v2 = v[p + 2] as number;
      const v3 = v[p + 3] as number;
      for (let a = 0, k = 0; a < columns; a++) {
        const x0 = v0 * (x[cell + a] as number);
        const x1 = v1 * (x[one + a] as number);
        const x2 = v2 * (x[two + a] as number);
        const x3 = v3 * (x[three + a] as number);
        for (let b = 0; b <= a; b++, k++) {
          part[k] =
            (part[k] as number) +
            (x0 * (x[cell + b] as number) + x1 * (x[one + b] as number)) +
            (x2 * (x[two + b] as number) + x3 * (x[three + b] as number));
        }
      }
    }
    for (; p < to; p++, cell += columns) {
      const w = v[p] as number;
      for (let a = 0, k = 0; a < columns; a++) {
        const wx = w * (x[cell + a] as number);
        for (let b = 0; b <= a; b++, k++) {
          part[k] = (part[k] as number) + wx * (x[cell + b] as number);
        }
      }
    }
    for (let a = 0, k = 0; a < columns; a++) {
      for (let b = 0; b <= a; b++, k++) {
        const at = a * columns + b;
        total[at] = (total[at] as number) + (part[k] as number);
      }
    }
  }
  return total;
}
