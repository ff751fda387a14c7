import type { CaseCube } from './case-cube.ts';
import type { Passing } from './passing.ts';
import { FIVE_YEARS, type SurvivalCounts, TABLE_SEXES } from './tabulation.ts';

/**
 * @param seen cases by `2 × day + died`, the day being `longest + 1` where it is not known
 * @param last day; a person seen for longer is censored on it
 */
const countsOf = (seen: Uint32Array, longest: number, last: number): SurvivalCounts => {
  const [deaths, censored] = [new Uint32Array(last + 1), new Uint32Array(last + 1)];
  const of = (day: number, died: 0 | 1) => seen[2 * day + died] as number;
  const known = Math.min(last, longest);
  for (let day = 0; day <= known; day++) {
    censored[day] = of(day, 0);
    deaths[day] = of(day, 1);
  }
  let beyond = 0;
  for (let day = last + 1; day <= longest; day++) beyond += of(day, 0) + of(day, 1);
  censored[last] = (censored[last] as number) + beyond;
  return { deaths, censored, untimed: of(longest + 1, 0) + of(longest + 1, 1) };
};

/** Adds the cases of a site that pass, by `2 × day + died`. */
const countSeen = (counts: Uint32Array, cube: CaseCube, site: number, passing: Passing): void => {
  const { seen, starts, provinces, years } = cube;
  passing.province.part.forEach((ofProvince, province) => {
    if (ofProvince < 0) return;
    passing.year.part.forEach((ofYear, year) => {
      if (ofYear < 0) return;
      const group = ((site * provinces.length + province) * years.length + year) * TABLE_SEXES;
      for (let sex = 0; sex < TABLE_SEXES; sex++) {
        if (passing.sex[sex] !== true) continue;
        const end = starts[group + sex + 1] as number;
        for (let i = starts[group + sex] as number; i < end; i++) {
          const at = seen[i] as number;
          counts[at] = (counts[at] as number) + 1;
        }
      }
    });
  });
};

/** Of the cases of a filter by day, and of those of each site, sites left aside, to five years. */
export const survivalTables = (
  cube: CaseCube,
  passing: Passing,
): { readonly survival: SurvivalCounts; readonly survivalBySite: readonly SurvivalCounts[] } => {
  const all = new Uint32Array(2 * (cube.longest + 2));
  const seen = new Uint32Array(all.length);
  passing.site.part.forEach((part, site) => {
    if (part >= 0) countSeen(all, cube, site, passing);
  });
  const survivalBySite = cube.groups.map((_, group) => {
    seen.fill(0);
    cube.groupOfSite.forEach((of, site) => {
      if (of === group) countSeen(seen, cube, site, passing);
    });
    return countsOf(seen, cube.longest, FIVE_YEARS);
  });
  return { survival: countsOf(all, cube.longest, cube.longest), survivalBySite };
};
