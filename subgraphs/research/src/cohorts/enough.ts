import type { ArmResult } from './shown-arms.ts';

/** Fewer are not shown beside a record, so that nobody reads chance as experience. */
export const LEAST = { persons: 30, deaths: 10 };

/**
 * Whether a clinician is shown an arm: told by what is shown, so that it is no question of its own. Where the number of deaths is
 * hidden because few are left alive, a curve that fell tells that ten have died.
 */
export const isEnough = ({
  persons,
  deaths,
  curve,
}: Pick<ArmResult, 'persons' | 'deaths' | 'curve'>): boolean =>
  (persons.value ?? 0) >= LEAST.persons &&
  ((deaths.value ?? 0) >= LEAST.deaths || curve.some(({ survival }) => survival < 1));
