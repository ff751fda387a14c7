import type { CaseColumns } from '../columns/case-columns.ts';
import { type CaseCube, caseCube } from './case-cube.ts';
import { addTo, cellsByYear, cellTables } from './cell-tables.ts';
import { markTables } from './mark-tables.ts';
import { type Passing, passingOf } from './passing.ts';
import { survivalTables } from './survival-counts.ts';
import { type CaseFilter, newTally, TABLE_SEXES, type Tabulation } from './tabulation.ts';

/** Stages by year: each place of them by the parts of the sites and provinces chosen. */
const stageTable = (cube: CaseCube, passing: Passing): Tabulation['byStage'] => {
  const { site: sites, province: provinces } = passing;
  const { years, stages } = cube;
  const parts = sites.parts * provinces.parts;
  const byStage = newTally(years.length * parts * stages.length);
  sites.part.forEach((ofSite, site) => {
    if (ofSite < 0) return;
    provinces.part.forEach((ofProvince, province) => {
      if (ofProvince < 0) return;
      const part = ofSite * provinces.parts + ofProvince;
      const pair = site * provinces.part.length + province;
      years.forEach((_, year) => {
        const at = year * parts + part;
        for (let sex = 0; sex < TABLE_SEXES; sex++) {
          if (passing.sex[sex] !== true) continue;
          const from = ((pair * TABLE_SEXES + sex) * years.length + year) * stages.length;
          addTo(byStage, at * stages.length, cube.byStage, from, stages.length);
        }
      });
    });
  });
  return { years, stages, parts, ...byStage };
};

/** All tables of a filter. */
export const tabulate = (columns: CaseColumns, filter: CaseFilter = {}): Tabulation => {
  const cube = caseCube(columns);
  const passing = passingOf(cube, filter);
  return {
    ...cellTables(columns, filter),
    byYear: cellsByYear(cube, passing),
    byStage: stageTable(cube, passing),
    ...markTables(cube, passing),
    ...survivalTables(cube, passing),
  };
};
