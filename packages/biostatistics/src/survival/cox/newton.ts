import { BiostatisticsError } from '../../errors.ts';
import { factor, solve } from '../ldl.ts';
import type { CoxDesign } from './design.ts';
import { type PartialLikelihood, partialLikelihood } from './partial-likelihood.ts';

/** A log likelihood with its derivatives at β on the design's scaled columns. */
export type Likelihood = (beta: Float64Array) => PartialLikelihood;

/** Where Newton's method may begin: the information there may be known roughly only. */
export interface Start {
  readonly beta: Float64Array;
  readonly likelihood: PartialLikelihood;
}

export interface Maximum {
  readonly beta: Float64Array;
  /** At β = 0 (or the given start). */
  readonly atStart: PartialLikelihood;
  readonly atMaximum: PartialLikelihood;
  readonly iterations: number;
  /** Columns whose coefficient runs to ±∞ (monotone likelihood); empty when there is a maximum. */
  readonly separated: readonly number[];
}

/** Converged when Uᵀ I⁻¹ U, twice what a step can still gain, is below this. */
const GAIN = 1e-18;
/** Below this a gain that no longer shrinks is rounding. */
const ROUNDING = 1e-10;
/**
 * A last step that moves no linear predictor by more than this leaves an error of its square, and changes the information
 * in the ninth digit at most: the likelihood is not worked out once more for it.
 */
const LAST_MOVE = 2e-9;
const MOST_ITERATIONS = 60;
const MOST_HALVINGS = 30;

/**
 * Newton–Raphson with step halving from β = 0.
 *
 * Monotone likelihood (complete separation: some combination of covariates orders the deaths
 * perfectly, so that a coefficient is infinite; Heinze & Schemper 2001) shows itself in steps that
 * keep moving somebody's linear predictor by about 1 while the likelihood no longer gains: two
 * such steps in a row are reported, with the columns that move.
 *
 * @param start where to begin instead, if the likelihood is greater there
 * @param enough a gain that is small enough to stop at, for a fit that need not be exact
 * @throws {BiostatisticsError} `singular` (collinear covariates, named), `not-converged`
 */
export function maximise(
  design: CoxDesign,
  likelihood: Likelihood = (beta) => partialLikelihood(design, beta),
  start?: Start,
  enough = 0,
): Maximum {
  const { columns, names } = design;
  let beta: Float64Array = new Float64Array(columns);
  const atStart = likelihood(beta);
  // Scaled columns vary by about 1, so an event brings about 1; what brings next to nothing is
  // the rounding of a column that is constant in every risk set.
  const { dependent } = factor(atStart.information, columns, undefined, 1e-13 * design.events);
  if (dependent.length > 0) {
    throw new BiostatisticsError(
      'singular',
      dependent.map((j) => names[j]).join(', '),
      'follows from the other covariates (collinear), or never varies among those at risk of an event; leave it out',
    );
  }
  const { range } = design;
  let current = atStart;
  // A start that is worse than none, as from few people it may be, is left out.
  let rough = false;
  if (
    start !== undefined &&
    sound(start.likelihood) &&
    start.likelihood.logLikelihood > atStart.logLikelihood
  ) {
    beta = start.beta;
    current = start.likelihood;
    rough = true;
  }
  let movedBefore = 0;
  let gainBefore = Number.POSITIVE_INFINITY;
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
    const factored = factor(current.information, columns);
    const step = solve(factored, current.score);
    let gain = 0;
    for (let j = 0; j < columns; j++) gain += (current.score[j] as number) * (step[j] as number);
    if (gain < enough) {
      return { beta, atStart, atMaximum: current, iterations: iterations - 1, separated: [] };
    }
    if (rough && gain < 1) {
      // So near that rough information would decide whether it is the maximum.
      current = likelihood(beta);
      rough = false;
      continue;
    }
    rough = false;
    if (gain < 1e-4) {
      const moved = greatestMove(design, range, step);
      if (moved > 0.3 && movedBefore > 0.3 && moved > movedBefore / 2) {
        const separated = movingColumns(range, step);
        return { beta, atStart, atMaximum: current, iterations, separated };
      }
      movedBefore = moved;
      if (gain < ROUNDING && moved < LAST_MOVE && factored.dependent.length === 0) {
        const last = beta.map((b, j) => b + (step[j] as number));
        const logLikelihood = current.logLikelihood + gain / 2;
        const atMaximum = { ...current, logLikelihood };
        return { beta: last, atStart, atMaximum, iterations, separated: [] };
      }
      const settled = gain < GAIN || (gain < ROUNDING && gain > gainBefore / 4);
      if (settled && moved < 1e-3 && factored.dependent.length === 0) {
        return { beta, atStart, atMaximum: current, iterations: iterations - 1, separated: [] };
      }
    }
    gainBefore = gain;
    const next = improve(likelihood, beta, step, current);
    if (next === undefined) {
      if (gain < 1e-8 && movedBefore < 1e-3) {
        // Rounding alone is left to gain.
        return { beta, atStart, atMaximum: current, iterations: iterations - 1, separated: [] };
      }
      break;
    }
    beta = next.beta;
    current = next.likelihood;
  }
  throw new BiostatisticsError(
    'not-converged',
    'covariates',
    'the partial likelihood has no maximum that could be found; look for extreme values',
  );
}

function improve(
  likelihood: Likelihood,
  beta: Float64Array,
  step: Float64Array,
  current: PartialLikelihood,
): { beta: Float64Array; likelihood: PartialLikelihood } | undefined {
  const slack = 1e-12 * Math.abs(current.logLikelihood);
  for (let halving = 0, size = 1; halving < MOST_HALVINGS; halving++, size /= 2) {
    const tried = beta.map((b, j) => b + size * (step[j] as number));
    const reached = likelihood(tried);
    if (reached.logLikelihood >= current.logLikelihood - slack && sound(reached)) {
      return { beta: tried, likelihood: reached };
    }
  }
  return undefined;
}

const sound = ({ score, information }: PartialLikelihood) =>
  score.every(Number.isFinite) && information.every(Number.isFinite);

/** Moves of a linear predictor below this are told apart by nobody. */
const SMALL_MOVE = 1e-4;

/** The greatest change of a linear predictor that `step` makes; an upper bound where that is small already. */
function greatestMove(
  { x, columns, people }: CoxDesign,
  range: Float64Array,
  step: Float64Array,
): number {
  const bound = step.reduce((sum, s, j) => sum + Math.abs(s) * (range[j] as number), 0);
  if (bound < SMALL_MOVE) return bound;
  let greatest = 0;
  for (let p = 0, cell = 0; p < people.row.length; p++) {
    let move = 0;
    for (let j = 0; j < columns; j++, cell++) move += (x[cell] as number) * (step[j] as number);
    if (Math.abs(move) > greatest) greatest = Math.abs(move);
  }
  return greatest;
}

function movingColumns(range: Float64Array, step: Float64Array): number[] {
  const moves = step.map((s, j) => Math.abs(s) * (range[j] as number));
  const most = Math.max(...moves);
  return Array.from(moves.keys()).filter((j) => (moves[j] as number) > most / 20);
}
