import { type CoxDesign, linearPredictors } from './design.ts';
import { type EventHazards, emptyHazards, eventHazards } from './event-hazards.ts';
import { mirror } from './event-time.ts';
import { exposedHazards } from './exposed-hazards.ts';
import { productSums } from './product-sums.ts';
import { risksOf } from './risk-sets.ts';
import { addRows } from './row-sums.ts';

/** The log partial likelihood at β with its first two derivatives, on the scaled columns. */
export interface PartialLikelihood {
  readonly logLikelihood: number;
  /** ∂/∂β, length p. */
  readonly score: Float64Array;
  /** −∂²/∂β², p × p by rows. */
  readonly information: Float64Array;
}

/** Arrays that one likelihood after another is worked out in. */
export interface LikelihoodRoom {
  /** By position. */
  readonly risk: Float64Array;
  /** By position; the linear predictors before. */
  readonly exposed: Float64Array;
  readonly hazards: EventHazards;
}

export const likelihoodRoom = (design: CoxDesign): LikelihoodRoom => {
  const { length } = design.people.row;
  return {
    risk: new Float64Array(length),
    exposed: new Float64Array(length),
    hazards: emptyHazards(design),
  };
};

/**
 * Cox's partial likelihood (Cox 1972, eq. 12; 1975) with ties after Efron (1977) or Breslow (1974).
 * At an event time with deaths D of total weight W, risk set R and r = w exp(η), k = 0 … d−1,
 * f = k/d (Breslow: one term, f = 0):
 *
 *   ℓ = Σ_D w η − Σ_k (W/d) log S₀ₖ,   S₀ₖ = Σ_R r − f Σ_D r,
 *   U = Σ_D w x − Σ_k (W/d) x̄ₖ,   I = Σ_k (W/d) (S₂ₖ/S₀ₖ − x̄ₖ x̄ₖᵀ)
 *
 * with weights as in Therneau & Grambsch (2000), §7.1. Moments over risk sets are summed by people, because
 * Σ_k (W/d) S₁ₖ/S₀ₖ = Σᵢ rᵢ Λᵢ xᵢ, and so S₂ₖ with xᵢ xᵢᵀ, with Λᵢ the cumulative hazard that i was exposed to: U is the
 * sum of martingale residuals times covariates, and only what I takes away needs first moments at every event time. O(n p²).
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
  const { columns, people, x } = design;
  const fromZero = beta.every((b) => b === 0);
  const eta = fromZero ? undefined : linearPredictors(design, beta, room.exposed);
  const risk = risksOf(design, eta, room.risk);
  const means = new Float64Array(columns * columns);
  const logLikelihood = eventHazards(design, eta, risk, room.hazards, known ? undefined : means);
  const exposed = exposedHazards(people, risk, room.hazards, room.exposed);
  const score = sumOfResiduals(design, exposed);
  if (known !== undefined) return { logLikelihood, score, information: known };
  const information = productSums(columns).addAll(x, exposed).total();
  for (let cell = 0; cell < means.length; cell++)
    information[cell] = (information[cell] as number) - (means[cell] as number);
  mirror(information, columns);
  return { logLikelihood, score, information };
}

/** Rows summed by themselves before they are added to the whole, so that rounding does not grow with n. */
const ROWS = 512;

/** Σ M x over everybody, with M the martingale residual: w of those who die, less the hazard that one was exposed to. */
function sumOfResiduals({ people, x, columns }: CoxDesign, exposed: Float64Array): Float64Array {
  const { event, weight } = people;
  const n = exposed.length;
  const whole = new Float64Array(columns);
  const part = new Float64Array(columns);
  const residual = new Float64Array(ROWS);
  for (let begin = 0; begin < n; begin += ROWS) {
    const rows = Math.min(ROWS, n - begin);
    for (let i = 0, p = begin; i < rows; i++, p++) {
      const dies = event[p] as number;
      const w = weight === undefined ? dies : dies * (weight[p] as number);
      residual[i] = w - (exposed[p] as number);
    }
    addRows(part, x, residual, begin, rows);
    for (let a = 0; a < columns; a++) {
      whole[a] = (whole[a] as number) + (part[a] as number);
      part[a] = 0;
    }
  }
  return whole;
}
