import { finite, type Numbers, notEmpty } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import { type Arranged, arrange } from '../data/arrange.ts';
import { asFloat64, checkCodes, type SurvivalInput } from '../data/input.ts';
import { peopleOf } from '../data/sorted-people.ts';

/** Events tied in time: Efron (1977), the default, or Breslow (1974). */
export type Ties = 'efron' | 'breslow';

/** What a proportional hazards model is fitted to. */
export interface CoxData extends SurvivalInput {
  /** One column a covariate, each length n. */
  readonly covariates: readonly Numbers[];
  /** Names of the columns, for results and messages; default x1, x2, … */
  readonly names?: readonly string[] | undefined;
  /** Baseline hazards of their own: 0 … s−1, one a row. */
  readonly strata?: Numbers | undefined;
  readonly ties?: Ties | undefined;
}

/**
 * The data laid out for Newton's method: people by stratum and ascending time, covariates by rows,
 * centred at their weighted mean and divided by their weighted standard deviation, so that nothing
 * overflows and no column outweighs another in the arithmetic.
 */
export interface CoxDesign {
  readonly people: Arranged;
  readonly columns: number;
  readonly names: readonly string[];
  readonly ties: Ties;
  /** people.n × columns by rows, in the order of positions. */
  readonly x: Float64Array;
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** The greatest absolute value of each column of `x`. */
  readonly range: Float64Array;
  /** Number of events (rows, not weights). */
  readonly events: number;
}

/**
 * @param mostCode highest event code allowed; code 1 is the event of interest
 * @throws {BiostatisticsError} see `checkInput`; `out-of-range` (weight 0, which no likelihood
 *   can use); `no-events`; `singular` (a covariate that does not vary)
 */
export function coxDesign(data: CoxData, mostCode = 1): CoxDesign {
  const sorted = peopleOf(data, mostCode);
  const { n, weight } = sorted.checked;
  weight?.forEach((w, index) => {
    if (w > 0) return;
    throw new BiostatisticsError(
      'out-of-range',
      { argument: 'weight', index },
      'has to be above 0',
    );
  });
  notEmpty('covariates', data.covariates);
  const names = data.covariates.map((_, j) => data.names?.[j] ?? `x${j + 1}`);
  const strata = data.strata && checkCodes('strata', data.strata, n);
  const people = arrange(sorted, strata);
  let events = 0;
  for (let p = 0; p < n; p++) if (people.event[p] === 1) events++;
  if (events === 0) {
    throw new BiostatisticsError('no-events', 'event', 'nobody had the event: nothing to model');
  }
  const columns = names.length;
  const mean = new Float64Array(columns);
  const scale = new Float64Array(columns);
  const range = new Float64Array(columns);
  data.covariates.forEach((column, j) => {
    const name = names[j] as string;
    if (column.length !== n) {
      throw new BiostatisticsError(
        'lengths-differ',
        name,
        `has ${column.length} values where time has ${n}; give one for each`,
      );
    }
    const { centre, spread, least, most } = moments(asFloat64(column), weight);
    // Moments of numbers are numbers; which value is none, or overflows, is searched for where they are not.
    if (!Number.isFinite(spread)) finite(name, column);
    if (!(spread > 0)) {
      throw new BiostatisticsError('singular', name, 'is the same for everybody; leave it out');
    }
    mean[j] = centre;
    scale[j] = spread;
    range[j] = Math.max(most - centre, centre - least) / spread;
  });
  const ties = data.ties ?? 'efron';
  return {
    people,
    columns,
    names,
    ties,
    x: scaledInOrder(data.covariates.map(asFloat64), mean, scale, people.row),
    mean,
    scale,
    range,
    events,
  };
}

/** Below this share of itself a sum of squares that is left by taking away has lost too many digits. */
const DIGITS_LEFT = 1e-4;

function moments(
  column: Float64Array,
  weight: Float64Array | undefined,
): { centre: number; spread: number; least: number; most: number } {
  // Around the first value, so that what is alike takes no digits.
  const first = column[0] as number;
  let total = 0;
  let sum = 0;
  let squares = 0;
  let least = first;
  let most = first;
  for (let i = 0; i < column.length; i++) {
    const w = weight === undefined ? 1 : (weight[i] as number);
    const value = column[i] as number;
    const from = value - first;
    total += w;
    sum += w * from;
    squares += w * from * from;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  const centre = first + sum / total;
  let around = squares - (sum * sum) / total;
  if (!(around > squares * DIGITS_LEFT)) {
    around = 0;
    for (let i = 0; i < column.length; i++) {
      const w = weight === undefined ? 1 : (weight[i] as number);
      around += w * ((column[i] as number) - centre) ** 2;
    }
  }
  const spread = Math.sqrt(around / total);
  const varies = !(spread <= Math.abs(centre) * 1e-14);
  return { centre, spread: varies ? spread : 0, least, most };
}

/** Rows that are scaled together, so that a row is written while it is near, whatever column it is written of. */
const BLOCK = 512;

/** The covariates centred, scaled and by rows, each row written once, at its position in `order`. */
function scaledInOrder(
  covariates: readonly Float64Array[],
  mean: Float64Array,
  scale: Float64Array,
  order: Uint32Array,
): Float64Array {
  const columns = covariates.length;
  const n = order.length;
  const place = new Uint32Array(n);
  for (let p = 0; p < n; p++) place[order[p] as number] = p * columns;
  const x = new Float64Array(n * columns);
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n);
    for (let j = 0; j < columns; j++) {
      const column = covariates[j] as Float64Array;
      const centre = mean[j] as number;
      const perSpread = 1 / (scale[j] as number);
      for (let i = from; i < to; i++) {
        x[(place[i] as number) + j] = ((column[i] as number) - centre) * perSpread;
      }
    }
  }
  return x;
}

/** Linear predictors Σ xⱼ βⱼ of everybody, in the order of positions; β on the scaled columns. */
export function linearPredictors(
  { x, columns, people }: CoxDesign,
  beta: Float64Array,
  into: Float64Array = new Float64Array(people.n),
): Float64Array {
  for (let p = 0, cell = 0; p < into.length; p++) {
    let eta = 0;
    let j = 0;
    for (; j + 1 < columns; j += 2, cell += 2) {
      eta +=
        (x[cell] as number) * (beta[j] as number) +
        (x[cell + 1] as number) * (beta[j + 1] as number);
    }
    if (j < columns) eta += (x[cell++] as number) * (beta[j] as number);
    into[p] = eta;
  }
  return into;
}
