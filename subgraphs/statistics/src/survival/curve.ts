import {
  DAYS_PER_YEAR,
  type LifeTable,
  type Patients,
  type RelativeCurve,
} from '@nodp/biostatistics';
import type { RelativeCurvePoint } from '@nodp/disclosure';
import { estimators } from './estimators.ts';
import type { FollowedCases, Observation } from './followed.ts';

/** What a curve is of: death of any cause, that relative to what was expected (Ederer II), or net of it (Pohar Perme). */
export type SurvivalKind = 'OBSERVED' | 'RELATIVE' | 'NET';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;
/** How far curves go. */
export const MOST_YEARS = 10;
const MONTHS = Array.from({ length: 12 * MOST_YEARS + 1 }, (_, month) => month);

/** A release holds ages of 90 and more as 90: those persons are some 92 and a half on average. */
const OPEN_AGE = 90;
const MEAN_OF_OPEN_AGE = 92.5;

const ageInDays = (age: number): number =>
  (age >= OPEN_AGE ? MEAN_OF_OPEN_AGE : age + 0.5) * DAYS_PER_YEAR;

type Estimated = Pick<RelativeCurve, 'time' | 'atRisk' | 'events' | 'survival' | 'standardError'>;

/** Where curves are told: between two exits far apart one changes by the mortality of the population alone. */
const DAYS = MONTHS.map((month) => month * MONTH);

/** The cases of observations one after another, as estimators of relative and net survival read them. */
const patientsOf = (cases: FollowedCases, observations: readonly Observation[]): Patients => {
  const n = observations.reduce((sum, { rows }) => sum + rows.length, 0);
  const column = () => new Float64Array(n);
  const [time, age, date, entry] = [column(), column(), column(), column()];
  const [status, stratum] = [new Uint8Array(n), new Uint8Array(n)];
  let from = 0;
  for (const one of observations) {
    time.set(one.time, from);
    status.set(one.status, from);
    if (one.entry !== null) entry.set(one.entry, from);
    for (let i = 0; i < one.rows.length; i++) {
      const row = one.rows[i] as number;
      age[from + i] = ageInDays(cases.age[row] as number);
      date[from + i] = cases.date[row] as number;
      stratum[from + i] = cases.sex[row] as number;
    }
    from += one.rows.length;
  }
  const late = observations.some((one) => one.entry !== null);
  return { time, status, age, date, stratum, ...(late && { entry }) };
};

const estimated = async (
  kind: Exclude<SurvivalKind, 'NET'>,
  table: LifeTable | null,
  cases: FollowedCases,
  observation: Observation,
): Promise<Estimated> => {
  const { entry, time, status } = observation;
  if (kind === 'OBSERVED')
    return estimators.run('kaplanMeier', [
      { time, event: status, ...(entry !== null && { entry }) },
    ]);
  return estimators.run('edererII', [
    lifeTableOf(table),
    patientsOf(cases, [observation]),
    { at: DAYS },
  ]);
};

const lifeTableOf = (table: LifeTable | null): LifeTable => {
  if (table === null) throw new RangeError('Relative survival needs a life table.');
  return table;
};

/** Net survival of all of them by one pass over their cases. */
const netCurves = async (
  table: LifeTable,
  cases: FollowedCases,
  observations: readonly Observation[],
): Promise<RelativeCurvePoint[][]> => {
  const patients = patientsOf(cases, observations);
  const group = new Uint16Array(patients.time.length);
  let from = 0;
  observations.forEach(({ rows }, curve) => {
    group.fill(curve, from, from + rows.length);
    from += rows.length;
  });
  const net = await estimators.run(
    'poharPermeByGroup',
    // A copy, as what is moved is gone here afterwards.
    [structuredClone(table), patients, group, observations.length, { at: DAYS }],
    { input: 'move' },
  );
  return observations.map((_, curve) =>
    MONTHS.map((month) => {
      const at = curve * MONTHS.length + month;
      return pointOf({
        time: month,
        ...{
          observed: net.observed[at] as number,
          variance: net.observedLogVariance[at] as number,
        },
        ...{ deaths: net.deaths[at] as number, atRisk: net.atRisk[at] as number },
        ...{ survival: net.survival[at] as number, logVariance: net.logVariance[at] as number },
      });
    }),
  );
};

