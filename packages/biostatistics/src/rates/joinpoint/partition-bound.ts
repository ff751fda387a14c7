import type { Spacing } from './candidates.ts';
import type { WeightedSeries } from './series.ts';

/**
 * A number no set of `joins` joins can fit below: the smallest residual sum of squares of
 * joins + 1 straight lines that need not meet, over all ways of cutting the years into runs of the
 * lengths the spacing allows. Dynamic programming, joins·n² steps, where the exact search takes
 * n^joins: it spares the permutation test most of its searches without changing its answer.
 *
 * @returns bound for a response √w·y
 */
export function partitionBound(
  { years, rootWeights }: WeightedSeries,
  joins: number,
  { toEnds = 2, between = 2, gridPoints = 0 }: Spacing,
): (response: Float64Array) => number {
  const n = years.length;
  // A join on a year belongs to the run it ends.
  const onYear = gridPoints === 0 ? 1 : 0;
  const shortest = (run: number) =>
    Math.max(1, run === joins ? toEnds : (run === 0 ? toEnds : between) + onYear);
  const middle = ((years[0] as number) + (years[n - 1] as number)) / 2;
  const x = years.map((year) => year - middle);
  const weight = runningSums(rootWeights.map((root) => root * root));
  const weightX = runningSums(rootWeights.map((root, i) => root * root * (x[i] as number)));
  const weightXx = runningSums(rootWeights.map((root, i) => (root * (x[i] as number)) ** 2));
  let before = new Float64Array(n + 1);
  let now = new Float64Array(n + 1);

  return (response) => {
    const sumY = runningSums(response.map((value, i) => value * (rootWeights[i] as number)));
    const sumXy = runningSums(
      response.map((value, i) => value * (rootWeights[i] as number) * (x[i] as number)),
    );
    const sumYy = runningSums(response.map((value) => value * value));
    /** Residual sum of squares of one line through years from … to − 1. */
    const line = (from: number, to: number) => {
      const w = within(weight, from, to);
      const wx = within(weightX, from, to);
      const wy = within(sumY, from, to);
      const spread = within(weightXx, from, to) - (wx * wx) / w;
      const shared = within(sumXy, from, to) - (wx * wy) / w;
      const flat = within(sumYy, from, to) - (wy * wy) / w;
      return to - from < 3 ? 0 : Math.max(0, flat - (shared * shared) / spread);
    };
    before.fill(Infinity);
    before[0] = 0;
    let reach = 0;
    for (let run = 0; run <= joins; run++) {
      now.fill(Infinity);
      const least = shortest(run);
      for (let to = reach + least; to <= n; to++) {
        if (run === joins && to < n) continue;
        let best = Infinity;
        for (let from = reach; from <= to - least; from++) {
          const sofar = before[from] as number;
          if (sofar >= best) continue;
          const sum = sofar + line(from, to);
          if (sum < best) best = sum;
        }
        now[to] = best;
      }
      reach += least;
      [before, now] = [now, before];
    }
    return before[n] as number;
  };
}

/** sums[i] is the sum of the first i values. */
function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] as number) + (values[i] as number);
  return sums;
}

function within(sums: Float64Array, from: number, to: number): number {
  return (sums[to] as number) - (sums[from] as number);
}
