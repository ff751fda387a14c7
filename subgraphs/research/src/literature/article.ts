import { hash } from 'node:crypto';

/** What a file says of one publication. */
export interface ArticleRecord {
  readonly pmid: string | null;
  /** In lower case, without a resolver's address. */
  readonly doi: string | null;
  readonly title: string;
  /** As printed. */
  readonly authors: readonly string[];
  readonly journal: string | null;
  readonly year: number | null;
  readonly abstract: string | null;
  /** MeSH headings with their qualifiers, without the asterisk of major topics; or keywords. */
  readonly keywords: readonly string[];
}

const bare = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** By what an article is known: PubMed's number, else the DOI, else its title and year. */
export const articleKey = ({ pmid, doi, title, year }: ArticleRecord): string => {
  if (pmid !== null) return `pmid:${pmid}`;
  if (doi !== null) return `doi:${doi}`;
  return `hash:${hash('sha256', `${bare(title)} ${year ?? ''}`)}`;
};

/** Two records are of one article: the same key, or the same DOI where one of them has no PubMed number. */
export const sameArticle = (a: ArticleRecord, b: ArticleRecord): boolean =>
  articleKey(a) === articleKey(b) ||
  (a.doi !== null && a.doi === b.doi && (a.pmid === null || b.pmid === null));
