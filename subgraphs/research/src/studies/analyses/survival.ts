import {
  BiostatisticsError,
  kaplanMeierByGroup,
  type LogRankInput,
  logRank,
  numberAtRisk,
  type SurvivalCurve,
  survivalQuantiles,
} from '@nodp/biostatistics';
import type { OpenStudy } from '../open/open-study.ts';
import { hadEvent } from './endpoints.ts';
import { type Grouping, groupsOf } from './groups.ts';
import { unitsOf } from './units.ts';

interface Arm {
  readonly name: string;
  readonly patients: number;
  readonly events: number;
  /** Months; null where the curve does not fall that far. */
  readonly median: number | null;
  readonly medianLower: number | null;
  readonly medianUpper: number | null;
  /** The curve from 0 on, row by row. */
  readonly months: number[];
  readonly survival: number[];
  readonly lower: (number | null)[];
  readonly upper: (number | null)[];
  /** At risk at each of the answer's times. */
  readonly atRisk: number[];
}

export interface StudySurvival {
  /** Patients without a time, or with a status in no known word. */
  readonly withoutTime: number;
  /** Patients with both in none of the groups: not examined, no value, or a rarer one. */
  readonly inNoGroup: number;
  /** Months at which numbers at risk are given. */
  readonly times: number[];
  readonly arms: Arm[];
  /** Log-rank test; null where fewer than two groups can be compared. */
  readonly pValue: number | null;
}

/** Steps between times of numbers at risk, in months. */
const STEPS = [1, 3, 6, 12, 24, 60, 120];
const MOST_TIMES = 8;

const timesTo = (last: number): number[] => {
  const step = STEPS.find((each) => last / each <= MOST_TIMES) ?? Math.ceil(last / MOST_TIMES);
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
};

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/**
 * Kaplan–Meier curves of a study's patients by its own months and status, with the log-rank test.
 * Time zero is the study's: where patients joined it later than that, they could not have died before, and survival is too high.
 *
 * @param endpoint what stands before `_MONTHS`
 * @throws {RangeError} with the name of an attribute that the study does not have
 */
export const survivalOf = (
  study: OpenStudy,
  endpoint: string,
  by: Grouping | null,
): StudySurvival => {
  const units = unitsOf(study, 'PATIENTS');
  const months = units.valuesOf(`${endpoint}_MONTHS`);
  const status = units.valuesOf(`${endpoint}_STATUS`);
  const groups =
    by === null ? { names: [''], of: units.names.map(() => 0) } : groupsOf(study, units, by);
  const rows = units.names.flatMap((_, place) => {
    const time = months[place] === null ? Number.NaN : Number(months[place]);
    const event = hadEvent(status[place] ?? '');
    return event === null || !(time >= 0 && time < Number.POSITIVE_INFINITY)
      ? []
      : [{ time, event: Number(event), group: groups.of[place] ?? null }];
  });
  const grouped = rows.filter(({ group }) => group !== null);
  const names = groups.names
    .map((name, place) => ({ name, place }))
    .filter(({ place }) => grouped.some(({ group }) => group === place));
  const groupPlace = new Map(names.map(({ place }, i) => [place, i]));
  const input = {
    time: grouped.map(({ time }) => time),
    event: grouped.map(({ event }) => event),
    group: grouped.map(({ group }) => groupPlace.get(group as number) as number),
  };
  const times = timesTo(input.time.reduce((most, time) => Math.max(most, time), 0));
  const answered = {
    withoutTime: units.names.length - rows.length,
    inNoGroup: rows.length - grouped.length,
    times,
  };
  if (grouped.length === 0) return { ...answered, arms: [], pValue: null };
  const atRisk = numberAtRisk(input, times);
  return {
    ...answered,
    arms: kaplanMeierByGroup({ ...input, rows: 'events' }).map((curve, place) => ({
      name: names[place]?.name as string,
      events: input.event.filter((event, i) => event === 1 && input.group[i] === place).length,
      ...columnsOf(curve),
      atRisk: Array.from(atRisk[place] as Float64Array),
    })),
    pValue: comparison(input),
  };
};

/** @returns null where there is nothing to compare: one group, no events, or groups that were never at risk together */
const comparison = (input: LogRankInput): number | null => {
  try {
    return logRank(input).pValue;
  } catch (error) {
    const none = ['one-group', 'no-events'];
    if (error instanceof BiostatisticsError && none.includes(error.code)) return null;
    throw error;
  }
};

const columnsOf = (curve: SurvivalCurve) => {
  const median = survivalQuantiles(curve)[0];
  return {
    patients: curve.n,
    median: median?.time ?? null,
    medianLower: median?.lower ?? null,
    medianUpper: median?.upper ?? null,
    months: [0, ...curve.time, curve.lastTime],
    survival: [1, ...curve.survival, curve.survival.at(-1) ?? 1],
    lower: [1, ...Array.from(curve.lower, numberOrNull), numberOrNull(curve.lower.at(-1) ?? 1)],
    upper: [1, ...Array.from(curve.upper, numberOrNull), numberOrNull(curve.upper.at(-1) ?? 1)],
  };
};
