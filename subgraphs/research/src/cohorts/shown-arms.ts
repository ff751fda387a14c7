import { kaplanMeier, numberAtRisk, type SurvivalCurve, survivalAt } from '@nodp/biostatistics';
import {
  type Counted,
  counted,
  type Disclosed,
  type DisclosedPoint,
  type DisclosureRule,
  disclose,
  discloseCounted,
  discloseCurve,
  discloseTable,
  nobody,
  type Printed,
  printed,
} from '@nodp/disclosure';
import { type SurvivalSets, setWhere } from '@nodp/warehouse';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;
const BETWEEN_TABLE = 12;

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const probability = (value: number | null): number | null =>
  value === null ? null : rounded(value, 3);

const hidden = discloseCounted(nobody);

interface Rows {
  /** Days after diagnosis from which, and until which, each row is at risk. */
  readonly entry: Float64Array;
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly key: Int32Array;
  readonly sum: Uint8Array;
}

/**
 * The rows of an arm from a month on: who died or was last seen before is no more asked, and who came into it before is at
 * risk from the month.
 */
const rowsOf = (
  { arm, entry, time, event, key, sum }: SurvivalSets,
  wanted: number,
  from: number,
): Rows => {
  const start = from * MONTH;
  const places = Array.from(arm.keys()).filter(
    (i) => arm[i] === wanted && (from === 0 || (time[i] as number) >= start),
  );
  return {
    // Half a day before: days are whole numbers, and a person present on the day is at risk on that day.
    entry: Float64Array.from(places, (i) =>
      from === 0 ? (entry[i] as number) : Math.max(entry[i] as number, start - 0.5),
    ),
    time: Float64Array.from(places, (i) => time[i] as number),
    event: Uint8Array.from(places, (i) => event[i] as number),
    key: Int32Array.from(places, (i) => key[i] as number),
    sum: Uint8Array.from(places, (i) => sum[i] as number),
  };
};

/** What estimators are given: entries where there are any, since they refuse who enters on the day on which the time ends. */
const estimable = ({ entry, time, event }: Rows) =>
  entry.some((day) => day > 0) ? { entry, time, event } : { time, event };

/** A set without a part of it. */
const without = (set: Printed, part: Printed): Printed =>
  printed(
    set.count - part.count,
    set.sums.map((sum, i) => (sum - (part.sums[i] as number)) | 0),
  );

/** Whether a row is at risk on a day; on that of diagnosis everybody who is there from it. */
const isAtRisk = ({ entry, time }: Rows, row: number, day: number): boolean =>
  (time[row] as number) >= day && ((entry[row] as number) < day || entry[row] === 0);

/** The median of a curve as it is shown, with the times at which its limits cross a half (Brookmeyer and Crowley 1982). */
const medianOf = (points: readonly DisclosedPoint[]) => {
  const crossed = (at: (point: DisclosedPoint) => number | null): number | null =>
    points.find((point) => (at(point) ?? 0) <= 0.5)?.time ?? null;
  const months = crossed(({ survival }) => survival);
  if (months === null) return null;
  return { months, lower: crossed(({ lower }) => lower), upper: crossed(({ upper }) => upper) };
};

/** Months after diagnosis from which, and to which, curves go. */
export interface Span {
  readonly from: number;
  readonly months: number;
}

