import { adjustPValues } from '@nodp/biostatistics';
import type { DisclosedPoint } from '@nodp/disclosure';
import { logRankOfShown } from '../cohorts/shown-log-rank.ts';

const Z = 1.959963984540054;
const rounded = (value: number): number => Number(value.toFixed(2));
const three = (value: number): number => Number(value.toPrecision(3));

interface Mean {
  readonly until: number;
  readonly mean: number;
  readonly variance: number;
}

/** What a mean is made of. */
type Point = Pick<DisclosedPoint, 'time' | 'survival' | 'atRisk'>;

/**
 * Mean time under a curve as it is shown, up to a month, with the variance of Klein and Moeschberger (2003, 4.5.2) of its falls
 * and numbers at risk as they are shown: it tells no more than they. Null where the curve does not reach the month.
 */
const restrictedMeanOfShown = (points: readonly Point[], until: number): Mean | null => {
  const from = points[0]?.time;
  const within = points.filter(({ time }) => time <= until);
  if (from === undefined || within.at(-1)?.time !== until || until <= from) return null;
  let [area, variance] = [0, 0];
  for (let i = within.length - 2; i >= 0; i--) {
    // From this month to the next the curve is level at this month's share; a fall to it was between the last and this.
    const [now, next] = [within[i], within[i + 1]];
    if (now === undefined || next === undefined) break;
    const died = now.survival === 0 ? 0 : 1 - next.survival / now.survival;
    if (died > 0 && died < 1) variance += (area * area * died) / (now.atRisk * (1 - died));
    area += now.survival * (next.time - now.time);
  }
  return { until, mean: area, variance };
};

/** The last month that every curve reaches. */
const lastMonth = (arms: readonly (readonly Point[])[]): number =>
  Math.min(...arms.map((points) => points.at(-1)?.time ?? 0));

/** The mean of each arm up to the last month that all reach. */
export const shownMeans = (arms: readonly (readonly Point[])[]) => {
  const until = lastMonth(arms);
  return arms.map((points) => {
    const found = restrictedMeanOfShown(points, until);
    if (found === null) return null;
    const half = Z * Math.sqrt(found.variance);
    return {
      until,
      value: rounded(found.mean),
      lower: rounded(Math.max(0, found.mean - half)),
      // Of a curve that begins later no mean is longer than what is left to that month.
      upper: rounded(Math.min(until - (points[0]?.time ?? 0), found.mean + half)),
    };
  });
};

const differenceOf = (first: readonly DisclosedPoint[], second: readonly DisclosedPoint[]) => {
  // Curves that begin in different months (one was answered as a former one) have no means to be set against each other.
  if (first[0]?.time !== second[0]?.time) return null;
  const until = lastMonth([first, second]);
  const [a, b] = [restrictedMeanOfShown(first, until), restrictedMeanOfShown(second, until)];
  if (a === null || b === null) return null;
  const half = Z * Math.sqrt(a.variance + b.variance);
  const value = a.mean - b.mean;
  return { value: rounded(value), lower: rounded(value - half), upper: rounded(value + half) };
};

/** Every two arms, by their curves as they are shown; p-values corrected for how many were compared. */
export const shownPairs = (arms: readonly (readonly DisclosedPoint[])[], delayedEntry: boolean) => {
  const pairs = arms.flatMap((_, first) =>
    arms.slice(first + 1).map((_arm, i) => ({ first, second: first + 1 + i })),
  );
  const tests = pairs.map(({ first, second }) =>
    logRankOfShown([arms[first] ?? [], arms[second] ?? []], delayedEntry),
  );
  const tested = tests.flatMap((test) => (test === null ? [] : [test.pValue]));
  const [holm, bonferroni] = [adjustPValues(tested, 'holm'), adjustPValues(tested, 'bonferroni')];
  let place = 0;
  return pairs.map(({ first, second }, i) => {
    const pValue = tests[i]?.pValue ?? null;
    const at = pValue === null ? null : place++;
    const corrected = (values: Float64Array) => (at === null ? null : three(values[at] as number));
    return {
      ...{ first, second, pValue },
      ...{ holm: corrected(holm), bonferroni: corrected(bonferroni) },
      restrictedMeanDifference: differenceOf(arms[first] ?? [], arms[second] ?? []),
    };
  });
};
