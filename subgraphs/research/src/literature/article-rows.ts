import { sql } from 'drizzle-orm';
import type { article } from '../tables.ts';

/** An article as the graph shows it, with the year it sorts by. */
export type ArticleRow = Omit<typeof article.$inferSelect, 'key' | 'sitesRule' | 'recordedAt'> & {
  readonly sortYear: number;
};

/** What is read of `research.article a`. */
export const articleColumns = sql.raw(
  'a.id, a.pmid, a.doi, a.title, a.authors, a.journal, a.year, a.abstract, a.keywords, a.site_groups, a.sub_sites, coalesce(a.year, 0) as sort_year',
);

/** Articles without a year come last; those of a year in the order they were recorded, latest first. */
export const newestFirst = sql.raw('coalesce(a.year, 0) desc, a.id desc');
