import { type Counted, cellAt, type Disclosed } from '@nodp/disclosure';
import type { StatisticsCellState } from '../generated/resolvers.ts';
import type { PopulationAtRisk } from '../registration/coverage.ts';
import {
  AGE_PLACES,
  type Axis,
  type EventCounts,
  type PersonYears,
  type Source,
} from '../sources/source.ts';
import {
  type AgeSpan,
  atRiskBy,
  cellsIn,
  countedAt,
  EVERY_AGE,
  ONLY,
  placesOn,
  protectedCells,
  SEXES,
  type Selection,
  sexesAtRiskBy,
  sexesOf,
} from './cells.ts';

/** Ages that are known. */
const AGES = AGE_PLACES - 1;

/** A cell that a rate can be worked out from, or why none can. */
export interface RateCell {
  readonly of: Counted;
  readonly shown: Disclosed;
  /** Those of some ages with their move; only where ages are asked for. */
  readonly countedAged: (span: AgeSpan) => Counted;
  /** Exact, by 18 ages, and of unknown age; by age only where asked. */
  readonly ages: Float64Array;
  readonly unknownAge: number;
  /** Person-years by 18 ages of those at risk; null where `absent` says why. */
  readonly lived: Float64Array | null;
  readonly absent: StatisticsCellState | null;
}

const exactAges = (
  { parts, sexes, ages: places, counts }: EventCounts,
  cell: number,
  wanted: readonly number[],
): Float64Array => {
  const ages = new Float64Array(AGE_PLACES);
  if (places === 1) return ages;
  for (let part = 0; part < parts; part++)
    for (const sex of sexes === 1 ? ONLY : wanted) {
      const row = ((cell * parts + part) * sexes + sex) * AGE_PLACES;
      for (let age = 0; age < AGE_PLACES; age++)
        ages[age] = (ages[age] as number) + (counts[row + age] as number);
    }
  return ages;
};

interface Lived {
  readonly lived: Float64Array | null;
  readonly absent: StatisticsCellState | null;
}

/** The person-years of those at risk in each cell; summed once where cells share them. */
const livedBy = (
  years: PersonYears,
  axes: readonly Axis[],
): ((cell: number, atRisk: PopulationAtRisk | null) => Lived) => {
  const unknown = OF_POPULATION.flatMap((dimension) => placesOn(axes, dimension) ?? []).filter(
    ({ values }) => values.some(({ code }) => code === 'UNKNOWN'),
  );
  const known: Record<PopulationAtRisk, Map<Float64Array, Lived>> = {
    EVERYBODY: new Map(),
    FEMALE: new Map(),
    MALE: new Map(),
  };
  return (cell, atRisk) => {
    if (atRisk === null || unknown.some(({ values, of }) => values[of(cell)]?.code === 'UNKNOWN'))
      return { lived: null, absent: 'NOT_APPLICABLE' };
    const both = years.at(cell);
    if (typeof both === 'string') return { lived: null, absent: both };
    const found = known[atRisk].get(both);
    if (found !== undefined) return found;
    const lived = new Float64Array(AGES);
    for (const sex of sexesOf(atRisk))
      for (let age = 0; age < AGES; age++)
        lived[age] = (lived[age] as number) + (both[sex * AGES + age] as number);
    const made: Lived = lived.some((sum) => sum > 0)
      ? { lived, absent: null }
      : { lived: null, absent: 'NO_PERSON_YEARS' };
    known[atRisk].set(both, made);
    return made;
  };
};

const OF_POPULATION = ['SEX', 'AGE', 'YEAR', 'PERIOD', 'PROVINCE', 'REGISTRY'] as const;

/**
 * The cells of a table of rates: those counted are of the areas and years that person-years are known of, and of the sex at
 * risk, as the person-years below them.
 * @param span the ages counted where they are needed within each cell; null where they are not
 */
export const rateCells = async (
  source: Source,
  events: 'CASES' | 'DEATHS',
  { axes, chosen }: Selection,
  span: AgeSpan | null,
): Promise<{ readonly cells: readonly RateCell[]; readonly basis: PersonYears['basis'] }> => {
  const sexCrossed = axes.some(({ dimension }) => dimension === 'SEX');
  const asked = { events, axes, chosen, sexes: !sexCrossed, ages: span !== null, registered: true };
  const [counts, years] = [await source.count(asked), await source.personYears(axes, chosen)];
  const [atRiskOfCell, livedOf] = [atRiskBy({ axes, chosen }), livedBy(years, axes)];
  const places = Array.from({ length: cellsIn(axes) }, (_, cell) => {
    const atRisk = atRiskOfCell(cell);
    const counted = (aged: AgeSpan) => countedAt(source, counts, cell, atRisk ?? 'EVERYBODY', aged);
    return { atRisk, of: counted(span ?? EVERY_AGE), countedAged: counted };
  });
  const shown = protectedCells(
    source,
    axes,
    places.map(({ of }) => of),
  );
  const cells = places.map(({ atRisk, of, countedAged }, cell): RateCell => {
    const ages = exactAges(counts, cell, SEXES[atRisk ?? 'EVERYBODY']);
    const { lived, absent } = livedOf(cell, atRisk);
    return {
      of,
      countedAged,
      shown: cellAt(shown, cell),
      ages: ages.subarray(0, AGES),
      unknownAge: ages[AGES] as number,
      lived,
      absent,
    };
  });
  return { cells, basis: years.basis };
};

/** Person-years of those at risk in each cell, women at 18 ages and then men; null where nobody is. */
export const livedBySex = (
  selection: Selection,
  years: PersonYears,
): ((cell: number) => Float64Array | null) => {
  const sexes = sexesAtRiskBy(selection);
  return (cell) => {
    const [both, atRisk] = [years.at(cell), sexes(cell)];
    if (typeof both === 'string' || atRisk === null) return null;
    return both.map((sum, i) => (atRisk.includes(i < AGES ? 0 : 1) ? sum : 0));
  };
};
