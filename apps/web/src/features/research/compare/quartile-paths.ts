/** The outlines of medians and quartiles over months. */

export interface Quartiles {
  /** At which the step begins. */
  readonly months: number;
  /** Null where too few were measured. */
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
}

interface Told {
  readonly months: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Runs of neighbouring steps that are told: nothing is drawn across a gap. */
const runsOf = (steps: readonly Quartiles[]): Told[][] => {
  const runs: Told[][] = [];
  let open: Told[] | null = null;
  for (const { months, lower, median, upper } of steps) {
    if (lower === null || median === null || upper === null) {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      runs.push(open);
    }
    open.push({ months, lower, median, upper });
  }
  return runs;
};

/**
 * @param middle months from the beginning of a step to where its values stand
 * @returns the band of the quartiles and the line of the medians; where the line ends, null of none
 */
export const quartilePaths = (
  steps: readonly Quartiles[],
  middle: number,
  x: (month: number) => number,
  y: (value: number) => number,
) => {
  const runs = runsOf(steps);
  const at = (told: Told, value: number) => `${x(told.months + middle)},${y(value)}`;
  const last = runs.at(-1)?.at(-1);
  return {
    line: runs
      .map((run) => run.map((told, i) => `${i === 0 ? 'M' : 'L'}${at(told, told.median)}`).join(''))
      .join(''),
    band: runs
      .map((run) => {
        const there = run.map((told) => at(told, told.lower));
        const back = run.toReversed().map((told) => at(told, told.upper));
        return `M${[...there, ...back].join('L')}Z`;
      })
      .join(''),
    ends: last ? { x: x(last.months + middle), y: y(last.median) } : null,
  };
};
