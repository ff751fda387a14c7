import { SITE_GROUPS } from '@nodp/terminology';
import { JOINT_SITES } from '@nodp/terminology/joint-sites';
import { registrySites } from '@nodp/terminology/registry-sites';
import { SUB_SITES } from '@nodp/terminology/sites';
import { ALL_SITES } from '../../registry-data/data-set.ts';
import type { SourceDimension, Value } from '../source.ts';

/** Sites as the rows of a data set name them, with the number that stands for each. */
export type SiteIndex = ReadonlyMap<string, number>;

/** How often the cases of each site of a data set are counted in a code: 1, not at all, or taken away (−1). */
export type SiteWeights = Int8Array;

const groupOf = (site: string): string => site.split('.')[0] ?? site;

/** ICD-10 categories of `C00`, `C03-06` and `C47,C49`. */
const categoriesOf = (icd10: string): string[] =>
  icd10.split(',').flatMap((range) => {
    const [from = '', to = from.slice(1)] = range.split('-');
    const first = Number(from.slice(1));
    return Array.from(
      { length: Number(to) - first + 1 },
      (_, i) => from.charAt(0) + String(first + i).padStart(2, '0'),
    );
  });

/** Parts of a site group that are several sites of the registries together: the oropharynx is the tonsil and the rest of it. */
const joined: ReadonlyMap<string, readonly string[]> = new Map(
  SUB_SITES.flatMap(({ id, topographies }) => {
    const own = registrySites().filter(({ icd10 }) =>
      categoriesOf(icd10).every((category) => topographies.includes(category)),
    );
    const covered = own.flatMap(({ icd10 }) => categoriesOf(icd10));
    return own.length > 1 && topographies.every((code) => covered.includes(code))
      ? [[id, own.map((site) => site.id)] as const]
      : [];
  }),
);

/** Sites that make up a code; null where the data set does not tell them apart. */
const sitesOf = (code: string, sites: SiteIndex): readonly string[] | null => {
  const parts = joined.get(code);
  if (parts !== undefined) return parts.every((part) => sites.has(part)) ? parts : null;
  const own = [...sites.keys()].filter((site) => site === code || groupOf(site) === code);
  return own.length > 0 ? own : null;
};

const ALL_BUT_SKIN = 'all-but-skin';
const SKIN = 'other-skin';

const labels = new Map<string, Value['label']>([
  ...registrySites().map(({ id, label }) => [id, label] as const),
  ...SUB_SITES.map(({ id, label }) => [id, label] as const),
  ...JOINT_SITES.map(({ id, label }) => [id, label] as const),
]);

/**
 * Places of the axis of sites: the site groups that the data set has; and what can be chosen besides.
 *
 * All but skin is there only where every site is: of some sites alone the rest is not known.
 */
export const siteDimension = (sites: SiteIndex, hasTotal: boolean): SourceDimension => {
  const value = (code: string): Value => ({
    code,
    label: labels.get(code) ?? { en: code, zh: code },
  });
  const complete =
    sites.has(SKIN) && (hasTotal || SITE_GROUPS.every(({ id }) => sitesOf(id, sites) !== null));
  const parts = new Set([
    ...[...sites.keys()].filter((site) => site.includes('.')),
    ...[...joined.keys()].filter((code) => sitesOf(code, sites) !== null),
  ]);
  return {
    values: SITE_GROUPS.filter(({ id }) => sitesOf(id, sites) !== null).map(({ id, label }) => ({
      code: id,
      label,
    })),
    choices: [...parts, ...(complete ? [ALL_BUT_SKIN] : [])].map(value),
  };
};

/** @param total whether the rows have sums of all sites of their own */
const weightsFor = (code: string, sites: SiteIndex, total: boolean): SiteWeights => {
  const weights = new Int8Array(sites.size);
  if (code === ALL_SITES || code === ALL_BUT_SKIN) {
    for (const [site, at] of sites) weights[at] = (site === ALL_SITES) === total ? 1 : 0;
    if (code === ALL_BUT_SKIN) weights[sites.get(SKIN) as number] = total ? -1 : 0;
    return weights;
  }
  for (const site of sitesOf(code, sites) ?? []) weights[sites.get(site) as number] = 1;
  return weights;
};

export interface WeightsOf {
  /** For rows of a registry, period and sex that has a sum of all sites of its own. */
  readonly withTotal: SiteWeights;
  readonly without: SiteWeights;
}

export const siteWeights = (code: string, sites: SiteIndex): WeightsOf => ({
  withTotal: weightsFor(code, sites, true),
  without: weightsFor(code, sites, false),
});

/** Several codes chosen together: a site that two of them have is counted once. */
export const together = (all: readonly WeightsOf[]): WeightsOf => {
  const any = (pick: (one: WeightsOf) => SiteWeights): SiteWeights => {
    const [first = new Int8Array(0), ...rest] = all.map(pick);
    return first.map((weight, at) =>
      [weight, ...rest.map((other) => other[at] as number)].reduce((a, b) => Math.max(a, b), -1),
    );
  };
  return { withTotal: any((one) => one.withTotal), without: any((one) => one.without) };
};