/** A curve at one time: observed survival, and what the kind makes of it. */
const pointOf = (at: {
  readonly time: number;
  /** Observed survival with the variance of its logarithm. */
  readonly observed: number;
  readonly variance: number;
  readonly deaths: number;
  readonly atRisk: number;
  readonly survival: number;
  readonly logVariance: number;
}): RelativeCurvePoint => {
  const { time, observed, variance, deaths, atRisk, survival, logVariance } = at;
  const known = observed > 0 && variance > 0 && survival > 0;
  return {
    ...{ time, survival: observed, deaths, atRisk },
    ratio: observed > 0 ? survival / observed : 1,
    varianceRatio: known ? logVariance / variance : 1,
  };
};

/** Persons under observation at the beginning of each month: those who had come in, without those who had left. */
const atRiskByMonth = ({ time, entry }: Observation): Int32Array => {
  const [came, left] = [new Int32Array(MONTHS.length + 1), new Int32Array(MONTHS.length + 1)];
  for (let i = 0; i < time.length; i++) {
    // The first month that begins on the day of entry or later; the first that begins after the last day.
    const first =
      entry === null ? 0 : Math.min(MONTHS.length, Math.ceil((entry[i] as number) / MONTH));
    const gone = Math.min(MONTHS.length, Math.floor((time[i] as number) / MONTH) + 1);
    if (gone <= first) continue;
    came[first] = (came[first] as number) + 1;
    left[gone] = (left[gone] as number) + 1;
  }
  let there = 0;
  return Int32Array.from(MONTHS, (month) => {
    there += (came[month] as number) - (left[month] as number);
    return there;
  });
};

const curveOf = async (
  kind: Exclude<SurvivalKind, 'NET'>,
  table: LifeTable | null,
  cases: FollowedCases,
  observation: Observation,
): Promise<RelativeCurvePoint[]> => {
  if (observation.rows.length === 0) return [];
  const curve = await estimated(kind, table, cases, observation);
  const points: RelativeCurvePoint[] = [];
  const atRisk = atRiskByMonth(observation);
  let [row, deaths, observed, variance] = [0, 0, 1, 0];
  for (const month of MONTHS) {
    const day = month * MONTH;
    for (; row < curve.time.length && (curve.time[row] as number) <= day; row++) {
      const died = curve.events[row] as number;
      const there = curve.atRisk[row] as number;
      deaths += died;
      // At a month in which nobody left there may be nobody under observation yet.
      if (died === 0) continue;
      observed *= 1 - died / there;
      if (died < there) variance += died / (there * (there - died));
    }
    const survival = row === 0 ? 1 : (curve.survival[row - 1] as number);
    const error = row === 0 ? 0 : (curve.standardError[row - 1] as number);
    points.push(
      pointOf({
        ...{ time: month, observed, variance, deaths, atRisk: atRisk[month] as number },
        ...{ survival, logVariance: survival > 0 ? (error / survival) ** 2 : 0 },
      }),
    );
  }
  return points;
};

/**
 * Curves month by month, exact, as far as anybody is at risk: observed survival, and what the kind makes of it.
 * @param table needed unless the kind is OBSERVED
 * @param observations of cases whose sex and age are known, unless the kind is OBSERVED
 */
export const curvesOf = async (
  kind: SurvivalKind,
  table: LifeTable | null,
  cases: FollowedCases,
  observations: readonly Observation[],
): Promise<RelativeCurvePoint[][]> => {
  if (kind !== 'NET')
    return Promise.all(observations.map((one) => curveOf(kind, table, cases, one)));
  const some = observations.filter(({ rows }) => rows.length > 0);
  if (some.length === 0) return observations.map(() => []);
  const curves = await netCurves(lifeTableOf(table), cases, some);
  return observations.map((one) => curves[some.indexOf(one)] ?? []);
};
