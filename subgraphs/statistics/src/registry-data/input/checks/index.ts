import type { Collected } from '../collected.ts';
import { overlappingAreas, overlappingPeriods, unknownRegistries } from './areas.ts';
import { lifeTables } from './life-tables.ts';
import { missingAges, withoutPersonYears } from './person-years.ts';
import { sumsDiffer } from './pooled.ts';
import { totals, unknownAges, wholeAndPart, wrongSex } from './sites.ts';

/** What the rows of all files of a data set say together. */
const CHECKS: readonly ((collected: Collected) => void)[] = [
  unknownRegistries,
  overlappingPeriods,
  overlappingAreas,
  missingAges,
  withoutPersonYears,
  wrongSex,
  wholeAndPart,
  totals,
  unknownAges,
  sumsDiffer,
  lifeTables,
];

export const checkAll = (collected: Collected): void => {
  for (const check of CHECKS) check(collected);
};
