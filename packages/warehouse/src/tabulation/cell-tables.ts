import type { CaseColumns } from '../columns/case-columns.ts';
import { type CaseCube, caseCube, type Places } from './case-cube.ts';
import { type Passing, passingOf } from './passing.ts';
import {
  type Breakdown,
  type CaseFilter,
  CELLS,
  type CellTables,
  TABLE_AGES,
} from './tabulation.ts';

const breakdown = <V extends string | number>(values: Places<V>): Breakdown<V> => ({
  values,
  counts: new Uint32Array(values.length * CELLS),
});

/** Adds `length` counts from one place to those at another. */
export const addTo = (
  sums: Uint32Array,
  at: number,
  counts: Uint32Array,
  from: number,
  length: number,
): void => {
  for (let i = 0; i < length; i++)
    sums[at + i] = (sums[at + i] as number) + (counts[from + i] as number);
};

/** Empties the cells of every sex that does not pass. */
export const keepSexes = (counts: Uint32Array, { sex }: Passing): Uint32Array => {
  if (sex.every((passes) => passes)) return counts;
  for (let at = 0; at < counts.length; at += TABLE_AGES)
    if (sex[(at / TABLE_AGES) % sex.length] === false) counts.fill(0, at, at + TABLE_AGES);
  return counts;
};

const tables = (cube: CaseCube, passing: Passing): CellTables => {
  const byProvince = breakdown(cube.provinces);
  const bySite = breakdown(cube.groups);
  const bySex = new Uint32Array(CELLS);
  const inYears = new Uint32Array(CELLS);
  const block = cube.years.length * CELLS;
  cube.sites.forEach((_, site) => {
    cube.provinces.forEach((_, province) => {
      const [ofSite, ofProvince] = [passing.site[site], passing.province[province]];
      if (!ofSite && !ofProvince) return;
      const from = (site * cube.provinces.length + province) * block;
      inYears.fill(0);
      passing.year.forEach((passes, year) => {
        if (passes) addTo(inYears, 0, cube.cells, from + year * CELLS, CELLS);
      });
      if (ofSite) addTo(byProvince.counts, province * CELLS, inYears, 0, CELLS);
      if (ofProvince)
        addTo(bySite.counts, (cube.groupOfSite[site] as number) * CELLS, inYears, 0, CELLS);
      if (ofSite && ofProvince) addTo(bySex, 0, inYears, 0, CELLS);
    });
  });
  keepSexes(byProvince.counts, passing);
  keepSexes(bySite.counts, passing);
  return { total: keepSexes(bySex.slice(), passing), bySex, byProvince, bySite };
};

/**
 * The tables of a filter that are by sex and age, but for the one by year.
 * @param only years of diagnosis, null being not known, that are counted: the filter's own and these
 */
export const cellTables = (
  columns: CaseColumns,
  filter: CaseFilter,
  only: (year: number | null) => boolean = () => true,
): CellTables => {
  const cube = caseCube(columns);
  const passing = passingOf(cube, filter);
  return tables(cube, {
    ...passing,
    year: passing.year.map((passes, year) => passes && only(cube.years[year] ?? null)),
  });
};
