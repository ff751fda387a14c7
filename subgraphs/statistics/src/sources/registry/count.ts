import { ALL_SITES } from '../../registry-data/data-set.ts';
import {
  AGE_PLACES,
  type Axis,
  type Chosen,
  type CountAsked,
  type EventCounts,
  SEX_PLACES,
} from '../source.ts';
import type { Cube, Unit } from './cube.ts';
import { siteWeights, together, type WeightsOf } from './sites.ts';

const SEX_CODES = ['FEMALE', 'MALE'] as const;

/** The code of a unit in a dimension that divides areas and years; null for another dimension. */
export const codeOfUnit = (dimension: string, unit: Unit): string | null => {
  switch (dimension) {
    case 'PROVINCE':
      return unit.province;
    case 'REGISTRY':
      return unit.registry;
    case 'YEAR':
      return String(unit.firstYear);
    case 'PERIOD':
      return unit.period;
    default:
      return null;
  }
};

/** Whether what is chosen of areas and years has a unit. */
export const isChosen = (chosen: Chosen, unit: Unit): boolean =>
  Object.entries(chosen).every(([dimension, codes]) => {
    const code = codeOfUnit(dimension, unit);
    return code === null || codes.includes(code);
  });

/** Ages by their place in 19: those chosen, or all. */
const agesOf = (codes: readonly string[] | undefined): boolean[] =>
  Array.from(
    { length: AGE_PLACES },
    (_, age) =>
      codes === undefined || codes.includes(age === AGE_PLACES - 1 ? 'UNKNOWN' : String(5 * age)),
  );

/** Place in the axis of each unit, sex or age; −1 for none; null where the dimension is no axis. */
const placesOf = <T>(
  axes: readonly Axis[],
  dimension: string,
  codes: readonly T[],
  codeOf: (one: T) => string,
) => {
  const axis = axes.find((one) => one.dimension === dimension);
  if (axis === undefined) return null;
  const places = new Map(axis.values.map(({ code }, i) => [code, i]));
  return codes.map((one) => places.get(codeOf(one)) ?? -1);
};

/** How far apart neighbours on each axis lie in the flat table, by dimension. */
const stridesOf = (axes: readonly Axis[]): ReadonlyMap<string, number> => {
  const strides = new Map<string, number>();
  let stride = 1;
  for (const { dimension, values } of axes.toReversed()) {
    strides.set(dimension, stride);
    stride *= values.length;
  }
  return strides;
};

const AREA_DIMENSIONS = ['PROVINCE', 'REGISTRY', 'YEAR', 'PERIOD'] as const;

/** Cell of each unit by the axes of areas and years; −1 where it is in none. */
const cellsOfUnits = ({ units }: Cube, axes: readonly Axis[], chosen: Chosen): number[] => {
  const strides = stridesOf(axes);
  const cells: number[] = units.map((unit) => (isChosen(chosen, unit) ? 0 : -1));
  for (const dimension of AREA_DIMENSIONS) {
    const places = placesOf(
      axes,
      dimension,
      units,
      (unit) => codeOfUnit(dimension, unit) as string,
    );
    places?.forEach((place, unit) => {
      const before = cells[unit] as number;
      cells[unit] =
        place < 0 || before < 0 ? -1 : before + place * (strides.get(dimension) as number);
    });
  }
  return cells;
};

/** Each place of the axis of sites with what it counts; what is chosen of sites, or all, where sites are no axis. */
const sitePlaces = (
  { sites }: Cube,
  axes: readonly Axis[],
  chosen: Chosen,
): readonly WeightsOf[] => {
  const axis = axes.find(({ dimension }) => dimension === 'SITE');
  if (axis !== undefined) return axis.values.map(({ code }) => siteWeights(code, sites));
  const codes = chosen.SITE ?? [ALL_SITES];
  return [together(codes.map((code) => siteWeights(code, sites)))];
};

/** Cases or deaths of a data set by the axes. Values chosen together are one part: nothing is moved. */
export const countEvents = (
  cube: Cube,
  { events, axes, chosen, sexes, ages }: CountAsked,
): EventCounts => {
  const size = axes.reduce((product, { values }) => product * values.length, 1);
  const [ofSexes, ofAges] = [sexes ? SEX_PLACES : 1, ages ? AGE_PLACES : 1];
  const block = ofSexes * ofAges;
  const table = new Float64Array(size * block);
  const made: EventCounts = { parts: 1, sexes: ofSexes, ages: ofAges, counts: table, keys: null };
  const counts = cube.counts[events];
  if (counts === undefined) return made;
  const strides = stridesOf(axes);
  const unitCells = cellsOfUnits(cube, axes, chosen);
  const sexAxis = placesOf(axes, 'SEX', SEX_CODES, (code) => code);
  const sexChosen = SEX_CODES.map((code) => chosen.SEX?.includes(code) ?? true);
  const everyAge = Array.from({ length: AGE_PLACES }, (_, age) => age);
  const ageAxis = placesOf(axes, 'AGE', everyAge, (age) =>
    age === AGE_PLACES - 1 ? 'UNKNOWN' : String(5 * age),
  );
  const ageChosen = agesOf(chosen.AGE);
  // Where each age of a series is added, from the first place of its cell and sex; −1 for nowhere.
  const agePlace = everyAge.map((age) => {
    const place = ageAxis === null ? 0 : (ageAxis[age] as number);
    if (!ageChosen[age] || place < 0) return -1;
    return place * (strides.get('AGE') ?? 0) * block + (ages ? age : 0);
  });
  const sites = sitePlaces(cube, axes, chosen);
  const siteStride = strides.get('SITE') ?? 0;
  for (let series = 0; series < counts.unit.length; series++) {
    const sex = counts.sex[series] as number;
    const unitCell = unitCells[counts.unit[series] as number] ?? -1;
    const sexPlace = sexAxis === null ? 0 : (sexAxis[sex] as number);
    if (unitCell < 0 || sexPlace < 0 || !sexChosen[sex]) continue;
    const cell = unitCell + sexPlace * (strides.get('SEX') ?? 0);
    for (let place = 0; place < sites.length; place++) {
      const { withTotal, without } = sites[place] as WeightsOf;
      const weights = counts.hasTotal[series] === 1 ? withTotal : without;
      const weight = weights[counts.site[series] as number] as number;
      if (weight === 0) continue;
      const base = (cell + place * siteStride) * block + (sexes ? sex * ofAges : 0);
      for (let age = 0; age < AGE_PLACES; age++) {
        const at = agePlace[age] as number;
        if (at < 0) continue;
        table[base + at] =
          (table[base + at] as number) +
          weight * (counts.ages[series * AGE_PLACES + age] as number);
      }
    }
  }
  return made;
};
