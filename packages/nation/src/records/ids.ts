import type { Random } from '../random/random.ts';
import { uuid7, uuid7Time } from '../random/uuid.ts';

/**
 * Ids are made as if the platform had met the patients one a millisecond, long before it met anyone: they
 * rise with the patient's number (so that bulk input fills its indexes from left to right), and are told
 * from every id made since.
 */
const FIRST = Date.UTC(2020, 0, 1);

/** Ids of patient `index`'s rows, the first the patient's own. */
export const patientIds = (index: number, random: Random): (() => string) => {
  const time = uuid7Time(FIRST + index);
  let rising = 0;
  return () => uuid7(time, rising++, random.bits(), random.bits());
};

/** The least id patient `index` could have. */
export const leastId = (index: number): string =>
  `${uuid7Time(FIRST + index)}0000-0000-000000000000`;

/** The number of the patient to whom an id of the nation belongs. */
export const indexOf = (patientId: string): number =>
  Number.parseInt(patientId.slice(0, 8) + patientId.slice(9, 13), 16) - FIRST;
