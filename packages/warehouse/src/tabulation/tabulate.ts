import type { CaseColumns } from '../columns/case-columns.ts';
import { type CaseCube, caseCube } from './case-cube.ts';
import { addTo, cellTables, keepSexes } from './cell-tables.ts';
import { type Passing, passingOf } from './passing.ts';
import { survivalTables } from './survival-counts.ts';
import { type CaseFilter, CELLS, TABLE_SEXES, type Tabulation } from './tabulation.ts';

/** Calls with each pair of a site and a province that both pass, numbered as the cube numbers them. */
const forEachPair = (
  { provinces }: CaseCube,
  passing: Passing,
  visit: (pair: number) => void,
): void =>
  passing.site.forEach((ofSite, site) => {
    if (!ofSite) return;
    passing.province.forEach((ofProvince, province) => {
      if (ofProvince) visit(site * provinces.length + province);
    });
  });

const yearTables = (cube: CaseCube, passing: Passing): Pick<Tabulation, 'byYear' | 'byStage'> => {
  const byYear = new Uint32Array(cube.years.length * CELLS);
  const byStage = new Uint32Array(cube.years.length * cube.stages.length);
  forEachPair(cube, passing, (pair) => {
    addTo(byYear, 0, cube.cells, pair * byYear.length, byYear.length);
    for (let sex = 0; sex < TABLE_SEXES; sex++)
      if (passing.sex[sex] === true)
        addTo(
          byStage,
          0,
          cube.byStage,
          (pair * TABLE_SEXES + sex) * byStage.length,
          byStage.length,
        );
  });
  return {
    byYear: { values: cube.years, counts: keepSexes(byYear, passing) },
    byStage: { years: cube.years, stages: cube.stages, counts: byStage },
  };
};

/** All tables of a filter. */
export const tabulate = (columns: CaseColumns, filter: CaseFilter = {}): Tabulation => {
  const cube = caseCube(columns);
  const passing = passingOf(cube, filter);
  return {
    ...cellTables(columns, filter),
    ...yearTables(cube, passing),
    ...survivalTables(cube, passing),
  };
};
