import { BiostatisticsError, chiSquareTest, standardisedDifference } from '@nodp/biostatistics';
import { estimators } from './estimators.ts';

/** The median of ordered levels, as if those of a level were spread evenly between its neighbours' middles. */
export const medianOf = (counts: readonly number[], middles: readonly number[]): number | null => {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  let before = 0;
  for (const [level, count] of counts.entries()) {
    if (before + count >= total / 2 && count > 0) {
      const middle = middles[level] as number;
      const lower = level === 0 ? middle - 10 : ((middles[level - 1] as number) + middle) / 2;
      const upper =
        level === middles.length - 1 ? middle + 10 : ((middles[level + 1] as number) + middle) / 2;
      const part = (total / 2 - before) / count;
      return Number((lower + part * (upper - lower)).toFixed(1));
    }
    before += count;
  }
  return null;
};

/** A comparison that the data do not allow has no answer. */
const noAnswer = (error: unknown): null => {
  if (error instanceof BiostatisticsError) return null;
  throw error;
};
const orNull = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    return noAnswer(error);
  }
};

/** Largest standardised difference of any level's share, or of the mean of ordered levels, between any two cohorts. */
export const differenceOf = (
  arms: readonly (readonly number[])[],
  middles: readonly number[] | null,
): number | null => {
  const found: number[] = [];
  const of = (values: number[], weights: [number[], number[]]) => {
    const difference = orNull(() =>
      standardisedDifference(
        [...values, ...values],
        [...values.map(() => 1), ...values.map(() => 0)],
        weights.flat(),
      ),
    );
    if (difference !== null) found.push(Math.abs(difference.difference));
  };
  for (const [i, a] of arms.entries())
    for (const b of arms.slice(i + 1)) {
      const [all, others] = [a, b].map((counts) => counts.reduce((sum, n) => sum + n, 0));
      if (middles !== null) of([...middles], [[...a], [...b]]);
      else
        for (const level of a.keys()) {
          const [p, q] = [a[level] as number, b[level] as number];
          of(
            [1, 0],
            [
              [p, (all ?? 0) - p],
              [q, (others ?? 0) - q],
            ],
          );
        }
    }
  return found.length === 0 ? null : Number(Math.max(...found).toFixed(3));
};

const three = (value: number): number => Number(value.toPrecision(3));
const FEW = 5;
/** Persons of an exact test. */
const MOST_EXACT = 2000;

type TestKind = 'CHI_SQUARE' | 'FISHER' | 'WILCOXON' | 'KRUSKAL_WALLIS';

/** In threads of their own: an exact test of a large table takes seconds, as do the ranks of some millions. */
export const testOf = async (
  arms: readonly (readonly number[])[],
  middles: readonly number[] | null,
): Promise<{ readonly kind: TestKind; readonly pValue: number } | null> => {
  if (arms.length < 2) return null;
  if (middles !== null) {
    const groups = arms.map((counts) =>
      Float64Array.from(
        counts.flatMap((count, level) => new Array<number>(count).fill(middles[level] as number)),
      ),
    );
    const test = await estimators.run('kruskalWallis', [groups]).catch(noAnswer);
    const kind = arms.length === 2 ? 'WILCOXON' : 'KRUSKAL_WALLIS';
    return test && { kind, pValue: three(test.pValue) };
  }
  const total = arms.flat().reduce((sum, n) => sum + n, 0);
  const few = arms.some((counts) => {
    const own = counts.reduce((sum, n) => sum + n, 0);
    return counts.some((_, level) => {
      const column = arms.reduce((sum, other) => sum + (other[level] as number), 0);
      return column > 0 && (own * column) / total < FEW;
    });
  });
  const exact =
    few && total < MOST_EXACT
      ? await estimators.run('fisherExactTest', [arms]).catch(noAnswer)
      : null;
  if (exact !== null) return { kind: 'FISHER', pValue: three(exact.pValue) };
  const test = orNull(() => chiSquareTest(arms));
  return test && { kind: 'CHI_SQUARE', pValue: three(test.pValue) };
};
