import {
  type Counted,
  type Disclosed,
  type DisclosureRule,
  discloseCrossing,
  type Keyed,
  leavesOutFew,
  together,
} from '@nodp/disclosure';
import { populationAtRiskOfSite } from '../cases/filter.ts';
import type { PopulationAtRisk } from '../registration/coverage.ts';
import {
  AGE_PLACES,
  type Axis,
  type Chosen,
  type EventCounts,
  type Source,
} from '../sources/source.ts';

export const ONLY = [0];
export const SEXES: Readonly<Record<PopulationAtRisk, readonly number[]>> = {
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
export const placesOn = (
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
export const atRiskBy = ({
  axes,
  chosen,
}: Selection): ((cell: number) => PopulationAtRisk | null) => {
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
export const sexesOf = (atRisk: PopulationAtRisk): readonly (0 | 1)[] =>
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
