import type { DisclosureRule } from './rule.ts';

/** What a count may be moved by, and how likely. */
export interface Noise {
  /** Ascending. */
  readonly moves: readonly number[];
  readonly probabilities: readonly number[];
}

const MOST_STEPS = 200;
const CLOSE = 1e-12;

/** Probabilities ∝ exp(a·x + b·x²): of all with their mean and variance, those of the greatest entropy. */
const exponential = (moves: readonly number[], a: number, b: number) => {
  const exponents = moves.map((x) => a * x + b * x * x);
  const most = Math.max(...exponents);
  const weights = exponents.map((e) => Math.exp(e - most));
  const sum = weights.reduce((s, w) => s + w, 0);
  return { probabilities: weights.map((w) => w / sum), log: most + Math.log(sum) };
};

/** The variance that moves of mean 0 can have at most: half of it at either end. */
const widest = (moves: readonly number[]): number =>
  -(moves[0] as number) * (moves.at(-1) as number);

/** The variance that moves of mean 0 have at least: the two nearest to 0 on either side, or none at all. */
const narrowest = (moves: readonly number[]): number => {
  if (moves.includes(0)) return 0;
  const below = Math.max(...moves.filter((x) => x < 0));
  const above = Math.min(...moves.filter((x) => x > 0));
  return -below * above;
};

/**
 * The distribution of greatest entropy over `moves` with mean 0 and a variance: Newton's method on the convex dual.
 * @throws {RangeError} where no distribution over the moves has both
 */
export const maximumEntropy = (moves: readonly number[], variance: number): Noise => {
  if (!(variance > narrowest(moves) && variance < widest(moves)))
    throw new RangeError(
      `No moves among ${moves.join(', ')} have mean 0 and variance ${variance}.`,
    );
  let [a, b] = [0, 0];
  const dual = (x: number, y: number) => exponential(moves, x, y).log - y * variance;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { probabilities } = exponential(moves, a, b);
    const moment = (k: number) =>
      moves.reduce((sum, x, i) => sum + (probabilities[i] as number) * x ** k, 0);
    const [m1, m2, m3, m4] = [moment(1), moment(2), moment(3), moment(4)];
    const [g1, g2] = [m1, m2 - variance];
    if (Math.abs(g1) < CLOSE && Math.abs(g2) < CLOSE) break;
    const [h11, h12, h22] = [m2 - m1 * m1, m3 - m1 * m2, m4 - m2 * m2];
    const determinant = h11 * h22 - h12 * h12;
    const da = (h22 * g1 - h12 * g2) / determinant;
    const db = (h11 * g2 - h12 * g1) / determinant;
    let size = 1;
    const now = dual(a, b);
    while (size > 1e-9 && dual(a - size * da, b - size * db) > now + 1e-15) size /= 2;
    a -= size * da;
    b -= size * db;
  }
  return { moves, probabilities: exponential(moves, a, b).probabilities };
};

const still: Noise = { moves: [0], probabilities: [1] };

/**
 * How a count is moved: never below 0, never to what is never shown, mean 0. Counts so small that no moves have the
 * variance asked for have half of what they can have.
 */
export const noiseOfCount = (
  count: number,
  { variance, deviation, never }: DisclosureRule,
): Noise => {
  if (count === 0 || variance === 0) return still;
  const moves: number[] = [];
  for (let x = -Math.min(deviation, count); x <= deviation; x++)
    if (!never.includes(count + x)) moves.push(x);
  const [least, most] = [narrowest(moves), widest(moves)];
  return maximumEntropy(moves, variance < most && variance > least ? variance : (least + most) / 2);
};

/** By count, from 0 to where counts are all moved alike; each as the sums of its probabilities. */
export interface NoiseTable {
  readonly moves: readonly (readonly number[])[];
  readonly sums: readonly Float64Array[];
}

const made = new WeakMap<DisclosureRule, NoiseTable>();

/** Made once a rule. */
export const noiseTable = (rule: DisclosureRule): NoiseTable => {
  const known = made.get(rule);
  if (known !== undefined) return known;
  const alike = rule.deviation + Math.max(0, ...rule.never) + 1;
  const rows = Array.from({ length: alike + 1 }, (_, count) => noiseOfCount(count, rule));
  const table: NoiseTable = {
    moves: rows.map(({ moves }) => moves),
    sums: rows.map(({ probabilities }) => {
      let sum = 0;
      return Float64Array.from(probabilities, (p) => {
        sum += p;
        return sum;
      });
    }),
  };
  made.set(rule, table);
  return table;
};
