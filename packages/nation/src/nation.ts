import { type Institution, institutions } from './network/institutions.ts';
import { historyOf } from './records/history.ts';
import type { PatientHistory } from './records/records.ts';
import { dayOf } from './time/days.ts';

export interface NationOptions {
  /** Any 32-bit integer; the same seed makes the same nation. */
  readonly seed?: number;
  /** How many patients. */
  readonly patients: number;
  /** The day as of which the nation is told, YYYY-MM-DD: nothing but booked contacts lies after it. */
  readonly reference?: string;
}

export interface Nation extends Iterable<PatientHistory> {
  readonly seed: number;
  readonly patients: number;
  readonly reference: string;
  readonly institutions: readonly Institution[];
  /** Patient `index` (from 0), who is the same in a nation of any size. */
  patient(index: number): PatientHistory;
  /** The patients from one number to before another. */
  range(from: number, to: number): Iterable<PatientHistory>;
}

/** The demonstration nation: nobody in it exists. Made one patient at a time, in memory that does not grow with it. */
export const nation = ({ seed = 1, patients, reference = '2026-06-30' }: NationOptions): Nation => {
  const day = dayOf(reference);
  function* range(from: number, to: number): Generator<PatientHistory> {
    for (let i = from; i < Math.min(to, patients); i++) yield historyOf(seed, i, day);
  }
  return {
    seed,
    patients,
    reference,
    institutions,
    patient: (index) => historyOf(seed, index, day),
    range,
    [Symbol.iterator]: () => range(0, patients),
  };
};
