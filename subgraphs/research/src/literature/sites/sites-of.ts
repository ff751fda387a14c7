import type { SiteGroupId } from '@nodp/terminology';
import { siteWords } from './site-words.ts';

const byHeading = new Map<string, SiteGroupId[]>();
for (const { site, mesh } of siteWords) {
  for (const heading of mesh) {
    const key = heading.toLowerCase();
    byHeading.set(key, [...(byHeading.get(key) ?? []), site]);
  }
}

/**
 * `Liver Neoplasms/secondary` is of a metastasis: it says where the disease went, not where it began.
 * With a further qualifier (`/secondary/surgery`) it still is.
 */
const ofHeading = (keyword: string): readonly SiteGroupId[] => {
  const [heading = '', ...qualifiers] = keyword.split('/');
  if (qualifiers.some((qualifier) => qualifier.trim().toLowerCase() === 'secondary')) return [];
  return byHeading.get(heading.trim().toLowerCase()) ?? [];
};

const neoplasm =
  '(?:cancers?|carcinomas?|adenocarcinomas?|neoplasms?|neoplasia|tumou?rs?|malignanc(?:y|ies)|lymphomas?|sarcomas?)';
/** What may stand between an organ and its neoplasm: “breast and ovarian cancer”, “lung squamous-cell carcinoma”. */
const between =
  '(?:(?:(?:and|or) [\\w-]+|squamous|small|large|clear|cell|epithelial|ductal|urothelial|invasive|mucosal|neuroendocrine|germ)[ -]+){0,3}';

const matchers = siteWords.map(({ site, organs, names, zh }) => {
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

const ofWords = (text: string): SiteGroupId[] => {
  const words = plain(text);
  return matchers.filter(({ pattern }) => pattern.test(words)).map(({ site }) => site);
};

/**
 * The cancer sites an article is about, from its MeSH headings and the words of its title and of keywords
 * that are no MeSH heading known here. Sorted, each once; none for articles about cancer as a whole.
 */
export const sitesOf = (title: string, keywords: readonly string[]): SiteGroupId[] => {
  const found = new Set(ofWords(title));
  for (const keyword of keywords) {
    const sites = keyword.includes('/') || byHeading.has(keyword.toLowerCase());
    for (const site of sites ? ofHeading(keyword) : ofWords(keyword)) found.add(site);
  }
  return [...found].sort();
};
