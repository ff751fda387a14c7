import { addMonths } from '../dates/partial-date.ts';

/** Raised whenever the same input gives another answer. */
export const SURVEILLANCE_SCHEDULE_VERSION = 1;

/** One examination of a schedule: in stretches of months from the anchor, each with its interval, or at fixed months. */
export interface Stretch {
  /** Months after the anchor after which it begins (0: from the anchor). */
  readonly after: number;
  /** Months after the anchor up to which it goes on, both included; null: for life. */
  readonly until: number | null;
  readonly everyMonths: number;
}

/**
 * Days on which something is due: multiples of the interval counted from the anchor, each clamped at its month's end, so that
 * a day that the month lacks does not shift those after it.
 */
export const dueDates = (
  anchor: string,
  stretches: readonly Stretch[],
  horizonMonths: number,
): string[] => {
  const months = new Set<number>();
  for (const { after, until, everyMonths } of stretches)
    for (
      let month = after + everyMonths;
      month <= Math.min(until ?? horizonMonths, horizonMonths);
      month += everyMonths
    )
      months.add(month);
  return [...months].toSorted((a, b) => a - b).map((month) => addMonths(anchor, month));
};

export type DueState = 'done' | 'due' | 'overdue' | 'planned';

export interface Due {
  readonly on: string;
  readonly state: DueState;
  /** From this day on it is overdue unless it was met. */
  readonly overdueFrom: string;
  /** The day on which it was done. */
  readonly done: string | null;
}

const DAY = 86_400_000;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/**
 * Which of the due dates were met: each by one examination that is nearest to it within a third of its interval (four weeks at
 * least) before or after. What nothing met is overdue when that time is over, due within it, and planned before it.
 *
 * @param end death, recurrence or a palliative turn: nothing is due after it
 */
export const dueStates = (
  dates: readonly string[],
  performed: readonly string[],
  today: string,
  end: string | null,
): Due[] => {
  const left = performed.toSorted();
  return dates
    .filter((on) => end === null || on <= end)
    .map((on, index, all) => {
      const next = all[index + 1] ?? all[index - 1];
      const interval = next === undefined ? 365 : Math.abs(days(on, next));
      const grace = Math.max(28, Math.round(interval / 3));
      const overdueFrom = new Date(Date.parse(on) + (grace + 1) * DAY).toISOString().slice(0, 10);
      const near = left
        .map((day, at) => ({ day, at, off: Math.abs(days(on, day)) }))
        .filter(({ off }) => off <= grace)
        .toSorted((a, b) => a.off - b.off)[0];
      if (near !== undefined) {
        left.splice(near.at, 1);
        return { on, state: 'done' as const, done: near.day, overdueFrom };
      }
      const late = days(on, today);
      return {
        on,
        state:
          late > grace
            ? ('overdue' as const)
            : late >= -grace
              ? ('due' as const)
              : ('planned' as const),
        done: null,
        overdueFrom,
      };
    });
};
