import type { CaseCube } from './case-cube.ts';
import { addTo } from './cell-tables.ts';
import type { Passing } from './passing.ts';
import { MARKS, newTally, TABLE_SEXES, type Tabulation } from './tabulation.ts';

/** Marks of the cases that pass a filter, and of those of each site, sites left aside. */
export const markTables = (
  { marks, sites, groups, groupOfSite, provinces, years }: CaseCube,
  { site: chosen, province: residences, year, sex }: Passing,
): Pick<Tabulation, 'marks' | 'marksBySite'> => {
  const width = MARKS.length;
  const bySite = residences.parts * year.parts;
  const total = newTally(chosen.parts * bySite * width);
  const ofSites = newTally(groups.length * bySite * width);
  sites.forEach((_, site) => {
    const ofSite = chosen.part[site] as number;
    const group = groupOfSite[site] as number;
    residences.part.forEach((ofProvince, province) => {
      if (ofProvince < 0) return;
      year.part.forEach((ofYear, y) => {
        if (ofYear < 0) return;
        const part = ofProvince * year.parts + ofYear;
        const from = ((site * provinces.length + province) * years.length + y) * TABLE_SEXES;
        for (let s = 0; s < TABLE_SEXES; s++) {
          if (sex[s] !== true) continue;
          const at = (from + s) * width;
          if (ofSite >= 0) addTo(total, (ofSite * bySite + part) * width, marks, at, width);
          if (group >= 0) addTo(ofSites, (group * bySite + part) * width, marks, at, width);
        }
      });
    });
  });
  return {
    marks: { parts: chosen.parts * bySite, ...total },
    marksBySite: { parts: bySite, ...ofSites },
  };
};
