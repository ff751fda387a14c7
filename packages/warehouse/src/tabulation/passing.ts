import { siteChoice } from '@nodp/terminology/sites';
import type { CaseCube, Places } from './case-cube.ts';
import { type CaseFilter, TABLE_SEXES } from './tabulation.ts';

/** Which places of a property a filter lets pass, and to which part of the choice each belongs; -1 does not pass. */
export interface Choice {
  readonly part: readonly number[];
  /** As many as values were chosen; 1 where nothing was. */
  readonly parts: number;
}

/** What a filter lets pass; not known passes where nothing is asked of a property. */
export interface Passing {
  readonly site: Choice;
  readonly province: Choice;
  readonly year: Choice;
  /** FEMALE, MALE, any other or not known. */
  readonly sex: readonly boolean[];
}

const everything = (places: readonly unknown[]): Choice => ({
  part: places.map(() => 0),
  parts: 1,
});

/**
 * The first of the values chosen that a place is of.
 * @param of values that a place is of
 */
const among = (
  places: Places<string>,
  chosen: readonly string[] | undefined,
  of: (value: string | null, place: number) => readonly string[],
): Choice | null => {
  if (chosen === undefined || chosen.length === 0) return null;
  const part = places.map((value, place) => {
    const own = of(value, place);
    return chosen.findIndex((code) => own.includes(code));
  });
  return { part, parts: chosen.length };
};

/** A part of a site group passes where it, its whole group or a joint site that holds it is wanted. */
const sitesOf = ({ sites, groupOfSite, jointOfSite }: CaseCube, filter: CaseFilter): Choice =>
  among(sites, filter.siteGroups, (id, place) => [
    ...(id === null ? [] : [id, siteChoice(id)?.siteGroup ?? id]),
    ...(jointOfSite[place] ?? []),
  ]) ?? { part: groupOfSite.map((group) => (group < 0 ? -1 : 0)), parts: 1 };

/** Each year of a span is a part of its own. */
const between = (places: Places<number>, { fromYear, toYear }: CaseFilter): Choice => {
  if (fromYear === undefined && toYear === undefined) return everything(places);
  let parts = 0;
  const part = places.map((year) =>
    year !== null && year >= (fromYear ?? -Infinity) && year <= (toYear ?? Infinity) ? parts++ : -1,
  );
  return { part, parts: Math.max(1, parts) };
};

export const passingOf = (cube: CaseCube, filter: CaseFilter): Passing => {
  const { provinces, years } = cube;
  const wanted = filter.sex === undefined ? undefined : filter.sex === 'FEMALE' ? 0 : 1;
  return {
    site: sitesOf(cube, filter),
    province:
      among(provinces, filter.provinces, (code) => (code === null ? [] : [code])) ??
      everything(provinces),
    year: between(years, filter),
    sex: Array.from({ length: TABLE_SEXES }, (_, sex) => wanted === undefined || sex === wanted),
  };
};
