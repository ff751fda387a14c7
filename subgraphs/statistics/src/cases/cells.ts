import { type Counted, type DisclosureRule, type Keyed, nobody, together } from '@nodp/disclosure';
import { type Breakdown, CELLS, type Cells, TABLE_AGES } from '@nodp/warehouse';
import type { PopulationAtRisk } from '../registration/coverage.ts';

/** Five-year age groups; what follows them in a table is unknown age. */
export const GROUPS = TABLE_AGES - 1;

const NOBODY: Cells = { parts: 0, counts: new Uint32Array(), keys: new Uint32Array() };

/** The cells of each value of a breakdown. */
export const cellsBy = <Value extends string | number>({
  values,
  parts,
  counts,
  keys,
}: Breakdown<Value>): ((value: Value | null) => Cells) => {
  const places = new Map(values.map((value, place) => [value, place]));
  const size = parts * CELLS;
  return (value) => {
    const place = places.get(value);
    if (place === undefined) return NOBODY;
    const [from, to] = [place * size, (place + 1) * size];
    return { parts, counts: counts.subarray(from, to), keys: keys.subarray(from, to) };
  };
};

/** Cases by known age, and those of unknown age. */
export interface ByAge {
  /** Of 18 age groups. */
  readonly ages: Float64Array;
  readonly unknown: number;
  readonly total: number;
}

const SEXES: Readonly<Record<PopulationAtRisk, readonly number[]>> = {
  EVERYBODY: [0, 1, 2],
  FEMALE: [0],
  MALE: [1],
};

/** Cases by age, exact; everybody holds those of other and unknown sex too. */
export const byAge = (cells: Cells, atRisk: PopulationAtRisk): ByAge => {
  const ages = new Float64Array(GROUPS);
  let unknown = 0;
  let total = 0;
  for (let part = 0; part < cells.parts; part++)
    for (const sex of SEXES[atRisk])
      for (let age = 0; age < TABLE_AGES; age++) {
        const cases = cells.counts[part * CELLS + sex * TABLE_AGES + age] as number;
        total += cases;
        if (age === GROUPS) unknown += cases;
        else ages[age] = (ages[age] as number) + cases;
      }
  return { ages, unknown, total };
};

const everyAge = Array.from({ length: TABLE_AGES }, (_, age) => age);

/** The cases of some sexes and ages as sets, one for each part of the choice. */
const setsIn = (
  { parts, counts, keys }: Cells,
  atRisk: PopulationAtRisk,
  ages: readonly number[],
): Keyed[] =>
  Array.from({ length: parts }, (_, part) => {
    let [count, key] = [0, 0];
    for (const sex of SEXES[atRisk])
      for (const age of ages) {
        const place = part * CELLS + sex * TABLE_AGES + age;
        count += counts[place] as number;
        key = (key + (keys[place] as number)) >>> 0;
      }
    return { count, key };
  });

/** The cases of some sexes, of one age (its place) or of all, with their move. */
export const countedIn = (
  cells: Cells,
  atRisk: PopulationAtRisk,
  rule: DisclosureRule,
  age?: number,
): Counted =>
  cells.parts === 0
    ? nobody
    : together(setsIn(cells, atRisk, age === undefined ? everyAge : [age]), rule);

export const totalOf = (cells: Cells, rule: DisclosureRule): Counted =>
  countedIn(cells, 'EVERYBODY', rule);
