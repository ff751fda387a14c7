import { nonNegative, notEmpty } from '../checks.ts';
import type { LifeTable } from '../life-table/life-table.ts';
import { CellSweep } from './cell-sweep.ts';
import type { RelativeCurve } from './curve.ts';
import { checkPatients, type Patients } from './patients.ts';
import { fromDiagnosis, type RatioOptions, ratioCurve } from './ratio-curve.ts';
import type { StepSums } from './step-sums.ts';
import { coarse, distinct } from './time-line.ts';

/**
 * Relative survival by Ederer I (Ederer, Axtell & Cutler 1961): Kaplan–Meier of the patients over
 * the mean expected survival of all of them, whether still followed or not. Variance of log S:
 * Σ d / Y² (as relsurv's `rs.surv(method = "ederer1")`).
 *
 * @throws {BiostatisticsError} see `checkPatients`; `out-of-range` with `entry`
 */
export function edererI(
  table: LifeTable,
  patients: Patients,
  options: RatioOptions = {},
): RelativeCurve {
  checkPatients(table, patients);
  fromDiagnosis('Ederer I', patients);
  const times = distinct(Float64Array.from(patients.time));
  return ratioCurve(patients, times, edererIExpected(table, patients, times), options);
}

/**
 * Expected survival by Ederer I: Σ wᵢ S_Pᵢ(t) / Σ wᵢ.
 *
 * @param patients follow-up is not read
 * @param times days since diagnosis, any order
 * @returns expected survival at each time
 * @throws {BiostatisticsError} see `checkPatients`; `negative-time`
 */
export function edererIExpected(
  table: LifeTable,
  patients: Omit<Patients, 'time' | 'status' | 'entry'>,
  times: ArrayLike<number>,
): Float64Array {
  const n = patients.age.length;
  const unread = new Float64Array(n);
  checkPatients(table, { ...patients, time: unread, status: unread, entry: undefined });
  notEmpty('times', times);
  nonNegative('times', times, 'negative-time');
  const asked = Float64Array.from(times);
  const stops = distinct(asked);
  const { grid, at } = coarse(stops);
  const sweep = new CellSweep(table, patients, grid, -1, 'exact');
  let total = 0;
  for (let i = 0; i < n; i++) {
    const weight = patients.weight === undefined ? 1 : (patients.weight[i] as number);
    if (grid.length > 1) sweep.enter(i, 0, grid.length - 1, weight);
    total += weight;
  }
  const sums: StepSums = { startValue: 0, startHazard: 0, endValue: 0, endHazard: 0, accrued: 0 };
  const onGrid = new Float64Array(grid.length).fill(1);
  for (let k = 0; k + 1 < grid.length; k++) {
    onGrid[k + 1] = sweep.step(k, sums).endValue / total;
  }
  const byTime = new Map(Array.from(stops, (stop, s) => [stop, onGrid[at[s] as number] as number]));
  return asked.map((time) => byTime.get(time) as number);
}
