import { cumulativeIncidence, incidenceAt } from '@nodp/biostatistics';
import {
  type Counted,
  counted,
  type DisclosedPoint,
  type DisclosureRule,
  disclose,
  discloseCounted,
  discloseCurve,
  discloseTable,
  nobody,
  type Printed,
} from '@nodp/disclosure';
import { type SurvivalSets, setWhere } from '@nodp/warehouse';
import { MONTH } from './asked.ts';

const BETWEEN_TABLE = 12;

interface Rows {
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly key: Int32Array;
  readonly sum: Uint8Array;
}

const rowsOf = ({ arm, time, event, key, sum }: SurvivalSets, wanted: number): Rows => {
  const places = Array.from(arm.keys()).filter((i) => arm[i] === wanted);
  return {
    time: Float64Array.from(places, (i) => time[i] as number),
    event: Uint8Array.from(places, (i) => event[i] as number),
    key: Int32Array.from(places, (i) => key[i] as number),
    sum: Uint8Array.from(places, (i) => sum[i] as number),
  };
};

/** How many times are below each of some days, which ascend. */
const countBelow = (
  times: Float64Array,
  isBelow: (time: number, day: number) => boolean,
  days: Float64Array,
) => {
  const sorted = times.toSorted();
  let n = 0;
  return Array.from(days, (day) => {
    while (n < sorted.length && isBelow(sorted[n] as number, day)) n++;
    return n;
  });
};

/** The incidence of a cause as it may leave: what falls in `discloseCurve` is the share that has not had it. */
const pointsOf = (
  { time, event }: Rows,
  of: Counted,
  cause: 1 | 2,
  months: number,
  rule: DisclosureRule,
): readonly DisclosedPoint[] => {
  if (time.length === 0) return [];
  const days = Float64Array.from({ length: months + 1 }, (_, month) => month * MONTH);
  const incidence = cumulativeIncidence({ time, event, causes: 2 });
  const had = countBelow(
    time.filter((_, i) => event[i] === cause),
    (t, day) => t <= day,
    days,
  );
  const gone = countBelow(time, (t, day) => t < day, days);
  const points = incidenceAt(incidence, cause, days).map((at, month) => ({
    time: month,
    survival: 1 - at.incidence,
    deaths: had[month] as number,
    atRisk: time.length - (gone[month] as number),
  }));
  // Another name for what competes, so that the two have moves of their own.
  return discloseCurve(of, points, rule, cause - 1);
};

/** An arm whose events compete: exact, not to be shown, but for its curves. */
export const incidenceOf = (
  sets: SurvivalSets,
  arm: number,
  months: number,
  rule: DisclosureRule,
) => {
  const rows = rowsOf(sets, arm);
  const persons = sets.analysed[arm] as Printed;
  const of = counted(persons, rule);
  const every = Array.from(
    { length: Math.floor(months / BETWEEN_TABLE) + 1 },
    (_, i) => i * BETWEEN_TABLE,
  );
  return {
    ...{ persons, left: sets.left[arm] as Printed },
    events: [1, 2, 0].map((cause) => setWhere(rows, (row) => rows.event[row] === cause)),
    atRisk: every.map((month) => ({
      months: month,
      set: setWhere(rows, (row) => (rows.time[row] as number) >= month * MONTH),
    })),
    points: pointsOf(rows, of, 1, months, rule),
    competing: pointsOf(rows, of, 2, months, rule),
  };
};

/**
 * An arm whose events compete, as it may leave.
 * @param answer gives the set that is answered in the place of one
 */
export const toldIncidence = (
  arm: ReturnType<typeof incidenceOf>,
  answer: (set: Printed) => Printed,
  rule: DisclosureRule,
) => {
  const persons = disclose(answer(arm.persons), rule);
  const leftOut = disclose(answer(arm.left), rule);
  const hidden = discloseCounted(nobody);
  if (persons.suppressed) {
    const atRisk = arm.atRisk.map(({ months }) => ({ months, count: hidden }));
    return { persons, events: hidden, leftOut, points: [], competing: [], atRisk };
  }
  const [events = hidden] = discloseTable(
    arm.events.map((set) => counted(answer(set), rule)),
    rule,
  );
  return {
    ...{ persons, events, leftOut, points: arm.points, competing: arm.competing },
    atRisk: arm.atRisk.map(({ months, set }) => ({ months, count: disclose(answer(set), rule) })),
  };
};
