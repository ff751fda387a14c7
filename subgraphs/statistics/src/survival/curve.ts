import { DAYS_PER_YEAR, type LifeTable, type RelativeCurve } from '@nodp/biostatistics';
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

const estimated = async (
  kind: SurvivalKind,
  table: LifeTable | null,
  cases: FollowedCases,
  { rows, entry, time, status }: Observation,
): Promise<Estimated> => {
  if (kind === 'OBSERVED')
    return estimators.run('kaplanMeier', [
      { time, event: status, ...(entry !== null && { entry }) },
    ]);
  if (table === null) throw new RangeError('Relative survival needs a life table.');
  const [age, date] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  const stratum = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    age[i] = ageInDays(cases.age[row] as number);
    date[i] = cases.date[row] as number;
    stratum[i] = cases.sex[row] as number;
  }
  const patients = { time, status, age, date, stratum, ...(entry !== null && { entry }) };
  // Between two exits far apart the curve changes by the mortality of the population alone.
  const at = MONTHS.map((month) => month * MONTH);
  return estimators.run(kind === 'NET' ? 'poharPerme' : 'edererII', [table, patients, { at }]);
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

/**
 * A curve month by month, exact, as far as anybody is at risk: observed survival, and what the kind makes of it.
 * @param table needed unless the kind is OBSERVED
 * @param observation of cases whose sex and age are known, unless the kind is OBSERVED
 */
export const curveOf = async (
  kind: SurvivalKind,
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
    const known = observed > 0 && variance > 0 && survival > 0;
    points.push({
      time: month,
      survival: observed,
      deaths,
      atRisk: atRisk[month] as number,
      ratio: observed > 0 ? survival / observed : 1,
      varianceRatio: known ? (error / survival) ** 2 / variance : 1,
    });
  }
  return points;
};
