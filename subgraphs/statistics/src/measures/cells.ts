import {
  type Counted,
  cellAt,
  type Disclosed,
  type DisclosureRule,
  discloseCrossing,
  type Keyed,
  leavesOutFew,
  together,
} from '@nodp/disclosure';
import { populationAtRiskOfSite } from '../cases/filter.ts';
import type { StatisticsCellState } from '../generated/resolvers.ts';
import type { PopulationAtRisk } from '../registration/coverage.ts';
import {
  AGE_PLACES,
  type Axis,
  type Chosen,
  type EventCounts,
  type PersonYears,
  type Source,
} from '../sources/source.ts';

const AGES = AGE_PLACES - 1;
const ONLY = [0];
const SEXES: Readonly<Record<PopulationAtRisk, readonly number[]>> = {
  EVERYBODY: [0, 1, 2],
  FEMALE: [0],
  MALE: [1],
};

/** What is asked of a source: the places of a table, and what is chosen besides. */
export interface Selection {
  readonly axes: readonly Axis[];
  readonly chosen: Chosen;
}

/** The code that a cell has on each axis. */
export const codesAt = (axes: readonly Axis[], cell: number): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>();
  let rest = cell;
  for (let i = axes.length - 1; i >= 0; i--) {
    const { dimension, values } = axes[i] as Axis;
    codes.set(dimension, values[rest % values.length]?.code as string);
    rest = Math.floor(rest / values.length);
  }
  return codes;
};

const sizesOf = (axes: readonly Axis[]): number[] => axes.map(({ values }) => values.length);

/** How many cells a table has. */
export const cellsIn = (axes: readonly Axis[]): number => sizesOf(axes).reduce((a, b) => a * b, 1);

/** Sex that a cancer site is of; null where both have it. Of the breast both, though rates are of women. */
const sexOfSite = (code: string): PopulationAtRisk | null => {
  const sex = code === 'breast' ? 'EVERYBODY' : populationAtRiskOfSite(code);
  return sex === 'EVERYBODY' ? null : sex;
};

/** The population at risk of a site and a sex: that sex, the sex that all of its sites are of, or everybody; null where there is none. */
const atRiskOf = (
  site: string | undefined,
  crossed: string | undefined,
  chosen: Chosen,
): PopulationAtRisk | null => {
  const sites = site === undefined ? (chosen.SITE ?? []) : [site];
  const sexes = crossed === undefined ? chosen.SEX : [crossed];
  if (sexes?.length === 1) {
    const [sex] = sexes;
    if (sex !== 'FEMALE' && sex !== 'MALE') return null;
    const impossible = sites.length > 0 && sites.every((one) => (sexOfSite(one) ?? sex) !== sex);
    return impossible ? null : sex;
  }
  const all = new Set(sites.map(populationAtRiskOfSite));
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : 'EVERYBODY';
};

/** The place of cells on an axis; null where the table has no such axis. */
const placesOn = (
  axes: readonly Axis[],
  dimension: Axis['dimension'],
): { readonly values: Axis['values']; readonly of: (cell: number) => number } | null => {
  const at = axes.findIndex((axis) => axis.dimension === dimension);
  const values = axes[at]?.values;
  if (values === undefined) return null;
  const stride = cellsIn(axes.slice(at + 1));
  return { values, of: (cell) => Math.floor(cell / stride) % values.length };
};

/** The population at risk of each cell, worked out once for each site and sex of the table. */
const atRiskBy = ({ axes, chosen }: Selection): ((cell: number) => PopulationAtRisk | null) => {
  const [sites, sexes] = [placesOn(axes, 'SITE'), placesOn(axes, 'SEX')];
  const known = new Map<number, PopulationAtRisk | null>();
  return (cell) => {
    const [site, sex] = [sites?.of(cell) ?? 0, sexes?.of(cell) ?? 0];
    const key = site * (sexes?.values.length ?? 1) + sex;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = atRiskOf(sites?.values[site]?.code, sexes?.values[sex]?.code, chosen);
    known.set(key, made);
    return made;
  };
};

