import type { Random } from '../random/random.ts';
import { type Day, YEAR } from './days.ts';

export const YEARS_BACK = 11.5;

/**
 * Diagnoses over the years before the reference day, as many on every day: the nation's source of incidence (Cancer
 * Incidence in Five Continents vol. XII) is one figure for 2013–2017, so that a rise or fall over calendar years would be ours.
 */
export const drawDiagnosis = (random: Random, reference: Day): Day =>
  reference - Math.floor(YEARS_BACK * YEAR * (1 - random.unit())) - 1;

/** Share of all diagnoses that fall before a day. */
export const shareDiagnosedBefore = (day: Day, reference: Day): number =>
  Math.min(1, Math.max(0, 1 - (reference - day) / (YEARS_BACK * YEAR)));
