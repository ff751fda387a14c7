import { kaplanMeier, numberAtRisk, type SurvivalCurve, survivalAt } from '@nodp/biostatistics';
import { isDecidedAfterDiagnosis, print } from '@nodp/cohorts/engine';
import {
  areSame,
  type Counted,
  counted,
  type Disclosed,
  type DisclosedPoint,
  type DisclosureRule,
  disclose,
  discloseCounted,
  discloseCurve,
  discloseTable,
  type Keyed,
  nobody,
  type Printed,
} from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import type { Releases, SurvivalSets } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import type { AskedCohort } from './cohort.ts';
import { logRankOfShown } from './shown-log-rank.ts';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;
const BETWEEN_TABLE = 12;

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const probability = (value: number | null): number | null =>
  value === null ? null : rounded(value, 3);

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

/** The persons of some rows as a set. */
const setWhere = ({ key }: Rows, belongs: (row: number) => boolean): Keyed => {
  let [count, sum] = [0, 0];
  for (let row = 0; row < key.length; row++)
    if (belongs(row)) {
      count++;
      sum = (sum + (key[row] as number)) >>> 0;
    }
  return { count, key: sum };
};

/** The median of a curve as it is shown, with the times at which its limits cross a half (Brookmeyer and Crowley 1982). */
const medianOf = (points: readonly DisclosedPoint[]) => {
  const crossed = (at: (point: DisclosedPoint) => number | null): number | null =>
    points.find((point) => (at(point) ?? 0) <= 0.5)?.time ?? null;
  const months = crossed(({ survival }) => survival);
  if (months === null) return null;
  return { months, lower: crossed(({ lower }) => lower), upper: crossed(({ upper }) => upper) };
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

interface Arm {
  readonly result: ArmResult;
  readonly points: readonly DisclosedPoint[];
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

const pointsOf = (rows: Rows, of: Counted, months: number, rule: DisclosureRule) => {
  const monthly = Float64Array.from({ length: months + 1 }, (_, i) => i * MONTH);
  const [left] = numberAtRisk(rows, monthly) as [Float64Array];
  const curve: SurvivalCurve = kaplanMeier({ ...rows, rows: 'events' });
  const deaths = deathsUntil(rows, monthly);
  const points = survivalAt(curve, monthly).map(({ survival }, month) => ({
    time: month,
    survival,
    deaths: deaths[month] as number,
    atRisk: left[month] as number,
  }));
  return discloseCurve(of, points, rule);
};

const armOf = (rows: Rows, left: Keyed, months: number, rule: DisclosureRule): Arm => {
  const withoutTime = disclose(left, rule);
  const of = counted(
    setWhere(rows, () => true),
    rule,
  );
  const persons = discloseCounted(of, rule);
  const every = tableMonths(months);
  if (persons.suppressed) {
    const atRisk = every.map((m) => ({ months: m, count: persons }));
    const result = { persons, deaths: persons, withoutTime, curve: [], atRisk, median: null };
    return { result, points: [] };
  }
  const points = pointsOf(rows, of, months, rule);
  const dead = (row: number) => rows.event[row] === 1;
  const [deaths] = discloseTable(
    [
      counted(setWhere(rows, dead), rule),
      counted(
        setWhere(rows, (row) => !dead(row)),
        rule,
      ),
    ],
    rule,
  );
  const result = {
    persons,
    deaths,
    withoutTime,
    curve: points.map(({ time, survival, lower, upper }) => ({
      months: time,
      survival: rounded(survival, 3),
      lower: probability(lower),
      upper: probability(upper),
    })),
    atRisk: every.map((m) => ({
      months: m,
      count: disclose(
        setWhere(rows, (row) => (rows.time[row] as number) >= m * MONTH),
        rule,
      ),
    })),
    median: medianOf(points),
  };
  return { result, points };
};

const none: ArmResult = {
  persons: discloseCounted(nobody),
  deaths: discloseCounted(nobody),
  withoutTime: discloseCounted(nobody),
  curve: [],
  atRisk: [{ months: 0, count: discloseCounted(nobody) }],
  median: null,
};

export interface Horizon {
  /** How far curves go. */
  readonly months: number;
  /** Months after diagnosis from which time counts; 0 for diagnosis itself. */
  readonly landmark: number;
}

const IMMORTAL_TIME = {
  en: 'Immortal time bias: a cohort is decided by a treatment or test after diagnosis, and nobody of it could die before that. Compare from a landmark instead.',
  zh: '不死时间偏倚：所选人群由诊断后的治疗或检测界定，其成员在此之前不可能死亡。请改用界标法比较。',
};

/** Counts of an arm: its persons, deaths and those left out, the numbers at risk, and a point a month. */
const countsOfArm = (months: number): number => 3 + tableMonths(months).length + months + 1;

/** Arms of one question, exact sets beside what may leave. */
const armsOf = (
  releases: Releases,
  asked: readonly AskedCohort[],
  release: ReleaseRow,
  { months, landmark }: Horizon,
) => {
  const question = ['survival', String(months), String(landmark), ...asked.map((arm) => arm.id)];
  return releases.once(release, question, async () => {
    const { cohorts } = await releases.open(release.number);
    const sets = await cohorts.survival(
      asked.map((arm) => arm.definition),
      Math.round(landmark * MONTH),
    );
    const { rule } = releases;
    return {
      analysed: sets.analysed,
      arms: asked.map((_, i) => armOf(rowsOf(sets, i), sets.left[i] as Keyed, months, rule)),
      inSeveralArms: disclose(sets.shared, rule),
    };
  });
};

/** The question that a set was first an arm of, and which one. */
const sources = new WeakMap<Printed, { asked: readonly AskedCohort[]; place: number }>();

/**
 * The arms to be answered: one that differs by a few persons from an arm of which the account asked a curve lately is
 * answered as that one, since two curves would tell of those few.
 */
const answeredArms = (
  { session, resources: { releases } }: Context,
  asked: readonly AskedCohort[],
  release: ReleaseRow,
  horizon: Horizon,
  { analysed, arms }: Awaited<ReturnType<typeof armsOf>>,
): Promise<Arm[]> => {
  const recent = releases.recentSets(
    `${session.principal.accountId} curves ${horizon.landmark}`,
    release,
  );
  return Promise.all(
    analysed.map(async (set, place) => {
      const answered = recent.answer(set);
      if (answered === set) sources.set(set, { asked, place });
      const source = areSame(answered, set) ? undefined : sources.get(answered);
      if (source === undefined) return arms[place] as Arm;
      const former = await armsOf(releases, source.asked, release, horizon);
      return former.arms[source.place] as Arm;
    }),
  );
};

/** Overall survival of several cohorts of one release, protected. */
export const compareSurvival = async (
  context: Context,
  asked: readonly AskedCohort[],
  release: ReleaseRow,
  horizon: Horizon,
) => {
  const { session, resources } = context;
  const { releases } = resources;
  const { months, landmark } = horizon;
  const decidedAfter = asked.some(({ definition }) => isDecidedAfterDiagnosis(definition));
  const common = {
    release,
    landmark,
    closing: release.closing,
    immortalTime: decidedAfter && landmark === 0 ? IMMORTAL_TIME : null,
  };
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
      ...common,
      arms: described(() => none),
      inSeveralArms: discloseCounted(nobody, releases.rule),
      logRank: null,
    };
  const found = await armsOf(releases, asked, release, horizon);
  await takeCounts(session, releases.budget.perDay, {
    name: [release.number, 'survival', months, landmark, ...asked.map((arm) => arm.id)].join(' '),
    counts: 1 + asked.length * countsOfArm(months),
  });
  const arms = await answeredArms(context, asked, release, horizon, found);
  return {
    ...common,
    arms: described((i) => (arms[i] as Arm).result),
    inSeveralArms: found.inSeveralArms,
    logRank: logRankOfShown(arms.map(({ points }) => points)),
  };
};
