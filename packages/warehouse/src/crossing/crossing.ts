import type { CaseColumns } from '../columns/case-columns.ts';
import type { Tally } from '../tabulation/tabulation.ts';
import {
  CROSS_DIMENSIONS,
  type CrossDimension,
  type Placed,
  placesBy,
  type RegistryOf,
  registeredBy,
  registriesBy,
  type ValuesOf,
} from './dimensions.ts';
import { addUp, type Grouped, groupBy, placesOfRows } from './grouped.ts';

/** What a table is divided by: the place in it of each value of a dimension; -1 leaves the value's cases out. */
export interface Division {
  readonly dimension: CrossDimension;
  /** By the value's own place. */
  readonly place: ArrayLike<number>;
  /** How many places there are. */
  readonly size: number;
}

/** The cases of a release, ready to be crossed by any of their dimensions. */
export interface Crossings {
  values<D extends CrossDimension>(dimension: D): readonly ValuesOf[D][];
  /** Counts and sums of disclosure keys by the divisions in their order, the last one fastest: exact, not to be shown. */
  count(divisions: readonly Division[]): Tally;
  /** The place of each case in that table; -1 where it is in none. */
  places(divisions: readonly Division[]): Int32Array;
}

/** Rows of counted-together cases that are held at once: some 20 bytes each. */
const MOST_ROWS = 4_000_000;

/** What each value of each division adds to a place in the table, the last division fastest. */
const laidOut = (divisions: readonly Division[]) => {
  const wanted = CROSS_DIMENSIONS.filter((one) =>
    divisions.some(({ dimension }) => dimension === one),
  );
  const length = divisions.reduce((product, { size }) => product * size, 1);
  let stride = length;
  const steps = divisions.map(({ dimension, place, size }) => {
    stride /= size;
    const by = stride;
    return { dimension, add: Int32Array.from(place, (at) => (at < 0 ? -1 : at * by)) };
  });
  return { wanted, steps, length };
};

/**
 * Tables of a release by any of its dimensions (Gray et al. 1997, Data cube). What was once counted together by some
 * dimensions is held: a table is added up from the smallest of what is held that has its dimensions (Harinarayan, Rajaraman
 * and Ullman 1996), so that it costs what its dimensions have of combinations, not what the nation has of patients.
 * @param registryOf of the areas and years that rates are of
 */
export const crossingsOf = (columns: CaseColumns, registryOf: RegistryOf): Crossings => {
  let registries: Placed<string | null> | null = null;
  let registered: Placed<boolean> | null = null;
  const placed = (dimension: CrossDimension): Placed<unknown> => {
    if (dimension !== 'registry' && dimension !== 'registered') return placesBy(columns, dimension);
    registries ??= registriesBy(columns, registryOf);
    if (dimension === 'registry') return registries;
    registered ??= registeredBy(registries);
    return registered;
  };
  const ofCases = (dimensions: readonly CrossDimension[]): Grouped => ({
    rows: columns.rows,
    codes: Object.fromEntries(dimensions.map((one) => [one, placed(one).codes])),
    counts: null,
    keys: columns.keys,
  });
  /** By the names of their dimensions; the one asked for longest ago is first. */
  const held = new Map<string, Grouped>();
  /** Dimensions that cannot be counted together. */
  const apart = new Set<string>();
  const remember = (name: string, grouped: Grouped): void => {
    held.delete(name);
    held.set(name, grouped);
    let rows = [...held.values()].reduce((sum, one) => sum + one.rows, 0);
    for (const [oldest, one] of held) {
      if (rows <= MOST_ROWS || oldest === name) break;
      held.delete(oldest);
      rows -= one.rows;
    }
  };
  const groupedBy = (dimensions: readonly CrossDimension[]): Grouped => {
    const name = dimensions.join(' ');
    const known = held.get(name);
    if (known !== undefined) {
      remember(name, known);
      return known;
    }
    const cases = ofCases(dimensions);
    const nearest = [...held.values()]
      .filter((one) => dimensions.every((dimension) => one.codes[dimension] !== undefined))
      .reduce((least, one) => (one.rows < least.rows ? one : least), cases);
    const made = apart.has(name) ? null : groupBy(nearest, dimensions, placed);
    if (made === null || made.rows > columns.rows / 2) {
      // Nearly every case is alone in these dimensions: what is nearest is gone through each time.
      apart.add(name);
      return nearest;
    }
    remember(name, made);
    return made;
  };
  return {
    values: <D extends CrossDimension>(dimension: D) =>
      placed(dimension).values as readonly ValuesOf[D][],
    count: (divisions) => {
      const { wanted, steps, length } = laidOut(divisions);
      const grouped = groupedBy(wanted);
      return addUp(grouped, placesOfRows(grouped, steps), length);
    },
    places: (divisions) => {
      const { wanted, steps } = laidOut(divisions);
      return placesOfRows(ofCases(wanted), steps);
    },
  };
};
