import {
  type Decision,
  decide,
  differentPersons,
  type PairScore,
  PERSON_FIELDS,
  type Person,
  scorePair,
  THRESHOLDS,
} from '@nodp/linkage';
import type { Basis } from './basis.ts';

/** A pair as it is stored: the lower id first, as PostgreSQL orders them. */
export interface FoundPair {
  readonly low: string;
  readonly high: string;
  readonly weight: number;
  readonly probability: number;
  readonly scores: PairScore['scores'];
  readonly decision: Exclude<Decision, 'NOTHING'> | 'DIFFERENT';
}

/** What would be likely without the numbers, of which two valid ones say that these are two persons. */
const likelyWithout = ({ scores, weight }: PairScore): boolean => {
  const number = scores.find(({ field }) => field === 'number')?.weight ?? 0;
  return 1 / (1 + 2 ** -(weight - number)) >= THRESHOLDS.lower;
};

/**
 * Compares two patients by what all institutions say of each: the words that agree best count, and any two different valid numbers part
 * them.
 * @returns null where nothing is to be stored
 */
export const comparePatients = (
  [leftId, left]: readonly [string, readonly Person[]],
  [rightId, right]: readonly [string, readonly Person[]],
  { model, frequencies }: Basis,
): FoundPair | null => {
  let best: { score: PairScore; decision: Decision } | null = null;
  let different = false;
  for (const a of left)
    for (const b of right) {
      different ||= differentPersons(a, b);
      const score = scorePair(PERSON_FIELDS, model, a, b, frequencies);
      if (best === null || score.weight > best.score.weight)
        best = { score, decision: decide(a, b, score) };
    }
  if (best === null) return null;
  const [low, high] = leftId < rightId ? [leftId, rightId] : [rightId, leftId];
  const { scores, weight, probability } = best.score;
  const pair = { low, high, weight, probability, scores };
  if (different) return likelyWithout(best.score) ? { ...pair, decision: 'DIFFERENT' } : null;
  return best.decision === 'NOTHING' ? null : { ...pair, decision: best.decision };
};
