/** Site groups and their parts, found by every name and code that people know them by. */
import { type Findable, finder } from '../search/search.ts';
import { SITE_GROUPS, siteGroupOf } from './site-groups.ts';
import { siteWords } from './site-words.ts';
import { SITE_CHOICES, type SiteChoice, SUB_SITES } from './sub-sites.ts';

const categoriesOf = (ranges: readonly (readonly [string, string])[]): string[] =>
  ranges.flatMap(([from, to]) => {
    const [first, last] = [Number(from.slice(1)), Number(to.slice(1))];
    return Array.from(
      { length: last - first + 1 },
      (_, i) => `${from.charAt(0)}${String(first + i).padStart(2, '0')}`,
    );
  });

const ICD_10 = new Map<string, readonly string[]>(
  SITE_GROUPS.map(({ id, icd10 }) => [id, categoriesOf(icd10)]),
);

const ownNames = ({ id, label }: SiteChoice): string[] => [
  label.en,
  label.zh,
  ...(siteWords.get(id) ?? []),
];

/** By what a choice is found: a group by the names of its parts too, after its own. */
export const findableSite = (choice: SiteChoice): Findable => ({
  names: ownNames(choice),
  partNames:
    choice.topographies === null
      ? SUB_SITES.filter((part) => part.siteGroup === choice.id).flatMap(ownNames)
      : [],
  codes: choice.topographies ?? ICD_10.get(choice.siteGroup) ?? [],
});

const byNameOrCode = finder(findableSite);

/** A morphology (`9680/3`, `8720`) or an in-situ code (`D05.1`) names a group that its own codes do not list. */
function groupOfOtherCode(typed: string): string | null {
  const code = typed.trim();
  if (/^[89]\d{3}(\/\d?)?$/.test(code)) {
    return (
      siteGroupOf('C42.1', code) ?? (siteGroupOf('C44.9', code) === 'melanoma' ? 'melanoma' : null)
    );
  }
  return /^d\d\d/i.test(code) ? siteGroupOf(code) : null;
}

/** The choices that answer to what is typed, the best first; all where nothing is. */
export function findSites(
  typed: string,
  choices: readonly SiteChoice[] = SITE_CHOICES,
): SiteChoice[] {
  const other = groupOfOtherCode(typed);
  return other === null
    ? byNameOrCode(choices, typed)
    : choices.filter(({ siteGroup, topographies }) => siteGroup === other && topographies === null);
}