export interface ArmResult {
  readonly persons: Disclosed;
  readonly deaths: Disclosed;
  readonly withoutTime: Disclosed;
  readonly curve: {
    readonly months: number;
    readonly survival: number;
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
  readonly atRisk: { readonly months: number; readonly count: Disclosed }[];
  readonly median: ReturnType<typeof medianOf>;
}

/** An arm whose curve may leave, beside the exact sets of those it is of. */
export interface ExactArm {
  readonly points: readonly DisclosedPoint[];
  readonly persons: Printed;
  readonly dead: Printed;
  readonly others: Printed;
  readonly left: Printed;
  readonly atRisk: readonly { readonly months: number; readonly set: Printed }[];
}

const tableMonths = (months: number): number[] =>
  Array.from({ length: Math.floor(months / BETWEEN_TABLE) + 1 }, (_, i) => i * BETWEEN_TABLE);

/** Deaths up to each of some times, which ascend. */
const deathsUntil = ({ time, event }: Rows, times: Float64Array): Float64Array => {
  const until = new Float64Array(times.length);
  for (let row = 0; row < time.length; row++) {
    if (event[row] !== 1) continue;
    const first = times.findIndex((t) => t >= (time[row] as number));
    if (first >= 0) until[first] = (until[first] as number) + 1;
  }
  for (let i = 1; i < until.length; i++) until[i] = (until[i] as number) + (until[i - 1] as number);
  return until;
};

const pointsOf = (rows: Rows, of: Counted, { from, months }: Span, rule: DisclosureRule) => {
  const monthly = Float64Array.from({ length: months + 1 - from }, (_, i) => (from + i) * MONTH);
  const people = estimable(rows);
  const [left] = numberAtRisk(people, monthly) as [Float64Array];
  const curve: SurvivalCurve = kaplanMeier({ ...people, rows: 'events' });
  const deaths = deathsUntil(rows, monthly);
  const points = survivalAt(curve, monthly).map(({ survival }, i) => ({
    time: from + i,
    survival,
    deaths: deaths[i] as number,
    atRisk: left[i] as number,
  }));
  return discloseCurve(of, points, rule);
};

/** An arm as an account is told it. */
export interface Arm {
  readonly result: ArmResult;
  readonly points: readonly DisclosedPoint[];
}

/** @param analysed who are ever in the arm with a known time */
const armOf = (
  rows: Rows,
  analysed: Printed,
  left: Printed,
  span: Span,
  rule: DisclosureRule,
): ExactArm => {
  const of = counted(analysed, rule);
  const dead = setWhere(rows, (row) => rows.event[row] === 1);
  return {
    points: rows.time.length === 0 ? [] : pointsOf(rows, of, span, rule),
    ...{ persons: analysed, dead, others: without(analysed, dead), left },
    atRisk: tableMonths(span.months)
      .filter((month) => month >= span.from)
      .map((month) => ({
        months: month,
        set: setWhere(rows, (row) => isAtRisk(rows, row, month * MONTH)),
      })),
  };
};

/**
 * An arm as it may leave.
 * @param answer gives the set that is answered in the place of one: the same persons have one number in whatever question
 */
export const toldArm = (
  arm: ExactArm,
  answer: (set: Printed) => Printed,
  rule: DisclosureRule,
): Arm => {
  const persons = disclose(answer(arm.persons), rule);
  const withoutTime = disclose(answer(arm.left), rule);
  if (persons.suppressed) {
    const atRisk = arm.atRisk.map(({ months }) => ({ months, count: hidden }));
    const result = { persons, deaths: hidden, withoutTime, curve: [], atRisk, median: null };
    return { result, points: [] };
  }
  const [deaths] = discloseTable(
    [counted(answer(arm.dead), rule), counted(answer(arm.others), rule)],
    rule,
  );
  const result = {
    ...{ persons, deaths, withoutTime },
    curve: arm.points.map(({ time, survival, lower, upper }) => ({
      months: time,
      survival: rounded(survival, 3),
      lower: probability(lower),
      upper: probability(upper),
    })),
    atRisk: arm.atRisk.map(({ months, set }) => ({ months, count: disclose(answer(set), rule) })),
    median: medianOf(arm.points),
  };
  return { result, points: arm.points };
};

export const none: ArmResult = {
  ...{ persons: hidden, deaths: hidden, withoutTime: hidden },
  ...{ curve: [], atRisk: [{ months: 0, count: hidden }], median: null },
};

/** Counts of an arm: its persons, deaths and those left out, the numbers at risk, and a point a month. */
export const countsOfArm = (months: number): number => 3 + tableMonths(months).length + months + 1;

/**
 * The first month in which enough persons are at risk in every arm: where nobody is in one from diagnosis on, curves begin
 * later, of those who are still alive. Null where there is none.
 */
const firstMonth = (sets: SurvivalSets, months: number, rule: DisclosureRule): number | null => {
  const arms = sets.analysed.map((_, arm) => rowsOf(sets, arm, 0));
  for (let month = 0; month < months; month++) {
    const enough = arms.every(
      (rows) =>
        setWhere(rows, (row) => isAtRisk(rows, row, month * MONTH)).count >= rule.minimumCell,
    );
    if (enough) return month;
  }
  return null;
};

/**
 * Arms with the curves that may leave.
 * @param overTime whether persons come into arms as time goes
 */
export const shownArms = (
  sets: SurvivalSets,
  months: number,
  overTime: boolean,
  rule: DisclosureRule,
): { readonly arms: readonly ExactArm[]; readonly from: number } => {
  const from = overTime ? (firstMonth(sets, months, rule) ?? months) : 0;
  const arms = sets.analysed.map((analysed, arm) =>
    armOf(rowsOf(sets, arm, from), analysed, sets.left[arm] as Printed, { from, months }, rule),
  );
  return { arms, from };
};
