import type { Numbers } from '../checks.ts';
import { rowAt } from '../survival/curve.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';

/** Probability of not yet being censored. */
export type CensoringSurvival = {
  /** G(t). */
  at(t: number): number;
  /** G(t−). */
  before(t: number): number;
};

/**
 * Kaplan–Meier of the time to censoring, G: censorings are its events, and, as a person who dies
 * at a time was not censored at it, those who die at t have left before the censorings at t count
 * (the order R's `survival` and Graf et al. 1999 take).
 */
export function censoringSurvival(time: Numbers, event: Numbers): CensoringSurvival {
  // Deaths are moved just before the censorings of the same time, by entering the risk set later.
  const distinct = [...new Set(Array.from(time))].sort((a, b) => a - b);
  const rank = new Map(distinct.map((t, k) => [t, k]));
  const place = Float64Array.from(time, (t, i) => 2 * (rank.get(t) as number) + (event[i] ? 0 : 1));
  const { time: places, survival } = kaplanMeier({
    time: place,
    event: Uint8Array.from(event, (e) => (e ? 0 : 1)),
  });
  const times = Float64Array.from(distinct);
  const read = (p: number) => {
    const row = rowAt(places, p);
    return row < 0 ? 1 : (survival[row] as number);
  };
  return {
    at: (t) => read(2 * rowAt(times, t) + 1),
    before: (t) => {
      const row = rowAt(times, t);
      return read(times[row] === t ? 2 * row - 1 : 2 * row + 1);
    },
  };
}
