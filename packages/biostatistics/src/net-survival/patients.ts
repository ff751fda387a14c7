import { finite, type Numbers, nonNegative, notEmpty, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { knownStratum, type LifeTable } from '../life-table/life-table.ts';

/**
 * Patients as estimators of relative and net survival read them, one value a patient, all arrays
 * of length n. Times are days since diagnosis.
 */
export type Patients = {
  /** Days from diagnosis to death or censoring, ≥ 0. */
  readonly time: Numbers;
  /** 1 died (of whatever cause), 0 censored. */
  readonly status: Numbers;
  /** Age at diagnosis in days. */
  readonly age: Numbers;
  /** Day of diagnosis, days since 1970-01-01. */
  readonly date: Numbers;
  /** Stratum of the life table (`lifeTableStratum`). */
  readonly stratum: Numbers;
  /**
   * Days from diagnosis at which observation begins (left truncation, the period approach);
   * absent or 0: from diagnosis.
   */
  readonly entry?: Numbers | undefined;
  /** Weight of each patient, ≥ 0, e.g. `brennerWeights`; absent: 1. */
  readonly weight?: Numbers | undefined;
};

/**
 * @throws {BiostatisticsError} `empty`, `lengths-differ`, `not-finite`, `negative-time`,
 * `negative-value`, `out-of-range` (status not 0/1, entry not before time, stratum unknown)
 */
export function checkPatients(table: LifeTable, patients: Patients): void {
  const { time, status, age, date, stratum, entry, weight } = patients;
  notEmpty('time', time);
  sameLength({ time, status, age, date, stratum, entry, weight });
  nonNegative('time', time, 'negative-time');
  finite('age', age);
  finite('date', date);
  if (entry !== undefined) nonNegative('entry', entry, 'negative-time');
  if (weight !== undefined) {
    nonNegative('weight', weight);
    if (!Array.prototype.some.call(weight, (w: number) => w > 0)) {
      throw new BiostatisticsError('out-of-range', 'weight', 'is 0 for everybody');
    }
  }
  for (let index = 0; index < time.length; index++) {
    if (status[index] !== 0 && status[index] !== 1) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'status', index },
        `is ${status[index]}; 1 means died, 0 means censored`,
      );
    }
    knownStratum(table, stratum[index] as number, index);
    const from = entry === undefined ? 0 : (entry[index] as number);
    if (from > 0 && from >= (time[index] as number)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'entry', index },
        `is ${from}, not before the end of follow-up ${time[index]}; leave the patient out`,
      );
    }
  }
}

/** The patients in the given rows, as an object of their own. */
export function selectPatients(patients: Patients, rows: ArrayLike<number>): Patients {
  const pick = (values: Numbers) => {
    const picked = new Float64Array(rows.length);
    for (let k = 0; k < rows.length; k++) picked[k] = values[rows[k] as number] as number;
    return picked;
  };
  return {
    time: pick(patients.time),
    status: pick(patients.status),
    age: pick(patients.age),
    date: pick(patients.date),
    stratum: pick(patients.stratum),
    entry: patients.entry === undefined ? undefined : pick(patients.entry),
    weight: patients.weight === undefined ? undefined : pick(patients.weight),
  };
}
