import type { Label } from '@nodp/graph';
import type { StatisticsDimension } from '../../generated/resolvers.ts';
import { type AreaYear, isWhole } from '../../registration/registration.ts';
import { personYearsBy } from '../person-years.ts';
import type { Axis, Chosen, PersonYears } from '../source.ts';
import { periodOf } from '../values.ts';

/** The code of an area's year in a dimension; null where the dimension does not divide areas and years. */
const codeOf = (
  dimension: StatisticsDimension,
  { registry, region, year }: AreaYear,
): string | null => {
  switch (dimension) {
    case 'PROVINCE':
      return region;
    case 'REGISTRY':
      return registry;
    case 'YEAR':
      return String(year);
    case 'PERIOD':
      return periodOf(year);
    default:
      return null;
  }
};

const DIVIDE: readonly StatisticsDimension[] = ['PROVINCE', 'REGISTRY', 'YEAR', 'PERIOD'];

/** Person-years of the areas and years that registries hold whole. */
export const personYearsOf = (
  areaYears: readonly AreaYear[],
  builtOn: string,
  axes: readonly Axis[],
  chosen: Chosen,
  basis: Label,
): PersonYears =>
  personYearsBy(
    areaYears,
    { divide: DIVIDE, codeOf, isWhole: (one) => isWhole(one, builtOn) },
    axes,
    chosen,
    basis,
  );
