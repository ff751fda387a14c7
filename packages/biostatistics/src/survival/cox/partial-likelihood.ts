import { type CoxDesign, linearPredictors } from './design.ts';
import { mirror } from './event-time.ts';
import { exposedHazards } from './exposed-hazards.ts';
import { productSums } from './product-sums.ts';
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
  /** Σ w x over all who die, which no β changes. */
  readonly dying: Float64Array;
}

export const likelihoodRoom = (design: CoxDesign): LikelihoodRoom => {
  const { row } = design.people;
  return {
    risk: new Float64Array(row.length),
    hazard: new Float64Array(row.length),
    spared: new Float64Array(row.length),
    exposed: new Float64Array(row.length),
    dying: sumOfDying(design),
  };
};

function sumOfDying({ people: { event, weight }, x, columns }: CoxDesign): Float64Array {
  const sums = blockSums(columns);
  for (let p = 0, cell = 0; p < event.length; p++, cell += columns) {
    if (event[p] !== 0) sums.add(x, cell, weight === undefined ? 1 : (weight[p] as number));
  }
  return sums.total();
}

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
 * @param known the information where it is known well enough: it is not worked out then
 */
export function partialLikelihood(
  design: CoxDesign,
  beta: Float64Array,
  room: LikelihoodRoom = likelihoodRoom(design),
  known?: Float64Array,
): PartialLikelihood {
  const { columns, people } = design;
  const efron = design.ties === 'efron';
  const fromZero = beta.every((b) => b === 0);
  const eta = fromZero ? new Float64Array(people.row.length) : linearPredictors(design, beta);
  const risk = risksOf(design, fromZero ? undefined : eta, room.risk);
  const exposedScore = blockSums(columns);
  const means = productSums(columns);
  const hazard = known ? room.hazard : room.hazard.fill(0);
  const spared = known ? room.spared : room.spared.fill(0);
  let logLikelihood = beta.reduce((sum, b, a) => sum + b * (room.dying[a] as number), 0);
  const tied = new Float64Array(columns * columns);
  const logarithm = productLogarithm();
  walkRiskSets(design, eta, risk, 1, (sums) => {
    const { all, dying, deaths, died, from } = sums;
    const terms = efron ? died : 1;
    const w = (deaths[0] as number) / terms;
    if (died === 1) {
      const s0 = all[0] as number;
      const share = w / s0;
      logLikelihood -= w === 1 ? logarithm.add(s0) : w * Math.log(s0);
      exposedScore.add(all, 1, share);
      if (known !== undefined) return;
      hazard[from] = share;
      means.add(all, 1, share / s0);
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
      logs += w === 1 ? logarithm.add(s0) : Math.log(s0);
      inverse += i;
      fInverse += f * i;
      squares += i * i;
      fSquares += f * i * i;
      ffSquares += f * f * i * i;
    }
    logLikelihood -= w * logs;
    exposedScore.add(all, 1, w * inverse);
    exposedScore.add(dying, 1, -w * fInverse);
    if (known !== undefined) return;
    hazard[from] = w * inverse;
    spared[from] = w * fInverse;
    addMeans(sums, columns, w * squares, w * fSquares, w * ffSquares, tied);
  });
  logLikelihood -= logarithm.rest();
  const expected = exposedScore.total();
  const score = room.dying.map((sum, a) => sum - (expected[a] as number));
  if (known !== undefined) return { logLikelihood, score, information: known, eta };
  const exposed = exposedHazards(people, risk, hazard, spared, room.exposed);
  const information = productSums(columns).addAll(design.x, exposed).total();
  const alone = means.total();
  for (let cell = 0; cell < tied.length; cell++) {
    information[cell] =
      (information[cell] as number) - (alone[cell] as number) - (tied[cell] as number);
  }
  mirror(information, columns);
  return { logLikelihood, score, information, eta };
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

/** Rows summed by themselves before they are added to the whole, so that rounding does not grow with n. */
const ROWS = 512;

/** Sums of rows, each times its share, as they grow. */
function blockSums(columns: number) {
  const whole = new Float64Array(columns);
  const part = new Float64Array(columns);
  let rows = 0;
  const total = (): Float64Array => {
    for (let a = 0; a < columns; a++) {
      whole[a] = (whole[a] as number) + (part[a] as number);
      part[a] = 0;
    }
    rows = 0;
    return whole;
  };
  return {
    add: (values: Float64Array, from: number, share: number): void => {
      for (let a = 0; a < columns; a++) {
        part[a] = (part[a] as number) + share * (values[from + a] as number);
      }
      if (++rows === ROWS) total();
    },
    total,
  };
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
