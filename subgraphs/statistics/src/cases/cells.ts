import { type Breakdown, TABLE_AGES, TABLE_SEXES } from '@nodp/warehouse';
import type { PopulationAtRisk } from '../population/denominators.ts';

/** Five-year age groups; what follows them in a table is unknown age. */
export const GROUPS = TABLE_AGES - 1;
const SIZE = TABLE_SEXES * TABLE_AGES;

/** Cases of one value of a breakdown by sex and age: 3 × 19 counts. */
export type Cells = Uint32Array;

const NOBODY: Cells = new Uint32Array(SIZE);

/** The cells of each value of a breakdown. */
export const cellsBy = <Value extends string | number>({
  values,
  counts,
}: Breakdown<Value>): ((value: Value | null) => Cells) => {
  const places = new Map(values.map((value, place) => [value, place]));
  return (value) => {
    const place = places.get(value);
    return place === undefined ? NOBODY : counts.subarray(place * SIZE, (place + 1) * SIZE);
  };
};

/** Cases by known age, and those of unknown age. */
export interface ByAge {
  /** Of 18 age groups. */
  readonly ages: Float64Array;
  readonly unknown: number;
  readonly total: number;
}

const PLACES: Readonly<Record<PopulationAtRisk, readonly number[]>> = {
  EVERYBODY: [0, 1, 2],
  FEMALE: [0],
  MALE: [1],
};

/** Cases by age; everybody holds those of other and unknown sex too. */
export const byAge = (cells: Cells, atRisk: PopulationAtRisk): ByAge => {
  const ages = new Float64Array(GROUPS);
  let unknown = 0;
  let total = 0;
  for (const sex of PLACES[atRisk])
    for (let age = 0; age < TABLE_AGES; age++) {
      const cases = cells[sex * TABLE_AGES + age] as number;
      total += cases;
      if (age === GROUPS) unknown += cases;
      else ages[age] = (ages[age] as number) + cases;
    }
  return { ages, unknown, total };
};

export const totalOf = (cells: Cells): number => byAge(cells, 'EVERYBODY').total;
