/** Days of a window; between its ends time is stretched evenly. */
const WINDOW = 28;
/** By how many days the end of a window is moved at most, in a part that lasts and in one of the release. */
const PART = 7;

/** How far a day that leaves is from the true one at most, days: half a window, so that no end passes the next. */
export const DAY_ERROR = 2 * PART;
/** How far the interval of two days may be off. */
export const INTERVAL_ERROR = 2 * DAY_ERROR;

const steps = 2 * PART + 1;
const part = (seed: string): string => `(hash(${seed}, i) % ${steps})::integer - ${PART}`;

/**
 * `jittered(t, lasting, own)`: days from the first diagnosis as they leave. The ends of windows of 28 days are moved, each by a
 * draw of the person that lasts and one of the person and release; between them time is stretched evenly. So the order is retained,
 * the first diagnosis stays day 0, what is before it stays before, and no day is off by more than half a window. A part that lasts:
 * else the mean over twelve releases would be the true day.
 *
 * `lasting` and `own` are 64 bits each, of a hash with the installation's secret.
 */
export const jitterMacros: readonly string[] = [
  `create macro window_end(i, lasting, own) as (
    case when i = 0 then 0 else ${WINDOW} * i + ${part('lasting')} + ${part('own')} end)`,
  `create macro in_window(t, i, lasting, own) as (
    round(window_end(i, lasting, own)
      + (window_end(i + 1, lasting, own) - window_end(i, lasting, own)) * (t - ${WINDOW} * i) / ${WINDOW}.0)::integer)`,
  `create macro jittered(t, lasting, own) as (
    in_window(t, floor(t / ${WINDOW}.0)::integer, lasting, own))`,
];
