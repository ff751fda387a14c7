import type { ArticleRecord } from './article.ts';
import { LANDMARK_ROWS } from './landmark-rows.ts';

/**
 * Well-known publications that changed how cancers are treated, screened for or measured: a first
 * literature for the demonstration. Bibliographic facts alone, without abstracts.
 */
export const landmarks: readonly ArticleRecord[] = LANDMARK_ROWS.map(
  ([pmid, doi, author, year, journal, title]) => ({
    pmid,
    doi,
    title,
    authors: author.includes(' Team') ? [author] : [author, 'et al.'],
    journal,
    year,
    abstract: null,
    keywords: [],
  }),
);
