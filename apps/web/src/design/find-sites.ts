import { type JointSite, jointSite } from '@nodp/terminology/joint-sites';
import { finder } from '@nodp/terminology/search';
import { findSites } from '@nodp/terminology/site-search';
import { siteChoice } from '@nodp/terminology/sites';

const byName = finder(({ label, groups }: JointSite) => ({
  names: [label.en, label.zh, ...(groups.length < 3 ? ['CNS', '脑', 'brain'] : ['all', '全部'])],
  codes: [],
}));

/** Those of some choices whose site answers to what is typed, by every name and code people know it by; the best first. */
export function findSiteChoices<Entry extends { value: string }>(
  choices: readonly Entry[],
  typed: string,
): Entry[] {
  const byId = new Map(choices.map((choice) => [choice.value, choice]));
  const sites = choices.map(({ value }) => siteChoice(value)).filter((site) => site !== null);
  const joint = choices.flatMap(({ value }) => jointSite(value) ?? []);
  return [...byName(joint, typed), ...findSites(typed, sites)].flatMap(
    ({ id }) => byId.get(id) ?? [],
  );
}
