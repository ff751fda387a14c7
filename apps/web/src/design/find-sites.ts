import { findSites } from '@nodp/terminology/site-search';
import { siteChoice } from '@nodp/terminology/sites';

/** Those of some choices whose site answers to what is typed, by every name and code people know it by; the best first. */
export function findSiteChoices<Entry extends { value: string }>(
  choices: readonly Entry[],
  typed: string,
): Entry[] {
  const byId = new Map(choices.map((choice) => [choice.value, choice]));
  const sites = choices.map(({ value }) => siteChoice(value)).filter((site) => site !== null);
  return findSites(typed, sites).flatMap(({ id }) => byId.get(id) ?? []);
}
