/** A pair whose truth is known. */
export interface Judged {
  readonly weight: number;
  readonly match: boolean;
}

/**
 * The lowest weight from which on the pairs of held-out truth are one person with at least the precision asked: none below it is joined.
 * Null where no weight reaches it.
 */
export const upperThreshold = (pairs: readonly Judged[], precision: number): number | null => {
  const sorted = pairs.toSorted((a, b) => b.weight - a.weight);
  let right = 0;
  let found: number | null = null;
  sorted.forEach(({ weight, match }, i) => {
    if (match) right++;
    const last = sorted[i + 1]?.weight !== weight;
    if (last && right / (i + 1) >= precision) found = weight;
  });
  return found;
};

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly falsePairs: number;
  readonly missedPairs: number;
}

/** @param truth how many pairs are one person, those that blocking does not find among them */
export const qualityAt = (pairs: readonly Judged[], threshold: number, truth: number): Quality => {
  const joined = pairs.filter(({ weight }) => weight >= threshold);
  const right = joined.filter(({ match }) => match).length;
  const precision = joined.length === 0 ? 1 : right / joined.length;
  const recall = truth === 0 ? 1 : right / truth;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, falsePairs: joined.length - right, missedPairs: truth - right };
};

/** What was predicted beside what was so, of pairs of like probability. */
export interface CalibrationRow {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** The mean of the probabilities that the model gave. */
  readonly predicted: number;
  /** The share that is one person. */
  readonly observed: number;
}

/** Bounds between which calibration is shown: the ends, where decisions are made, finely. */
const BOUNDS = [
  0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1,
];

export const calibration = (
  pairs: readonly { readonly probability: number; readonly match: boolean }[],
): CalibrationRow[] =>
  BOUNDS.slice(1).flatMap((to, i) => {
    const from = BOUNDS[i] as number;
    const own = pairs.filter(
      ({ probability }) => probability >= from && (probability < to || to === 1),
    );
    if (own.length === 0) return [];
    return [
      {
        from,
        to,
        pairs: own.length,
        predicted: own.reduce((sum, { probability }) => sum + probability, 0) / own.length,
        observed: own.filter(({ match }) => match).length / own.length,
      },
    ];
  });
