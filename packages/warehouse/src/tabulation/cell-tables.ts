import type { CaseColumns } from '../columns/case-columns.ts';
import { type CaseCube, caseCube, type Places } from './case-cube.ts';
import { type Passing, passingOf } from './passing.ts';
import {
  type Breakdown,
  type CaseFilter,
  CELLS,
  type Cells,
  type CellTables,
  newTally,
  TABLE_AGES,
  type Tally,
} from './tabulation.ts';

const newCells = (parts: number): Cells => ({ parts, ...newTally(parts * CELLS) });

const breakdown = <V extends string | number>(values: Places<V>, parts: number): Breakdown<V> => ({
  values,
  parts,
  ...newTally(values.length * parts * CELLS),
});

/** Adds `length` counts from one place to those at another, keys likewise (they wrap by themselves). */
export const addTo = (
  sums: Tally,
  at: number,
  from: Tally,
  start: number,
  length: number,
): void => {
  for (let i = 0; i < length; i++) {
    const count = from.counts[start + i] as number;
    if (count === 0) continue;
    sums.counts[at + i] = (sums.counts[at + i] as number) + count;
    sums.keys[at + i] = (sums.keys[at + i] as number) + (from.keys[start + i] as number);
  }
};

/** Empties the cells of every sex that does not pass. */
const clearOtherSexes = <T extends Tally>(tally: T, { sex }: Passing): T => {
  if (sex.every((passes) => passes)) return tally;
  for (let at = 0; at < tally.counts.length; at += TABLE_AGES)
    if (sex[(at / TABLE_AGES) % sex.length] === false) {
      tally.counts.fill(0, at, at + TABLE_AGES);
      tally.keys.fill(0, at, at + TABLE_AGES);
    }
  return tally;
};

/** Which cases are counted beside what a filter lets pass; not known is null. */
export type Counts = (year: number | null, province: string | null) => boolean;
const every: Counts = () => true;

const tables = (cube: CaseCube, passing: Passing, counts: Counts): CellTables => {
  const { site: sites, province: provinces, year: years } = passing;
  const byProvince = breakdown(cube.provinces, sites.parts * years.parts);
  const bySite = breakdown(cube.groups, provinces.parts * years.parts);
  const bySex = newCells(sites.parts * provinces.parts * years.parts);
  const inYear = newTally(years.parts * CELLS);
  const block = cube.years.length * CELLS;
  cube.sites.forEach((_, site) => {
    cube.provinces.forEach((residence, province) => {
      const [ofSite, ofProvince] = [sites.part[site] as number, provinces.part[province] as number];
      if (ofSite < 0 && ofProvince < 0) return;
      const from = (site * cube.provinces.length + province) * block;
      inYear.counts.fill(0);
      inYear.keys.fill(0);
      years.part.forEach((part, year) => {
        if (part >= 0 && counts(cube.years[year] ?? null, residence))
          addTo(inYear, part * CELLS, cube.cells, from + year * CELLS, CELLS);
      });
      const length = years.parts * CELLS;
      const put = (sums: Tally, row: number) => addTo(sums, row * length, inYear, 0, length);
      if (ofSite >= 0) put(byProvince, province * sites.parts + ofSite);
      const group = cube.groupOfSite[site] as number;
      if (ofProvince >= 0 && group >= 0) put(bySite, group * provinces.parts + ofProvince);
      if (ofSite >= 0 && ofProvince >= 0) put(bySex, ofSite * provinces.parts + ofProvince);
    });
  });
  clearOtherSexes(byProvince, passing);
  clearOtherSexes(bySite, passing);
  const total = { ...bySex, counts: bySex.counts.slice(), keys: bySex.keys.slice() };
  return { total: clearOtherSexes(total, passing), bySex, byProvince, bySite };
};

/**
 * Cases by year, each by the parts of the sites and provinces chosen, leaving years aside.
 * @param counts years and provinces of residence that are counted: the filter's own and these
 */
export const cellsByYear = (
  cube: CaseCube,
  passing: Passing,
  counts: Counts = every,
): Breakdown<number> => {
  const { site: sites, province: provinces } = passing;
  const byYear = breakdown(cube.years, sites.parts * provinces.parts);
  sites.part.forEach((ofSite, site) => {
    if (ofSite < 0) return;
    provinces.part.forEach((ofProvince, province) => {
      if (ofProvince < 0) return;
      const part = ofSite * provinces.parts + ofProvince;
      const from = (site * cube.provinces.length + province) * cube.years.length;
      cube.years.forEach((year, place) => {
        if (counts(year, cube.provinces[province] ?? null))
          addTo(
            byYear,
            (place * byYear.parts + part) * CELLS,
            cube.cells,
            (from + place) * CELLS,
            CELLS,
          );
      });
    });
  });
  return clearOtherSexes(byYear, passing);
};

/** The tables of a filter that are by sex and age, but for the one by year. */
export const cellTables = (columns: CaseColumns, filter: CaseFilter): CellTables => {
  const cube = caseCube(columns);
  return tables(cube, passingOf(cube, filter), every);
};

/** The same tables and the one by year, of the years and provinces of residence alone that are counted. */
export const cellTablesOf = (
  columns: CaseColumns,
  filter: CaseFilter,
  counts: Counts,
): CellTables & { readonly byYear: Breakdown<number> } => {
  const cube = caseCube(columns);
  const passing = passingOf(cube, filter);
  return { ...tables(cube, passing, counts), byYear: cellsByYear(cube, passing, counts) };
};
