/** Which part of a source a selection is: members of dimensions, and years; in an address `site:lung,breast~year:2013-2017`. */
import type {
  StatisticsDimension,
  StatisticsFilterInput,
} from '../../../graph/generated/graphql.ts';
import { LISTS, NARROWED } from './vocabulary.ts';

export type Filter = {
  /** Members chosen of each dimension that is named; of a reference, none means all of them together. */
  readonly members: { readonly [D in StatisticsDimension]?: readonly string[] };
  readonly from: number | null;
  readonly to: number | null;
};

export const everything: Filter = { members: {}, from: null, to: null };

// Codes come from vocabularies and registries: whatever marks the form itself is escaped.
const escaped = (code: string): string =>
  code.replace(/[%~:,]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
const unescaped = (text: string): string =>
  text.replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

const yearOf = (text: string | undefined): number | null =>
  text && /^(19|20)\d\d$/.test(text) ? Number(text) : null;

/** `site:lung,breast~sex:FEMALE~year:2013-2017`; empty for everything. */
export function textOfFilter({ members, from, to }: Filter): string {
  const parts = NARROWED.flatMap((dimension) => {
    const codes = members[dimension];
    return codes ? [`${dimension.toLowerCase()}:${codes.map(escaped).join(',')}`] : [];
  });
  const years = from === null && to === null ? [] : [`year:${from ?? ''}-${to ?? ''}`];
  return [...parts, ...years].join('~');
}

/** Reads an address; what it does not know is passed over, years in the wrong order are turned. */
export function filterOfText(text: string): Filter {
  const given = new Map(
    text.split('~').map((part) => {
      const at = part.indexOf(':');
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
  const members = Object.fromEntries(
    NARROWED.flatMap((dimension) => {
      const list = given.get(dimension.toLowerCase());
      const codes = list?.split(',').filter((code) => code !== '');
      return codes ? [[dimension, [...new Set(codes.map(unescaped))]]] : [];
    }),
  );
  const [first, last] = (given.get('year') ?? '').split('-').map(yearOf);
  const [from, to] = [first ?? null, last ?? null];
  const turned = from !== null && to !== null && from > to;
  return { members, from: turned ? to : from, to: turned ? from : to };
}

/** The filter with these members of a dimension, which null leaves unnamed. */
export const withMembers = (
  filter: Filter,
  dimension: StatisticsDimension,
  codes: readonly string[] | null,
): Filter => {
  const { [dimension]: _, ...others } = filter.members;
  return { ...filter, members: codes === null ? others : { ...others, [dimension]: codes } };
};

/** The filter as the graph takes it. */
export const inputOf = ({ members, from, to }: Filter): StatisticsFilterInput => ({
  ...Object.fromEntries(
    NARROWED.flatMap((dimension) => {
      const [list, codes] = [LISTS[dimension], members[dimension]];
      return list && codes ? [[list, codes]] : [];
    }),
  ),
  ...(from === null ? {} : { fromYear: from }),
  ...(to === null ? {} : { toYear: to }),
});
