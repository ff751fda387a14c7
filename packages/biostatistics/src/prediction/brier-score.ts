import { inRange, type Numbers, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { checkInput } from '../survival/data/input.ts';
import { censoringSurvival } from './censoring-survival.ts';

export type BrierScore = {
  /** Mean squared error of the predicted survival probabilities; 0 is perfect. */
  readonly score: number;
  /** The same when everybody is given the Kaplan–Meier survival of all. */
  readonly reference: number;
  /** 1 − score / reference: share of the error explained. */
  readonly explained: number;
};

/**
 * Brier score of predicted survival to a time, weighted for censoring (Graf, Schmoor, Sauerbrei &
 * Schumacher 1999, Stat Med 18:2529, eq. 5):
 *
 *   BS(t) = 1/n Σᵢ [ Ŝᵢ(t)² 1(tᵢ ≤ t, δᵢ = 1)/Ĝ(tᵢ−) + (1 − Ŝᵢ(t))² 1(tᵢ > t)/Ĝ(t) ]
 *
 * @param input.survival predicted probability of being event-free at `at`, one a person
 * @throws {BiostatisticsError} `lengths-differ`, `negative-time`, `out-of-range` (a prediction
 * outside [0, 1]), `too-few` when nobody was followed beyond `at`
 */
export function brierScore(input: {
  readonly time: Numbers;
  readonly event: Numbers;
  readonly survival: Numbers;
  readonly at: number;
}): BrierScore {
  const { n, time, event } = checkInput({ time: input.time, event: input.event });
  const { survival, at } = input;
  sameLength({ time: input.time, survival });
  inRange('at', at, 0, Number.MAX_VALUE);
  const censoring = censoringSurvival(time, event);
  const beyond = censoring.at(at);
  let score = 0;
  let dead = 0;
  let alive = 0;
  for (let index = 0; index < n; index++) {
    const s = survival[index] as number;
    if (!(s >= 0 && s <= 1)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'survival', index },
        `is ${s}; give a probability`,
      );
    }
    const t = time[index] as number;
    if (t > at) {
      score += (1 - s) ** 2 / beyond;
      alive += 1 / beyond;
    } else if (event[index]) {
      const weight = 1 / censoring.before(t);
      score += s * s * weight;
      dead += weight;
    }
  }
  if (alive === 0) {
    throw new BiostatisticsError('too-few', 'at', `is ${at}; nobody was followed beyond it`);
  }
  // alive / n with these weights is the Kaplan–Meier survival (Satten & Datta 2001).
  const all = alive / n;
  const reference = (all * all * dead + (1 - all) ** 2 * alive) / n;
  return {
    score: score / n,
    reference,
    explained: reference === 0 ? 0 : 1 - score / n / reference,
  };
}
