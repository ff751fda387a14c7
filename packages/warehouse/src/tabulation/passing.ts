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
  of: (value: string) => readonly string[],
): Choice => {
  if (chosen === undefined || chosen.length === 0) return everything(places);
  const part = places.map((value) => {
    const own = value === null ? [] : of(value);
    return chosen.findIndex((code) => own.includes(code));
  });
  return { part, parts: chosen.length };
};

/** Each year of a span is a part of its own. */
const between = (places: Places<number>, { fromYear, toYear }: CaseFilter): Choice => {
  if (fromYear === undefined && toYear === undefined) return everything(places);
  let parts = 0;
  const part = places.map((year) =>
    year !== null && year >= (fromYear ?? -Infinity) && year <= (toYear ?? Infinity) ? parts++ : -1,
  );
  return { part, parts: Math.max(1, parts) };
};

export const passingOf = ({ sites, provinces, years }: CaseCube, filter: CaseFilter): Passing => {
  const wanted = filter.sex === undefined ? undefined : filter.sex === 'FEMALE' ? 0 : 1;
  return {
    // A part of a site group passes where it or its whole group is wanted.
    site: among(sites, filter.siteGroups, (id) => [id, siteChoice(id)?.siteGroup ?? id]),
    province: among(provinces, filter.provinces, (code) => [code]),
    year: between(years, filter),
    sex: Array.from({ length: TABLE_SEXES }, (_, sex) => wanted === undefined || sex === wanted),
  };
};
