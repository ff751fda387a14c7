import { partWords } from './part-words.ts';
import { siteWords } from './site-words.ts';
import type { NamedWords } from './words-table.ts';

/** The version of what links an article to its sites: articles that an older one linked are linked anew by a job. */
export const SITES_RULE = 2;

const words: readonly NamedWords<string>[] = [...siteWords, ...partWords];

const byHeading = new Map<string, string[]>();
for (const { site, mesh } of words) {
  for (const heading of mesh) {
    const key = heading.toLowerCase();
    byHeading.set(key, [...(byHeading.get(key) ?? []), site]);
  }
}

/**
 * `Liver Neoplasms/secondary` is of a metastasis: it says where the disease went, not where it began.
 * With a further qualifier (`/secondary/surgery`) it still is.
 */
const ofHeading = (keyword: string): readonly string[] => {
  const [heading = '', ...qualifiers] = keyword.split('/');
  if (qualifiers.some((qualifier) => qualifier.trim().toLowerCase() === 'secondary')) return [];
  return byHeading.get(heading.trim().toLowerCase()) ?? [];
};

const neoplasm =
  '(?:cancers?|carcinomas?|adenocarcinomas?|neoplasms?|neoplasia|tumou?rs?|malignanc(?:y|ies)|lymphomas?|sarcomas?)';
/** What may stand between an organ and its neoplasm: “breast and ovarian cancer”, “lung squamous-cell carcinoma”. */
const between =
  '(?:(?:(?:and|or) [\\w-]+|squamous|small|large|clear|cell|epithelial|ductal|urothelial|invasive|mucosal|neuroendocrine|germ)[ -]+){0,3}';

const matchers = words.map(({ site, organs, names, zh }) => {
  const english = [
    organs && `(?:${organs})[ -]+${between}${neoplasm}`,
    organs && `${neoplasm} of the (?:${organs})`,
    names,
  ].filter((part) => part !== '');
  return {
    site,
    pattern: new RegExp(`(?<![\\p{L}-])(?:${english.join('|')})(?!\\p{L})|${zh}`, 'iu'),
  };
});

/** A title is the same whatever dashes and apostrophes the printer chose. */
const plain = (text: string): string =>
  text.normalize('NFKC').replace(/[‐-―]/g, '-').replace(/[‘’]/g, "'").replace(/\s+/g, ' ');

const ofWords = (text: string): string[] => {
  const said = plain(text);
  return matchers.filter(({ pattern }) => pattern.test(said)).map(({ site }) => site);
};

export interface ArticleSites {
  /** Sorted, each once; none for articles about cancer as a whole. */
  readonly siteGroups: string[];
  /** Parts of those groups, sorted, each once. */
  readonly subSites: string[];
}

/**
 * The cancer sites an article is about, from its MeSH headings and the words of its title and of keywords
 * that are no MeSH heading known here. Who names a part names its group.
 */
export const sitesOf = (title: string, keywords: readonly string[]): ArticleSites => {
  const found = new Set(ofWords(title));
  for (const keyword of keywords) {
    const isHeading = keyword.includes('/') || byHeading.has(keyword.toLowerCase());
    for (const site of isHeading ? ofHeading(keyword) : ofWords(keyword)) found.add(site);
  }
  const subSites = [...found].filter((site) => site.includes('.')).sort();
  for (const site of subSites) found.add(site.slice(0, site.indexOf('.')));
  const siteGroups = [...found].filter((site) => !site.includes('.')).sort();
  return { siteGroups, subSites };
};
