import { badInput } from '@nodp/graph';
import { SITE_GROUPS } from '@nodp/terminology';
import { JOINT_SITES, jointSite } from '@nodp/terminology/joint-sites';
import { PROVINCES } from '@nodp/terminology/provinces';
import { SITE_CHOICES, siteChoice } from '@nodp/terminology/sites';
import type { CaseFilter } from '@nodp/warehouse';
import type { CaseFilterInput } from '../generated/resolvers.ts';
import type { PopulationAtRisk } from '../registration/coverage.ts';

const groups = new Map<string, (typeof SITE_GROUPS)[number]>(SITE_GROUPS.map((g) => [g.id, g]));
const provinces = new Set(PROVINCES.map((province) => province.code));

/** In one order, each once: the same choice is the same question. Undefined where nothing is chosen. */
const chosen = (
  list: readonly string[] | null | undefined,
  known: (code: string) => boolean,
  explain: (code: string) => string,
): readonly string[] | undefined => {
  if (!list?.length) return undefined;
  for (const code of list) if (!known(code)) throw badInput(explain(code));
  return [...new Set(list)].sort();
};

/** @throws BAD_USER_INPUT that says how to correct it, where a code is not known or the years run backwards */
export const readFilter = (input: CaseFilterInput | null | undefined): CaseFilter => {
  const sites = chosen(
    input?.siteGroups,
    (id) => siteChoice(id) !== null || jointSite(id) !== null,
    (id) =>
      `There is no cancer site ${id}. Give one of ${[...SITE_CHOICES, ...JOINT_SITES].map((site) => site.id).join(', ')}.`,
  );
  // A part says nothing more beside its whole group: the same choice is the same question.
  const siteGroups = sites?.filter((id) => {
    const group = siteChoice(id)?.siteGroup ?? id;
    return id === group || !sites.includes(group);
  });
  const residence = chosen(
    input?.provinces,
    (code) => provinces.has(code),
    (code) =>
      `There is no province ${code}. Give six digits of GB/T 2260, e.g. 440000 for Guangdong; \`regions\` lists them.`,
  );
  const { sex, fromYear, toYear } = input ?? {};
  if (fromYear != null && toYear != null && fromYear > toYear)
    throw badInput(`Years run from ${fromYear} to ${toYear}. Give the earlier as fromYear.`);
  return {
    ...(siteGroups && { siteGroups }),
    ...(residence && { provinces: residence }),
    ...(sex && { sex }),
    ...(fromYear != null && { fromYear }),
    ...(toYear != null && { toYear }),
  };
};

/**
 * Whose rates those of a site group, or a part of one, are: of one sex where the other cannot have it, and of women for the
 * breast, whose cancer in men is a hundredth (Cancer Incidence in Five Continents gives the two apart).
 */
export const populationAtRiskOfSite = (id: string): PopulationAtRisk => {
  if (id === 'breast') return 'FEMALE';
  const sex = groups.get(siteChoice(id)?.siteGroup ?? '')?.sex ?? null;
  return sex === null ? 'EVERYBODY' : sex === 'female' ? 'FEMALE' : 'MALE';
};

/** The population at risk that rates are of: the sex chosen, the sex that all site groups chosen are of, or everybody. */
export const populationAtRiskOf = ({ sex, siteGroups = [] }: CaseFilter): PopulationAtRisk => {
  if (sex !== undefined) return sex;
  const all = new Set(siteGroups.map(populationAtRiskOfSite));
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : 'EVERYBODY';
};
