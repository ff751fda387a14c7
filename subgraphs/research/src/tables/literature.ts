import { sql } from 'drizzle-orm';
import { index, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { research } from './schema.ts';

/** Its full-text column `search` is generated; the migration `search` adds it. */
export const article = research.table(
  'article',
  {
    id: uuid('id').primaryKey(),
    /** `pmid:…`, else `doi:…`, else `hash:…` of title and year: an article is known once. */
    key: text('key').notNull(),
    pmid: text('pmid'),
    /** In lower case. */
    doi: text('doi'),
    title: text('title').notNull(),
    authors: text('authors').array().notNull(),
    journal: text('journal'),
    year: integer('year'),
    abstract: text('abstract'),
    keywords: text('keywords').array().notNull(),
    siteGroups: text('site_groups').array().notNull(),
    /** Parts of those groups, e.g. `colorectum.colon`. */
    subSites: text('sub_sites').array().notNull().default([]),
    /** The version of the rule that told the sites; null before rules had versions. */
    sitesRule: integer('sites_rule'),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .defaultNow(),
  },
  (t) => [
    unique('article_once').on(t.key),
    index('article_by_doi').on(t.doi),
    index('article_by_site').using('gin', t.siteGroups),
    index('article_by_sub_site').using('gin', t.subSites),
    index('article_newest').on(sql`coalesce(${t.year}, 0) desc`, t.id.desc().nullsFirst()),
  ],
);
