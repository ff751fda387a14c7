import { finite, type Numbers, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { cholesky, choleskySolve } from '../numeric/dense.ts';

/** Who is in which of several groups, and what is known of them. */
export interface GroupInput {
  /** 0 … groups−1, one a person. */
  readonly group: Numbers;
  /** Two or more. */
  readonly groups: number;
  /** One column a covariate, the intercept not among them. */
  readonly covariates: readonly Numbers[];
}

const MOST_ITERATIONS = 60;
/** A linear predictor beyond it is a probability of 0 or 1 in double precision within a person's reach. */
const RUN_OFF = 25;

/** Persons with the same covariates: one row of the design, and how many of them are in each group. */
interface Pattern {
  readonly x: Float64Array;
  readonly counts: Float64Array;
  total: number;
}

const patternsOf = ({ group, groups, covariates }: GroupInput) => {
  const found = new Map<string, number>();
  const patterns: Pattern[] = [];
  const of = new Int32Array(group.length);
  for (let i = 0; i < group.length; i++) {
    const values = covariates.map((column) => column[i] as number);
    const key = values.join(' ');
    let place = found.get(key);
    if (place === undefined) {
      place = patterns.length;
      found.set(key, place);
      patterns.push({
        x: Float64Array.of(1, ...values),
        counts: new Float64Array(groups),
        total: 0,
      });
    }
    const pattern = patterns[place] as Pattern;
    const own = group[i] as number;
    pattern.counts[own] = (pattern.counts[own] as number) + 1;
    pattern.total++;
    of[i] = place;
  }
  return { patterns, of };
};

const predictor = (x: Float64Array, beta: Float64Array, from: number): number => {
  let eta = 0;
  for (let j = 0; j < x.length; j++) eta += (x[j] as number) * (beta[from + j] as number);
  return eta;
};

/** Probabilities of the groups at a design row; group 0 is the one compared with. */
const probabilitiesAt = (x: Float64Array, beta: Float64Array, groups: number): Float64Array => {
  const eta = Float64Array.from({ length: groups }, (_, k) =>
    k === 0 ? 0 : predictor(x, beta, (k - 1) * x.length),
  );
  const most = Math.max(...eta);
  const odds = eta.map((each) => Math.exp(each - most));
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((each) => each / sum);
};

const logLikelihood = (patterns: readonly Pattern[], beta: Float64Array, groups: number): number =>
  patterns.reduce((sum, { x, counts }) => {
    const p = probabilitiesAt(x, beta, groups);
    return counts.reduce((own, n, k) => (n === 0 ? own : own + n * Math.log(p[k] as number)), sum);
  }, 0);

/** Score and information (lower triangle) at β. */
const equations = (patterns: readonly Pattern[], beta: Float64Array, groups: number, p: number) => {
  const size = (groups - 1) * p;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  for (const { x, counts, total } of patterns) {
    const pi = probabilitiesAt(x, beta, groups);
    for (let k = 1; k < groups; k++) {
      const pk = pi[k] as number;
      const off = (counts[k] as number) - total * pk;
      for (let j = 0; j < p; j++) {
        const row = (k - 1) * p + j;
        const xj = x[j] as number;
        score[row] = (score[row] as number) + off * xj;
        for (let l = 1; l <= k; l++) {
          const weight = total * pk * ((l === k ? 1 : 0) - (pi[l] as number)) * xj;
          const end = l === k ? j : p - 1;
          for (let m = 0; m <= end; m++) {
            const at = row * size + (l - 1) * p + m;
            information[at] = (information[at] as number) + weight * (x[m] as number);
          }
        }
      }
    }
  }
  return { score, information, size };
};

const separated = () =>
  new BiostatisticsError(
    'complete-separation',
    'covariates',
    'decide who is in which group for some people, so that nobody of another group can stand for them; leave a covariate out',
  );

const stepOf = (
  { score, information, size }: ReturnType<typeof equations>,
  first: boolean,
): Float64Array => {
  try {
    return choleskySolve(cholesky(information, size), size, score);
  } catch (error) {
    if (!(error instanceof BiostatisticsError)) throw error;
    if (!first) throw separated();
    throw new BiostatisticsError(
      'singular',
      'covariates',
      'a column is constant or a combination of others; leave it out',
    );
  }
};

/**
 * Probability of each person to be in each group given the covariates: multinomial logistic regression by maximum likelihood
 * (McCullagh & Nelder 1989, §5.2), Newton's method with halved steps, over patterns of covariates. With two groups the
 * propensity score (Imbens 2000, Biometrika 87:706, for more).
 *
 * O(patterns × (groups × covariates)²) an iteration.
 *
 * @returns a column a group, each of one probability a person
 * @throws {BiostatisticsError} `lengths-differ`, `not-finite`, `out-of-range` (a group that is none), `one-group` (a group of
 * nobody), `singular`, `complete-separation`
 */
export function groupProbabilities(input: GroupInput): Float64Array[] {
  const { group, groups, covariates } = input;
  sameLength({ group, ...Object.fromEntries(covariates.map((c, i) => [`covariate ${i}`, c])) });
  for (const column of covariates) finite('covariates', column);
  const seen = new Set<number>();
  for (let index = 0; index < group.length; index++) {
    const own = group[index] as number;
    if (!Number.isInteger(own) || own < 0 || own >= groups)
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'group', index },
        `is ${own}; groups go from 0 to ${groups - 1}`,
      );
    seen.add(own);
  }
  if (groups < 2 || seen.size < groups)
    throw new BiostatisticsError(
      'one-group',
      'group',
      'two groups or more are compared, each of somebody',
    );
  const { patterns, of } = patternsOf(input);
  const p = covariates.length + 1;
  const beta = new Float64Array((groups - 1) * p);
  let likelihood = logLikelihood(patterns, beta, groups);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const step = stepOf(equations(patterns, beta, groups, p), iteration === 0);
    const before = beta.slice();
    let [size, next] = [1, Number.NEGATIVE_INFINITY];
    for (let halved = 0; halved < 30; halved++, size /= 2) {
      for (let j = 0; j < beta.length; j++)
        beta[j] = (before[j] as number) + size * (step[j] as number);
      next = logLikelihood(patterns, beta, groups);
      if (next >= likelihood - 1e-12 * Math.abs(likelihood)) break;
    }
    likelihood = next;
    let [moved, furthest] = [0, 0];
    for (const { x } of patterns)
      for (let k = 0; k < groups - 1; k++) {
        const eta = predictor(x, beta, k * p);
        moved = Math.max(moved, Math.abs(eta - predictor(x, before, k * p)));
        furthest = Math.max(furthest, Math.abs(eta));
      }
    if (furthest > RUN_OFF) throw separated();
    if (moved < 1e-9) {
      const all = patterns.map(({ x }) => probabilitiesAt(x, beta, groups));
      return Array.from({ length: groups }, (_, k) =>
        Float64Array.from(of, (place) => (all[place] as Float64Array)[k] as number),
      );
    }
  }
  throw separated();
}
