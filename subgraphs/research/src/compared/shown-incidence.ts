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
  type Keyed,
} from '@nodp/disclosure';
import type { SurvivalSets } from '@nodp/warehouse';
import { MONTH } from './asked.ts';

const BETWEEN_TABLE = 12;

interface Rows {
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly key: Int32Array;
}

const rowsOf = ({ arm, time, event, key }: SurvivalSets, wanted: number): Rows => {
  const places = Array.from(arm.keys()).filter((i) => arm[i] === wanted);
  return {
    time: Float64Array.from(places, (i) => time[i] as number),
    event: Uint8Array.from(places, (i) => event[i] as number),
    key: Int32Array.from(places, (i) => key[i] as number),
  };
};

const setWhere = ({ key }: Rows, belongs: (row: number) => boolean): Keyed => {
  let [count, sum] = [0, 0];
  for (let row = 0; row < key.length; row++)
    if (belongs(row)) {
      count++;
      sum = (sum + (key[row] as number)) >>> 0;
    }
  return { count, key: sum };
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

/** An arm whose events compete, as it may leave. */
export const shownIncidence = (
  sets: SurvivalSets,
  arm: number,
  months: number,
  rule: DisclosureRule,
) => {
  const rows = rowsOf(sets, arm);
  const of = counted(sets.analysed[arm] as Keyed, rule);
  const persons = discloseCounted(of, rule);
  const where = (cause: number) =>
    counted(
      setWhere(rows, (row) => rows.event[row] === cause),
      rule,
    );
  const [events] = discloseTable([where(1), where(2), where(0)], rule);
  const every = Array.from(
    { length: Math.floor(months / BETWEEN_TABLE) + 1 },
    (_, i) => i * BETWEEN_TABLE,
  );
  const hidden = persons.suppressed;
  return {
    persons,
    events: hidden ? persons : events,
    leftOut: disclose(sets.left[arm] as Keyed, rule),
    points: hidden ? [] : pointsOf(rows, of, 1, months, rule),
    competing: hidden ? [] : pointsOf(rows, of, 2, months, rule),
    atRisk: every.map((month) => ({
      months: month,
      count: hidden
        ? persons
        : disclose(
            setWhere(rows, (row) => (rows.time[row] as number) >= month * MONTH),
            rule,
          ),
    })),
  };
};
