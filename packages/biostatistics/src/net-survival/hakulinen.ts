import { nonNegative, notEmpty } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import type { LifeTable } from '../life-table/life-table.ts';
import { ascendingOrder } from '../survival/data/order.ts';
import { CellSweep } from './cell-sweep.ts';
import type { RelativeCurve } from './curve.ts';
import { checkPatients, type Patients } from './patients.ts';
import { fromDiagnosis, type RatioOptions, ratioCurve } from './ratio-curve.ts';
import type { StepSums } from './step-sums.ts';
import { coarse, distinct, joined } from './time-line.ts';

export type HakulinenOptions = RatioOptions & {
  /**
   * Day number on which follow-up of everybody closed (deaths would have been followed to it);
   * default: the last day anybody was observed.
   */
  readonly finalDate?: number | undefined;
};

/**
 * Relative survival by Hakulinen (1982, Biometrics 38:933): Kaplan–Meier over the expected
 * survival of people followed as long as the patients could have been: censored ones as they
 * were, deceased ones to the closing date. Steps between the distinct potential times as relsurv's
 * `rs.surv(method = "hakulinen")`: h_j = Σ hᵢⱼ S_Pᵢ(t_j) / Σ S_Pᵢ(t_j). Variance of log S: Σ d / Y².
 *
 * @throws {BiostatisticsError} see `checkPatients`; `out-of-range` with `entry`, or a `finalDate`
 * before a death
 */
export function hakulinen(
  table: LifeTable,
  patients: Patients,
  options: HakulinenOptions = {},
): RelativeCurve {
  checkPatients(table, patients);
  fromDiagnosis('Hakulinen', patients);
  const potential = potentialFollowUp(patients, options.finalDate);
  const observed = Float64Array.from(patients.time);
  const last = observed.reduce((a, b) => Math.max(a, b), 0);
  const times = distinct(
    joined(
      observed,
      potential.map((days) => Math.min(last, days)),
    ),
  );
  return ratioCurve(
    patients,
    times,
    expectedOn(table, patients, potential, times, 'end-weights'),
    options,
  );
}

/**
 * Expected survival by Hakulinen: exp(−∫ Σ Zᵢ S_Pᵢ λ_Pᵢ / Σ Zᵢ S_Pᵢ du), Zᵢ = 1 during the
 * potential follow-up of patient i; the integral in closed form.
 *
 * @param times days since diagnosis, any order
 * @returns expected survival at each time; after the last potential follow-up, its last value
 * @throws {BiostatisticsError} see `checkPatients`; `negative-time`; `out-of-range`
 */
export function hakulinenExpected(
  table: LifeTable,
  patients: Patients,
  times: ArrayLike<number>,
  finalDate?: number,
): Float64Array {
  checkPatients(table, patients);
  notEmpty('times', times);
  nonNegative('times', times, 'negative-time');
  const potential = potentialFollowUp(patients, finalDate);
  const asked = Float64Array.from(times);
  const stops = distinct(joined(potential, asked));
  const expected = expectedOn(table, patients, potential, stops, 'exact');
  const byTime = new Map(Array.from(stops, (stop, s) => [stop, expected[s] as number]));
  return asked.map((time) => byTime.get(time) as number);
}

/** Days each patient could have been followed: censored to the end seen, dead to `finalDate`. */
function potentialFollowUp(patients: Patients, finalDate: number | undefined): Float64Array {
  const { time, status, date } = patients;
  const n = time.length;
  let closing = finalDate ?? Number.NEGATIVE_INFINITY;
  if (finalDate === undefined) {
    for (let i = 0; i < n; i++) {
      closing = Math.max(closing, (time[i] as number) + (date[i] as number));
    }
  }
  const potential = Float64Array.from(time);
  for (let index = 0; index < n; index++) {
    if (status[index] !== 1) continue;
    const days = closing - (date[index] as number);
    // Closing − date is rounded: a person followed to the closing date may lack a billionth.
    if (!(days >= (time[index] as number) - 1e-6)) {
      throw new BiostatisticsError(
        'out-of-range',
        'finalDate',
        `is ${closing}, before the death of patient ${index}`,
      );
    }
    potential[index] = Math.max(days, time[index] as number);
  }
  return potential;
}

/** Expected survival at ascending stops; people leave at the last stop not after their potential. */
function expectedOn(
  table: LifeTable,
  patients: Patients,
  potential: Float64Array,
  stops: Float64Array,
  rule: 'end-weights' | 'exact',
): Float64Array {
  const { grid, at } = coarse(stops);
  const sweep = new CellSweep(table, patients, grid, -1, 'exact');
  const order = ascendingOrder(potential);
  const last = grid.length - 1;
  let s = 0;
  let present = 0;
  for (let k = 0; k < order.length; k++) {
    const i = order[k] as number;
    while (s + 1 < stops.length && (stops[s] as number) < (potential[i] as number)) s++;
    const until = at[s] as number;
    if (until === 0) continue;
    sweep.enter(i, 0, until, patients.weight === undefined ? 1 : (patients.weight[i] as number));
    present++;
  }
  const sums: StepSums = { startValue: 0, startHazard: 0, endValue: 0, endHazard: 0, accrued: 0 };
  const expected = new Float64Array(stops.length);
  let leaving = order.length - present;
  let cumulative = 0;
  let step = 0;
  for (s = 0; s < stops.length; s++) {
    const end = at[s] as number;
    for (; step < end; step++) {
      if (present === 0) continue;
      sweep.step(step, sums);
      if (!(sums.startValue > 0)) continue;
      cumulative +=
        rule === 'exact'
          ? -Math.log(sums.endValue / sums.startValue)
          : sums.accrued / sums.endValue;
    }
    expected[s] = Math.exp(-cumulative);
    if (end === last) continue;
    for (; leaving < order.length; leaving++) {
      const i = order[leaving] as number;
      if ((potential[i] as number) > (stops[s] as number)) break;
      sweep.leave(i, end);
      present--;
    }
  }
  return expected;
}
