import { BiostatisticsError, normalMultiplier, pooledEstimates } from '@nodp/biostatistics';
import type { Line } from '../documents/line.ts';
import type { Answer } from './answer.ts';

const LEVEL = 0.95;

/** Figures of one place. */
export interface Place {
  /** Thumbprint of the partner; null of this place. */
  readonly partnerId: string | null;
  readonly lines: Answer['lines'];
}

interface Interval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface Pooled {
  readonly line: Line;
  readonly places: readonly {
    readonly partnerId: string | null;
    readonly value: Interval;
    readonly weight: number;
  }[];
  readonly fixed: Interval;
  readonly random: Interval;
  readonly iSquared: number;
  readonly heterogeneity: number | null;
}

/** Ratios are pooled as logarithms, shares as logits, so that limits stay within what they are of. */
const SCALED = {
  RATIO: { to: Math.log, from: Math.exp, inside: (x: number) => x > 0 },
  SHARE: {
    to: (x: number) => Math.log(x / (1 - x)),
    from: (x: number) => 1 / (1 + Math.exp(-x)),
    inside: (x: number) => x > 0 && x < 1,
  },
  MONTHS: { to: (x: number) => x, from: (x: number) => x, inside: () => true },
  DIFFERENCE: { to: (x: number) => x, from: (x: number) => x, inside: () => true },
} as const;

const isPooled = (scale: Line['scale']): scale is keyof typeof SCALED => scale in SCALED;

/** A line as an estimate with limits around it; null of one that has none. */
const intervalOf = ({ value, lower, upper, scale }: Line): Interval | null =>
  isPooled(scale) &&
  value !== null &&
  lower !== null &&
  upper !== null &&
  lower < value &&
  value < upper &&
  [value, lower, upper].every(SCALED[scale].inside)
    ? { value, lower, upper }
    : null;

const pool = (line: Line, found: readonly { partnerId: string | null; value: Interval }[]) => {
  const { to, from } = SCALED[line.scale as keyof typeof SCALED];
  const { fixed, random, heterogeneity } = pooledEstimates(
    found.map(({ value }) => to(value.value)),
    found.map(({ value }) => (to(value.upper) - to(value.lower)) / (2 * normalMultiplier(LEVEL))),
    LEVEL,
  );
  const back = (of: typeof fixed): Interval => ({
    ...{ value: from(of.estimate), lower: from(of.lower), upper: from(of.upper) },
  });
  return {
    line,
    places: found.map((place, i) => ({ ...place, weight: fixed.weights[i] as number })),
    ...{ fixed: back(fixed), random: back(random) },
    iSquared: heterogeneity.iSquared,
    heterogeneity: heterogeneity.pValue,
  };
};

/**
 * The figures of a study that two places at least tell with limits, pooled by their inverse variance. Counts, medians and p-values are
 * not: sums would be of different moves, limits of a median give no standard error, and a p-value is no effect. The same question has the same key in every place.
 */
export const pooledFigures = (places: readonly Place[]): readonly Pooled[] => {
  const [own, ...others] = places.map(({ partnerId, lines }) => ({
    partnerId,
    lines: new Map(lines.map((line) => [line.key, line])),
  }));
  // Our own words last, so that they stand: a partner’s could call a figure something else.
  const all = new Map([...others.flatMap(({ lines }) => [...lines]), ...(own?.lines ?? [])]);
  return [...all.values()].flatMap((line) => {
    const found = [own, ...others].flatMap((place) => {
      const same = place?.lines.get(line.key);
      const value = same === undefined || same.scale !== line.scale ? null : intervalOf(same);
      return value === null ? [] : [{ partnerId: place?.partnerId ?? null, value }];
    });
    if (found.length < 2) return [];
    try {
      return [pool(line, found)];
    } catch (error) {
      // Limits so wide or narrow that their width is no number cannot be weighed.
      if (error instanceof BiostatisticsError) return [];
      throw error;
    }
  });
};
