/** What the dashboard is asked for, as the address keeps it and as the graph takes it. */

import { JOINT_SITES } from '@nodp/terminology/joint-sites';
import { PROVINCES } from '@nodp/terminology/provinces';
import { SITE_CHOICES, siteChoice } from '@nodp/terminology/sites';
import { joined, listOf, type Search } from '../../address.ts';
import type {
  CaseSex,
  OverviewQueryVariables,
  StandardPopulation,
} from '../../graph/generated/graphql.ts';
import { type Measure, measures } from './measure.ts';

export type Request = {
  /** Site groups and parts of them. */
  siteGroups: string[];
  /** GB/T 2260. */
  provinces: string[];
  sex: CaseSex | null;
  fromYear: number | null;
  toYear: number | null;
  standard: StandardPopulation;
  measure: Measure;
};

export const standards: StandardPopulation[] = [
  'SEGI',
  'WHO2000',
  'CHINA2000',
  'ESP1976',
  'ESP2013',
];
export const sexes: CaseSex[] = ['FEMALE', 'MALE'];
const sites = [...SITE_CHOICES, ...JOINT_SITES].map(({ id }) => id);
const codes = PROVINCES.map((province) => province.code);

/** The names of the filters in an address; the measure is a way to look, not a filter. */
export const filterNames = ['site', 'sex', 'from', 'to', 'province', 'standard'];

/** Reads an address; choices that do not exist are passed over, years in the wrong order are turned. */
export function requestOf(search: Search): Request {
  const [from, to] = [yearOf(search.from), yearOf(search.to)];
  const turned = from !== null && to !== null && from > to;
  return {
    siteGroups: listOf(search.site, sites),
    provinces: listOf(search.province, codes),
    sex: listOf(search.sex, sexes)[0] ?? null,
    fromYear: turned ? to : from,
    toYear: turned ? from : to,
    standard: listOf(search.standard, standards)[0] ?? 'SEGI',
    measure: listOf(search.measure, measures)[0] ?? 'ageStandardised',
  };
}

/** The reverse of `requestOf`; what is as it is without saying stays out of the address. */
export const searchOf = (request: Request): Search => ({
  site: joined(request.siteGroups),
  province: joined(request.provinces),
  sex: request.sex ?? undefined,
  from: request.fromYear?.toString(),
  to: request.toYear?.toString(),
  standard: request.standard === 'SEGI' ? undefined : request.standard,
  measure: request.measure === 'ageStandardised' ? undefined : request.measure,
});

/** The request as variables of the dashboard's document. */
export const variablesOf = (request: Request): OverviewQueryVariables => ({
  filter: {
    siteGroups: request.siteGroups,
    provinces: request.provinces,
    sex: request.sex,
    fromYear: request.fromYear,
    toYear: request.toYear,
  },
  standard: request.standard,
});

/** A list with a member put in, or taken out where it was in, in the order of the address. */
export const toggled = (list: readonly string[], member: string): string | undefined =>
  joined(list.includes(member) ? list.filter((m) => m !== member) : [...list, member].sort());

/** Whether a site group, or a part of it, is chosen. */
export const isSiteChosen = (chosen: readonly string[], siteGroup: string): boolean =>
  chosen.some((id) => siteChoice(id)?.siteGroup === siteGroup);

/** The sites chosen with a group put in, or taken out with its parts. */
export const siteToggled = (chosen: readonly string[], siteGroup: string): string | undefined =>
  isSiteChosen(chosen, siteGroup)
    ? joined(chosen.filter((id) => siteChoice(id)?.siteGroup !== siteGroup))
    : toggled(chosen, siteGroup);

const yearOf = (text: string | undefined): number | null =>
  text && /^(19|20)\d\d$/.test(text) ? Number(text) : null;
