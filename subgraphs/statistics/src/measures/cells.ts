import {
  type Counted,
  cellAt,
  type Disclosed,
  discloseCrossing,
  type Keyed,
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

/** The population at risk of a cell: its own sex, the sex that all of its sites are of, or everybody; null where there is none. */
const atRiskOf = (codes: ReadonlyMap<string, string>, chosen: Chosen): PopulationAtRisk | null => {
  const site = codes.get('SITE');
  const sites = site === undefined ? (chosen.SITE ?? []) : [site];
  const crossed = codes.get('SEX');
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

/** The sexes at risk in a cell, women 0 and men 1; null where nobody is. */
export const sexesAtRisk = (
  { axes, chosen }: Selection,
  cell: number,
): readonly (0 | 1)[] | null => {
  const atRisk = atRiskOf(codesAt(axes, cell), chosen);
  if (atRisk === null) return null;
  return atRisk === 'EVERYBODY' ? [0, 1] : atRisk === 'FEMALE' ? [0] : [1];
};

/** Whether nobody of a cell's description can exist. */
export const isImpossible = (codes: ReadonlyMap<string, string>, chosen: Chosen): boolean =>
  codes.get('SEX') !== 'UNKNOWN' && atRiskOf(codes, chosen) === null;

/** The first of some age groups, and the one after the last. */
export type AgeSpan = readonly [from: number, to: number];
/** All ages, and not known. */
export const EVERY_AGE: AgeSpan = [0, AGE_PLACES];

/** The sets of a cell, one for each part of the choice, of some sexes. */
const setsOf = (
  { parts, sexes, ages, counts, keys }: EventCounts,
  cell: number,
  wanted: readonly number[],
  [from, to]: AgeSpan,
): Keyed[] =>
  Array.from({ length: parts }, (_, part) => {
    let [count, key] = [0, 0];
    for (const sex of sexes === 1 ? [0] : wanted)
      for (let age = ages === 1 ? 0 : from; age < Math.min(to, ages); age++) {
        const at = ((cell * parts + part) * sexes + sex) * ages + age;
        count += counts[at] as number;
        if (keys !== null) key = (key + (keys[at] as number)) >>> 0;
      }
    return { count, key };
  });

/** A cell with the move of its sets; of a source without keys it is not moved. */
export const countedAt = (
  { rule }: Source,
  counts: EventCounts,
  cell: number,
  atRisk: PopulationAtRisk = 'EVERYBODY',
  span: AgeSpan = EVERY_AGE,
): Counted => {
  const sets = setsOf(counts, cell, SEXES[atRisk], span);
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
    for (const sex of sexes === 1 ? [0] : wanted)
      for (let age = 0; age < AGE_PLACES; age++) {
        const at = ((cell * parts + part) * sexes + sex) * AGE_PLACES + age;
        ages[age] = (ages[age] as number) + (counts[at] as number);
      }
  return ages;
};

const livedAt = (
  years: PersonYears,
  cell: number,
  codes: ReadonlyMap<string, string>,
  atRisk: PopulationAtRisk | null,
): { readonly lived: Float64Array | null; readonly absent: StatisticsCellState | null } => {
  const nobody =
    atRisk === null ||
    [...codes].some(([dimension, code]) => code === 'UNKNOWN' && OF_POPULATION.has(dimension));
  if (nobody) return { lived: null, absent: 'NOT_APPLICABLE' };
  const both = years.at(cell);
  if (typeof both === 'string') return { lived: null, absent: both };
  const lived = new Float64Array(AGES);
  for (const sex of SEXES[atRisk].filter((one) => one < 2))
    for (let age = 0; age < AGES; age++)
      lived[age] = (lived[age] as number) + (both[sex * AGES + age] as number);
  return lived.some((sum) => sum > 0)
    ? { lived, absent: null }
    : { lived: null, absent: 'NO_PERSON_YEARS' };
};

const OF_POPULATION = new Set(['SEX', 'AGE', 'YEAR', 'PERIOD', 'PROVINCE', 'REGISTRY']);

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
  const places = Array.from({ length: cellsIn(axes) }, (_, cell) => {
    const codes = codesAt(axes, cell);
    const atRisk = atRiskOf(codes, chosen);
    return {
      codes,
      atRisk,
      of: countedAt(source, counts, cell, atRisk ?? 'EVERYBODY', span ?? EVERY_AGE),
      countedAged: (aged: AgeSpan) => countedAt(source, counts, cell, atRisk ?? 'EVERYBODY', aged),
    };
  });
  const shown = protectedCells(
    source,
    axes,
    places.map(({ of }) => of),
  );
  const cells = places.map(({ codes, atRisk, of, countedAged }, cell) => {
    const ages = exactAges(counts, cell, SEXES[atRisk ?? 'EVERYBODY']);
    return {
      of,
      countedAged,
      shown: cellAt(shown, cell),
      ages: ages.subarray(0, AGES),
      unknownAge: ages[AGES] as number,
      ...livedAt(years, cell, codes, atRisk),
    };
  });
  return { cells, basis: years.basis };
};

/** Person-years of those at risk in a cell, women at 18 ages and then men; null where nobody is. */
export const livedBySex = (
  selection: Selection,
  years: PersonYears,
  cell: number,
): Float64Array | null => {
  const [both, atRisk] = [years.at(cell), sexesAtRisk(selection, cell)];
  if (typeof both === 'string' || atRisk === null) return null;
  return both.map((sum, i) => (atRisk.includes(i < AGES ? 0 : 1) ? sum : 0));
};
