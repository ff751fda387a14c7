import type { Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import type { LifeTable } from '../life-table/life-table.ts';
import { chiSquareUpper } from '../special/index.ts';
import { checkCodes } from '../survival/data/input.ts';
import { ascendingOrder } from '../survival/data/order.ts';
import { quadraticForm } from '../survival/ldl.ts';
import type { Reporting } from '../worker/progress.ts';
import { CellSweep } from './cell-sweep.ts';
import { checkPatients, type Patients, selectPatients } from './patients.ts';
import { fromDiagnosis } from './ratio-curve.ts';
import type { StepSums } from './step-sums.ts';
import { coarse, distinct, joined } from './time-line.ts';

export type NetLogRank = {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Σ over time and strata of observed minus expected weighted excess deaths, one a group. */
  readonly z: Float64Array;
};

/**
 * Log-rank-type test that net survival is the same in k groups (Grafféo, Castell, Belot & Giorgi
 * 2016, Biometrics 72:760; stratified: Pavlič & Pohar Perme 2017, BMC Med Res Methodol 17:30):
 *
 *   Z_h = Σ_s ∫ dN^w_Eh − (Y^w_h / Y^w) dN^w_E,   N^w and Y^w weighted by 1/S_P
 *   σ_hj = Σ_s ∫ Σ_l (δ_hl − Y^w_h/Y^w)(δ_jl − Y^w_j/Y^w) Σ_{i∈l} dNᵢ/S_Pᵢ²
 *   χ² = Zᵀ Σ⁻¹ Z without the last group, k − 1 degrees of freedom
 *
 * Integrated on days and all times of exit, weights at the end of a step, as relsurv's `rs.diff`.
 *
 * @param group 0 … k−1, one a patient
 * @param options.stratum 0 … s−1, one a patient: groups are compared within strata
 * @param options.precision longest step in days, default 1
 * @throws {BiostatisticsError} see `checkPatients`; `one-group`, `lengths-differ`, `no-events`,
 * `out-of-range` (group, stratum or entry), `singular` when no group is ever compared
 */
export function netLogRank(
  table: LifeTable,
  patients: Patients,
  group: Numbers,
  options: Reporting & {
    readonly strata?: Numbers | undefined;
    readonly precision?: number | undefined;
  } = {},
): NetLogRank {
  checkPatients(table, patients);
  fromDiagnosis('the test for net survival', patients);
  const n = patients.time.length;
  const groups = checkCodes('group', group, n).count;
  const strata = options.strata === undefined ? 1 : checkCodes('strata', options.strata, n).count;
  if (groups < 2) {
    throw new BiostatisticsError('one-group', 'group', 'holds one group; a test compares two');
  }
  if (!Array.prototype.includes.call(patients.status, 1)) {
    throw new BiostatisticsError('no-events', 'status', 'nobody died; there is nothing to compare');
  }
  const times = daysAnd(Float64Array.from(patients.time), options.precision ?? 1);
  const z = new Float64Array(groups);
  const covariance = new Float64Array(groups * groups);
  for (let stratum = 0; stratum < strata; stratum++) {
    options.onProgress?.(stratum / strata);
    const columns = Array.from({ length: groups }, (_, g) => {
      const rows: number[] = [];
      for (let i = 0; i < n; i++) {
        if (group[i] === g && (options.strata?.[i] ?? 0) === stratum) rows.push(i);
      }
      return weightedColumns(table, selectPatients(patients, rows), times);
    });
    addStratum(columns, times.length, z, covariance);
  }
  const retained = groups - 1;
  const matrix = new Float64Array(retained * retained);
  for (let h = 0; h < retained; h++) {
    for (let j = 0; j < retained; j++)
      matrix[h * retained + j] = covariance[h * groups + j] as number;
  }
  const { value: statistic, rank } = quadraticForm(z.slice(0, retained), matrix);
  if (rank < retained) {
    throw new BiostatisticsError(
      'singular',
      'group',
      'some group was never at risk together with another when somebody died; leave it out',
    );
  }
  return { statistic, degreesOfFreedom: retained, pValue: chiSquareUpper(statistic, retained), z };
}

/** Of one group at each time: Σ Y w, Σ dN_E w and Σ dN w². */
type Columns = { risk: Float64Array; excess: Float64Array; squared: Float64Array };

function weightedColumns(table: LifeTable, patients: Patients, times: Float64Array): Columns {
  const rows = times.length;
  const risk = new Float64Array(rows);
  const excess = new Float64Array(rows);
  const squared = new Float64Array(rows);
  const { grid, at } = coarse(times);
  const sweep = new CellSweep(table, patients, grid, 1, 'exact');
  const exits = Float64Array.from(patients.time);
  const order = ascendingOrder(exits);
  let place = 0;
  for (let k = 0; k < order.length; k++) {
    const i = order[k] as number;
    while ((times[place] as number) < (exits[i] as number)) place++;
    sweep.enter(i, 0, at[place] as number, patients.weight?.[i] ?? 1);
  }
  const sums: StepSums = { startValue: 0, startHazard: 0, endValue: 0, endHazard: 0, accrued: 0 };
  let exited = 0;
  for (let j = 0; j < rows && exited < order.length; j++) {
    const end = at[j] as number;
    if (end > 0) {
      sweep.step(end - 1, sums);
      risk[j] = sums.endValue;
      excess[j] = -sums.accrued;
    } else {
      for (let k = 0; k < order.length; k++) risk[j] = (risk[j] as number) + sweep.valueAt(k, 0);
    }
    for (; exited < order.length; exited++) {
      const i = order[exited] as number;
      if ((exits[i] as number) > (times[j] as number)) break;
      const w = sweep.leave(i, end);
      if (patients.status[i] !== 1) continue;
      excess[j] = (excess[j] as number) + w;
      squared[j] = (squared[j] as number) + w * w;
    }
  }
  return { risk, excess, squared };
}

function addStratum(
  columns: readonly Columns[],
  rows: number,
  z: Float64Array,
  covariance: Float64Array,
): void {
  const k = columns.length;
  const share = new Float64Array(k);
  for (let j = 0; j < rows; j++) {
    let risk = 0;
    let excess = 0;
    let squared = 0;
    for (const column of columns) {
      risk += column.risk[j] as number;
      excess += column.excess[j] as number;
      squared += column.squared[j] as number;
    }
    if (!(risk > 0)) continue;
    for (let h = 0; h < k; h++) {
      const column = columns[h] as Columns;
      share[h] = (column.risk[j] as number) / risk;
      z[h] = (z[h] as number) + (column.excess[j] as number) - (share[h] as number) * excess;
    }
    if (squared === 0) continue;
    for (let h = 0; h < k; h++) {
      for (let g = 0; g < k; g++) {
        // Σ_l (δ_hl − p_h)(δ_gl − p_g) q_l, multiplied out.
        const p = share[h] as number;
        const q = share[g] as number;
        const own = (columns[h] as Columns).squared[j] as number;
        const other = (columns[g] as Columns).squared[j] as number;
        covariance[h * k + g] =
          (covariance[h * k + g] as number) +
          (h === g ? own : 0) -
          q * own -
          p * other +
          p * q * squared;
      }
    }
  }
}

/** 1, 1 + precision, … up to the longest follow-up, and every exit. */
function daysAnd(exits: Float64Array, precision: number): Float64Array {
  if (!(precision > 0)) {
    throw new BiostatisticsError('out-of-range', 'precision', `is ${precision}; days above 0`);
  }
  const own = distinct(exits);
  const last = own[own.length - 1] as number;
  const days = Float64Array.from(
    { length: Math.max(0, Math.floor((last - 1) / precision + 1e-9) + 1) },
    (_, k) => 1 + k * precision,
  );
  return distinct(joined(days, own));
}
