import type { Random } from '../random/random.ts';
import { type Day, YEAR } from './days.ts';

/** Diagnoses over the years before the reference day: a little more of them every year. */
export const YEARS_BACK = 11.5;
const RISE = 0.87;

export const drawDiagnosis = (random: Random, reference: Day): Day =>
  reference - Math.floor(YEARS_BACK * YEAR * (1 - random.unit() ** RISE)) - 1;

/** Share of all diagnoses that fall before a day. */
export const shareDiagnosedBefore = (day: Day, reference: Day): number => {
  const passed = 1 - (reference - day) / (YEARS_BACK * YEAR);
  return Math.min(1, Math.max(0, passed)) ** (1 / RISE);
};
