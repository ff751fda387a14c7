import {
  BiostatisticsError,
  kaplanMeier,
  logRank,
  medianSurvival,
  numberAtRisk,
  type SurvivalCurve,
  survivalAt,
} from '@nodp/biostatistics';
import { print } from '@nodp/cohorts/engine';
import {
  type Disclosed,
  type DisclosureRule,
  disclose,
  discloseNested,
  discloseTable,
} from '@nodp/disclosure';
import type { Releases, SurvivalColumns } from '@nodp/warehouse';
import type { ReleaseRow } from '../release/release-rows.ts';
import type { AskedCohort } from './cohort.ts';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;
const BETWEEN_TABLE = 12;

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const probability = (value: number | null): number | null =>
  value === null ? null : rounded(value, 3);
const inMonths = (days: number | null): number | null =>
  days === null ? null : rounded(days / MONTH, 1);

interface Rows {
  readonly time: Float64Array;
  readonly event: Uint8Array;
}

const rowsOf = ({ arm, time, event }: SurvivalColumns, wanted: number): Rows => {
  const places = Array.from(arm.keys()).filter((i) => arm[i] === wanted);
  return {
    time: Float64Array.from(places, (i) => time[i] as number),
    event: Uint8Array.from(places, (i) => event[i] as number),
  };
};

const medianOf = (curve: SurvivalCurve, until: number) => {
  const { time, lower, upper } = medianSurvival(curve);
  // Beyond the curve shown, too few are left for anything to be told.
  const told = (days: number | null) =>
    days === null || days > until * MONTH ? null : inMonths(days);
  const months = told(time);
  return months === null ? null : { months, lower: told(lower), upper: told(upper) };
};

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

const tableMonths = (months: number): number[] =>
  Array.from({ length: Math.floor(months / BETWEEN_TABLE) + 1 }, (_, i) => i * BETWEEN_TABLE);

const armOf = (rows: Rows, untimed: number, months: number, rule: DisclosureRule): ArmResult => {
  const withoutTime = disclose(untimed, rule);
  const persons = disclose(rows.time.length, rule);
  const died = rows.event.reduce((sum, e) => sum + e, 0);
  if (persons.suppressed) {
    const atRisk = tableMonths(months).map((m) => ({ months: m, count: persons }));
    return { persons, deaths: persons, withoutTime, curve: [], atRisk, median: null };
  }
  const monthly = Float64Array.from({ length: months + 1 }, (_, i) => i * MONTH);
  const [left] = numberAtRisk(rows, monthly) as [Float64Array];
  const tooFew = left.findIndex((n) => n < rule.minimumCell);
  const until = tooFew < 0 ? months : tooFew - 1;
  const curve = kaplanMeier({ ...rows, rows: 'events' });
  const points = survivalAt(curve, monthly.subarray(0, until + 1));
  const every = tableMonths(months);
  const risk = discloseNested(
    every.map((m) => left[m] as number),
    rule,
  );
  const [deaths] = discloseTable([died, rows.time.length - died], rule) as [Disclosed];
  return {
    persons,
    deaths,
    withoutTime,
    curve: points.map((p, i) => ({
      months: i,
      survival: rounded(p.survival, 3),
      lower: probability(p.lower),
      upper: probability(p.upper),
    })),
    atRisk: every.map((m, i) => ({ months: m, count: risk[i] as Disclosed })),
    median: medianOf(curve, until),
  };
};

const compared = ({ arm, time, event }: SurvivalColumns, arms: readonly ArmResult[]) => {
  if (arms.length < 2 || arms.some((a) => a.persons.suppressed)) return null;
  try {
    const { statistic, df, pValue } = logRank({ time, event, group: arm });
    return {
      statistic: Number(statistic.toPrecision(4)),
      df,
      pValue: Number(pValue.toPrecision(3)),
    };
  } catch (error) {
    // Nobody died, or never two groups at risk together: there is nothing to test.
    if (error instanceof BiostatisticsError && ['no-events', 'one-group'].includes(error.code))
      return null;
    throw error;
  }
};

const none: ArmResult = armOf({ time: new Float64Array(), event: new Uint8Array() }, 0, 0, {
  minimumCell: 1,
  roundTo: 1,
});

/** Overall survival of several cohorts of one release, protected. */
export const compareSurvival = async (
  releases: Releases,
  asked: readonly AskedCohort[],
  release: ReleaseRow,
  months: number,
) => {
  const { rule } = releases;
  const runnable = asked.every((arm) => arm.runnable);
  const described = (result: (i: number) => ArmResult) =>
    asked.map((arm, i) => ({
      ...result(i),
      cohortId: arm.id,
      description: print(arm.definition),
      problems: [...arm.problems],
    }));
  if (!runnable)
    return {
      release,
      arms: described(() => none),
      inSeveralArms: disclose(0, rule),
      logRank: null,
    };
  const question = ['survival', String(months), ...asked.map((arm) => arm.id)];
  const found = await releases.once(release, question, async () => {
    const { cohorts } = await releases.open(release.number);
    const columns = await cohorts.survival(asked.map((arm) => arm.definition));
    const arms = asked.map((_, i) =>
      armOf(rowsOf(columns, i), columns.untimed[i] ?? 0, months, rule),
    );
    const inSeveralArms = disclose(columns.inSeveralArms, rule);
    return { arms, inSeveralArms, logRank: compared(columns, arms) };
  });
  return {
    release,
    arms: described((i) => found.arms[i] as ArmResult),
    inSeveralArms: found.inSeveralArms,
    logRank: found.logRank,
  };
};
