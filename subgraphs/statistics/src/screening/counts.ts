import type { ScreeningRow, ScreeningRows } from '@nodp/warehouse';
import type { StatisticsDimension } from '../generated/resolvers.ts';
import type { Axis, Chosen, EventCounts } from '../sources/source.ts';
import { periodOf, UNKNOWN } from '../sources/values.ts';
import { SCREENING_STEPS, type ScreeningStep } from './steps.ts';

const sexOf = (sex: string | null): string => (sex === 'FEMALE' || sex === 'MALE' ? sex : UNKNOWN);

/** The code of a row on each dimension that screening is told by. */
const READ: Readonly<Partial<Record<StatisticsDimension, (row: ScreeningRow) => string>>> = {
  SITE: ({ programme }) => programme,
  SEX: ({ sex }) => sexOf(sex),
  AGE: ({ ageGroup }) => (ageGroup === null ? UNKNOWN : String(ageGroup)),
  YEAR: ({ year }) => String(year),
  PERIOD: ({ year }) => periodOf(year),
  PROVINCE: ({ residence }) => residence ?? UNKNOWN,
};

/** Whether screening is told by a dimension. */
export const isOfScreening = (dimension: StatisticsDimension): boolean =>
  READ[dimension] !== undefined;

/** The place of each row by some codes of a dimension; -1 where it has none of them. */
const placesOf = (
  rows: readonly ScreeningRow[],
  dimension: StatisticsDimension,
  codes: readonly string[],
): Int32Array => {
  const read = READ[dimension];
  if (read === undefined) throw new RangeError(`Screening is not told by ${dimension}.`);
  const places = new Map(codes.map((code, i) => [code, i]));
  return Int32Array.from(rows, (row) => places.get(read(row)) ?? -1);
};

/**
 * Rounds of screening by the axes and by how far they came, the last place fastest, each a person in a year. Where a set is of
 * fewer persons than the minimum it counts those, so that many years of few persons are no more than they.
 */
export const screenedCounts = (
  { rows, person, keys }: ScreeningRows,
  step: ScreeningStep,
  axes: readonly Axis[],
  chosen: Chosen,
  minimum: number,
): EventCounts => {
  const { codes, of } = SCREENING_STEPS[step];
  const divisions = [
    ...axes.map(({ dimension, values }) => ({
      size: values.length,
      places: placesOf(
        rows,
        dimension,
        values.map(({ code }) => code),
      ),
    })),
    {
      size: codes.length,
      places: Int32Array.from(rows, (row) => codes.indexOf(of(row) as never)),
    },
    ...Object.entries(chosen).map(([dimension, list]) => ({
      size: list.length,
      places: placesOf(rows, dimension as StatisticsDimension, list),
    })),
  ];
  const length = divisions.reduce((product, { size }) => product * size, 1);
  const parts = divisions.slice(axes.length + 1).reduce((product, { size }) => product * size, 1);
  const [counts, sums] = [new Uint32Array(length), new Uint32Array(length)];
  const persons = new Map<number, Set<number>>();
  for (let row = 0; row < rows.length; row++) {
    let at = 0;
    for (const { size, places } of divisions) {
      const place = places[row] as number;
      at = place < 0 || at < 0 ? -1 : at * size + place;
    }
    if (at < 0) continue;
    counts[at] = (counts[at] as number) + 1;
    sums[at] = (sums[at] as number) + (keys[row] as number);
    const few = persons.get(at) ?? new Set();
    if (few.size < minimum) persons.set(at, few.add(person[row] as number));
  }
  for (const [at, few] of persons) if (few.size < minimum) counts[at] = few.size;
  return { parts, sexes: 1, ages: 1, counts, keys: sums };
};
