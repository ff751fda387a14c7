import { siteChoice } from '@nodp/terminology/sites';
import type { CaseCube, Places } from './case-cube.ts';
import { type CaseFilter, TABLE_SEXES } from './tabulation.ts';

/** Which places of each property a filter lets pass; not known passes where nothing is asked of it. */
export interface Passing {
  readonly site: readonly boolean[];
  readonly province: readonly boolean[];
  readonly year: readonly boolean[];
  /** FEMALE, MALE, any other or not known. */
  readonly sex: readonly boolean[];
}

const among = (places: Places<string>, codes: readonly string[] | undefined): boolean[] => {
  if (codes === undefined || codes.length === 0) return places.map(() => true);
  const wanted = new Set(codes);
  return places.map((value) => value !== null && wanted.has(value));
};

/** A part passes where it or its whole group is wanted. */
const amongSites = (places: Places<string>, ids: readonly string[] | undefined): boolean[] => {
  const parts = among(places, ids);
  const groups = among(
    places.map((site) => (site && siteChoice(site)?.siteGroup) ?? site),
    ids,
  );
  return parts.map((passes, place) => passes || groups[place] === true);
};

const between = (places: Places<number>, { fromYear, toYear }: CaseFilter): boolean[] => {
  if (fromYear === undefined && toYear === undefined) return places.map(() => true);
  return places.map(
    (year) => year !== null && year >= (fromYear ?? -Infinity) && year <= (toYear ?? Infinity),
  );
};

export const passingOf = ({ sites, provinces, years }: CaseCube, filter: CaseFilter): Passing => {
  const wanted = filter.sex === undefined ? undefined : filter.sex === 'FEMALE' ? 0 : 1;
  return {
    site: amongSites(sites, filter.siteGroups),
    province: among(provinces, filter.provinces),
    year: between(years, filter),
    sex: Array.from({ length: TABLE_SEXES }, (_, sex) => wanted === undefined || sex === wanted),
  };
};
