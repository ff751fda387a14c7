/** A systemic treatment that was given. */
export interface GivenTreatment {
  /** YYYY-MM-DD. */
  readonly start: string;
  /** Null where it goes on, or its end is not known. */
  readonly end: string | null;
  /** Line of treatment from 1; null where not known. */
  readonly line: number | null;
  /** Whether it is an immune checkpoint inhibitor. */
  readonly immune: boolean;
}

/** A line of systemic treatment. */
export interface TreatmentLine {
  /** Null where lines are not recorded. */
  readonly line: number | null;
  /** First day. */
  readonly start: string;
  /** Whether an immune checkpoint inhibitor is part of it. */
  readonly immune: boolean;
}

/** Without lines: what was begun last before the second evaluation, and whatever was given beside it. */
const withoutLines = (
  treatments: readonly GivenTreatment[],
  days: readonly string[],
): TreatmentLine[] => {
  const [first, second = first] = days;
  const last = days.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  const start = treatments
    .map((one) => one.start)
    .filter((day) => day < second)
    .toSorted()
    .at(-1);
  if (start === undefined) return [];
  const immune = treatments.some(
    (one) => one.immune && one.start <= last && (one.end === null || one.end >= first),
  );
  return [{ line: null, start, immune }];
};

/**
 * Lines of treatment in order of time, as they are recorded.
 * @param days of the evaluations, in order
 */
export const linesOf = (
  treatments: readonly GivenTreatment[],
  days: readonly string[],
): TreatmentLine[] => {
  const byLine = Map.groupBy(
    treatments.filter(({ line }) => line !== null),
    ({ line }) => line,
  );
  if (byLine.size === 0) return withoutLines(treatments, days);
  return [...byLine]
    .map(([line, given]) => ({
      line,
      start: given.map((one) => one.start).toSorted()[0] ?? '',
      immune: given.some(({ immune }) => immune),
    }))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
};
