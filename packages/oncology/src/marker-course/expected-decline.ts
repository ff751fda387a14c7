import { daysBetween, type Point } from '../marker-alerts/points.ts';
import type { Marker } from './markers.ts';

/** Raised whenever the same input gives another answer. */
export const EXPECTED_DECLINE_VERSION = 1;

export interface Decline {
  readonly date: string;
  readonly value: number;
  /** What is left by the longest half-life after as many days. */
  readonly expected: number;
  /** Days in which the marker halved from the value before the operation; null where it did not fall. */
  readonly halfLife: number | null;
  /** It falls at less than half the speed, and is over the limit: a hint to disease left behind. */
  readonly slow: boolean;
}

/**
 * How a marker fell after the operation against value₀·2^(−t/t½). Slower than twice the longest half-life, while the value
 * is over the limit, hints at residual disease.
 */
export const declineAfter = (
  marker: Marker,
  before: Point,
  operation: string,
  later: readonly Point[],
): Decline[] =>
  later
    .filter(({ below, date }) => !below && date > operation)
    .map(({ date, value }) => {
      const days = daysBetween(operation, date);
      const [, longest] = marker.halfLife;
      const fell = Math.log2(before.value / value);
      const halfLife = value > 0 && fell > 0 ? days / fell : null;
      const limit = marker.upperLimit ?? 0;
      return {
        date,
        value,
        expected: before.value * 2 ** (-days / longest),
        halfLife,
        slow:
          value > limit &&
          before.value > limit &&
          (halfLife === null || halfLife > 2 * longest) &&
          days >= longest,
      };
    });
