import { finite, inRange, type Numbers, sameLength, wholeNumber } from '../checks.ts';
import { ascendingOrder } from '../survival/data/order.ts';
import { NearestFree } from './nearest-free.ts';
import { checkTreated } from './propensity-score.ts';

export type MatchOptions = {
  /**
   * Furthest match allowed, in standard deviations of the distance (√((s₁² + s₀²)/2) of the two
   * groups); 0.2 of the logit is Austin's (2011) advice and the default. Infinity: none.
   */
  readonly caliper?: number | undefined;
  /** Untreated to each treated, at most; default 1. */
  readonly ratio?: number | undefined;
  /** May an untreated person be matched more than once? Default false. */
  readonly replacement?: boolean | undefined;
  /** Order of matching: the greatest distance (default, hardest to match) or in order of rows. */
  readonly order?: 'largest' | 'rows' | undefined;
};

export type Matching = {
  /** Pairs: row of the treated and of the untreated matched to it. */
  readonly treated: Uint32Array;
  readonly untreated: Uint32Array;
  /** Treated rows without a match. */
  readonly unmatched: Uint32Array;
  /**
   * One a row: 1 for a matched treated; for an untreated the sum, over the treated it serves, of
   * 1 / (their matches), scaled so that matched untreated have mean 1; 0 for the unmatched. For
   * `standardisedDifference` and weighted estimators (as MatchIt's weights).
   */
  readonly weight: Float64Array;
  /** Caliper in units of the distance. */
  readonly caliper: number;
};

/**
 * Greedy nearest-neighbour matching (Rosenbaum & Rubin 1985, Am Stat 39:33; Austin 2011, Pharm Stat
 * 10:150): each treated in turn takes the nearest untreated still free within the caliper; with
 * `ratio` k, k rounds. Of two equally near, the one of lower distance value, then of the earlier
 * row, is taken.
 *
 * O(n log n): untreated sorted once, neighbours still free found by union–find.
 *
 * @param distance one a person, e.g. the logit of the propensity score
 * @throws {BiostatisticsError} `lengths-differ`, `not-finite`, `one-group`, `out-of-range`
 */
export function nearestNeighbourMatching(
  treated: Numbers,
  distance: Numbers,
  options: MatchOptions = {},
): Matching {
  sameLength({ treated, distance });
  finite('distance', distance);
  checkTreated(treated);
  const ratio = options.ratio ?? 1;
  wholeNumber('ratio', ratio, 1);
  const width = options.caliper ?? 0.2;
  inRange('caliper', width, 0, Infinity);
  const caliper = width === Infinity ? Infinity : width * pooledDeviation(treated, distance);

  const order = ascendingOrder(Float64Array.from(distance));
  const free = Array.from(order).filter((i) => treated[i] === 0);
  const queue =
    options.order === 'rows'
      ? Array.from({ length: treated.length }, (_, i) => i).filter((i) => treated[i] === 1)
      : Array.from(order)
          .filter((i) => treated[i] === 1)
          .reverse();
  const pool = new NearestFree(Float64Array.from(free, (i) => distance[i] as number));
  const matches = new Map<number, number[]>();
  for (let round = 0; round < ratio; round++) {
    for (const i of queue) {
      const own = matches.get(i) ?? [];
      // Who found nobody in an earlier round will not later.
      if (own.length < round) continue;
      const place = pool.nearest(distance[i] as number, caliper, new Set(own));
      if (place < 0) continue;
      own.push(place);
      matches.set(i, own);
      if (options.replacement !== true) pool.take(place);
    }
  }
  return collect(treated, queue, matches, free, caliper);
}

function collect(
  treated: Numbers,
  queue: readonly number[],
  matches: ReadonlyMap<number, readonly number[]>,
  free: readonly number[],
  caliper: number,
): Matching {
  const weight = new Float64Array(treated.length);
  const pairs: [number, number][] = [];
  const unmatched: number[] = [];
  for (const i of queue.toSorted((a, b) => a - b)) {
    const own = matches.get(i) ?? [];
    if (own.length === 0) unmatched.push(i);
    for (const place of own) {
      const j = free[place] as number;
      pairs.push([i, j]);
      weight[i] = 1;
      weight[j] = (weight[j] as number) + 1 / own.length;
    }
  }
  const used = free.filter((j) => (weight[j] as number) > 0);
  const sum = used.reduce((total, j) => total + (weight[j] as number), 0);
  for (const j of used) weight[j] = ((weight[j] as number) * used.length) / sum;
  return {
    treated: Uint32Array.from(pairs, ([i]) => i),
    untreated: Uint32Array.from(pairs, ([, j]) => j),
    unmatched: Uint32Array.from(unmatched),
    weight,
    caliper,
  };
}

function pooledDeviation(treated: Numbers, distance: Numbers): number {
  const variance = (group: 0 | 1) => {
    let n = 0;
    let mean = 0;
    let squares = 0;
    for (let i = 0; i < treated.length; i++) {
      if (treated[i] !== group) continue;
      n++;
      const off = (distance[i] as number) - mean;
      mean += off / n;
      squares += off * ((distance[i] as number) - mean);
    }
    return n < 2 ? 0 : squares / (n - 1);
  };
  return Math.sqrt((variance(0) + variance(1)) / 2);
}