/** Whether nobody of a cell's description can exist. */
export const impossibleBy = (selection: Selection): ((cell: number) => boolean) => {
  const [atRisk, sexes] = [atRiskBy(selection), placesOn(selection.axes, 'SEX')];
  return (cell) => atRisk(cell) === null && sexes?.values[sexes.of(cell)]?.code !== 'UNKNOWN';
};

/** The sexes of a population at risk, women 0 and men 1. */
const sexesOf = (atRisk: PopulationAtRisk): readonly (0 | 1)[] =>
  atRisk === 'EVERYBODY' ? [0, 1] : atRisk === 'FEMALE' ? [0] : [1];

/** The sexes at risk in each cell; null where nobody is. */
export const sexesAtRiskBy = (
  selection: Selection,
): ((cell: number) => readonly (0 | 1)[] | null) => {
  const atRisk = atRiskBy(selection);
  return (cell) => {
    const of = atRisk(cell);
    return of === null ? null : sexesOf(of);
  };
};

/** The first of some age groups, and the one after the last. */
export type AgeSpan = readonly [from: number, to: number];
/** All ages, and not known. */
export const EVERY_AGE: AgeSpan = [0, AGE_PLACES];

/** The sets of a cell, one for each part of the choice, of some sexes. */
const exactSets = (
  { parts, sexes, ages, counts, keys }: EventCounts,
  cell: number,
  wanted: readonly number[],
  [from, to]: AgeSpan,
): Keyed[] => {
  const sets: Keyed[] = [];
  const [first, last] = ages === 1 ? [0, 1] : [from, Math.min(to, ages)];
  const places = sexes === 1 ? ONLY : wanted;
  for (let part = 0; part < parts; part++) {
    let [count, key] = [0, 0];
    const begin = (cell * parts + part) * sexes;
    for (let i = 0; i < places.length; i++) {
      const row = (begin + (places[i] as number)) * ages;
      for (let at = row + first; at < row + last; at++) {
        count += counts[at] as number;
        if (keys !== null) key = (key + (keys[at] as number)) | 0;
      }
    }
    sets.push({ count, key: key >>> 0 });
  }
  return sets;
};

/** The sets of a cell: women of whom a few men of the cell are left out are the cell, and so are ages that leave a few out. */
const setsOf = (
  counts: EventCounts,
  cell: number,
  wanted: readonly number[],
  span: AgeSpan,
  rule: DisclosureRule,
): Keyed[] => {
  const sets = exactSets(counts, cell, wanted, span);
  if (counts.keys === null || (counts.sexes === 1 && counts.ages === 1)) return sets;
  const ofThem = exactSets(counts, cell, wanted, EVERY_AGE);
  const all = exactSets(counts, cell, SEXES.EVERYBODY, EVERY_AGE);
  return sets.map((set, part) => {
    const [aged = set, whole = set] = [ofThem[part], all[part]];
    const wider = leavesOutFew(aged, whole, rule) ? whole : aged;
    return leavesOutFew(set, wider, rule) || set.count === aged.count ? wider : set;
  });
};

/** A cell with the move of its sets; of a source without keys it is not moved. */
export const countedAt = (
  { rule }: Source,
  counts: EventCounts,
  cell: number,
  atRisk: PopulationAtRisk = 'EVERYBODY',
  span: AgeSpan = EVERY_AGE,
): Counted => {
  const sets = setsOf(counts, cell, SEXES[atRisk], span, rule);
  if (counts.keys !== null) return together(sets, rule);
  return { count: sets.reduce((sum, { count }) => sum + count, 0), moved: 0, parts: [] };
};

/** Cells of a table, protected line by line. */
export const protectedCells = (
  { rule }: Source,
  axes: readonly Axis[],
  cells: readonly Counted[],
): readonly Disclosed[] => discloseCrossing(cells, sizesOf(axes), rule);

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
