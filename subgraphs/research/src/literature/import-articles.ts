import { LOCKS, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type ArticleRecord, articleKey } from './article.ts';
import { SITES_RULE, sitesOf } from './sites/sites-of.ts';

const p = sql.placeholder;

const alone = sqlStatement(sql`select pg_advisory_xact_lock(${LOCKS.literatureImport})`);

/**
 * Matches by key, else by DOI where one of the two has no PubMed number. What the file leaves out stays
 * as it was; a row is written only where it changes.
 */
const upsert = sqlStatement<{ created: number; updated: number }>(sql`
  with incoming as materialized (
    select * from jsonb_to_recordset(${p('json')}::text::jsonb) as r (
      n int, id uuid, key text, pmid text, doi text, title text, authors text[], journal text, year int,
      abstract text, keywords text[], "siteGroups" text[], "subSites" text[])
  ), found as (
    select distinct on (n) n, id from (
      select i.n, a.id, 1 as rank from incoming i join research.article a on a.key = i.key
      union all
      select i.n, a.id, 2 from incoming i join research.article a on a.doi = i.doi
      where a.pmid is null or i.pmid is null
    ) candidates order by n, rank, id
  ), merged as (
    select distinct on (a.id) a.id,
      case when a.pmid is null and (i.pmid is not null or a.doi is null) then i.key else a.key end as key,
      coalesce(i.pmid, a.pmid) as pmid, coalesce(i.doi, a.doi) as doi, i.title,
      case when cardinality(i.authors) = 0 then a.authors else i.authors end as authors,
      coalesce(i.journal, a.journal) as journal, coalesce(i.year, a.year) as year,
      coalesce(i.abstract, a.abstract) as abstract,
      case when cardinality(i.keywords) = 0 then a.keywords else i.keywords end as keywords,
      case when cardinality(i.keywords) = 0
        then array(select distinct s from unnest(a.site_groups || i."siteGroups") s order by s)
        else i."siteGroups" end as site_groups,
      case when cardinality(i.keywords) = 0
        then array(select distinct s from unnest(a.sub_sites || i."subSites") s order by s)
        else i."subSites" end as sub_sites
    from found f join incoming i using (n) join research.article a on a.id = f.id
    order by a.id, i.n
  ), updated as (
    update research.article a
    set key = m.key, pmid = m.pmid, doi = m.doi, title = m.title, authors = m.authors, journal = m.journal,
      year = m.year, abstract = m.abstract, keywords = m.keywords, site_groups = m.site_groups,
      sub_sites = m.sub_sites, sites_rule = ${SITES_RULE}, recorded_at = now()
    from merged m
    where a.id = m.id
      and (a.key, a.pmid, a.doi, a.title, a.authors, a.journal, a.year, a.abstract, a.keywords, a.site_groups,
          a.sub_sites)
        is distinct from
        (m.key, m.pmid, m.doi, m.title, m.authors, m.journal, m.year, m.abstract, m.keywords, m.site_groups,
          m.sub_sites)
    returning a.id
  ), created as (
    insert into research.article (id, key, pmid, doi, title, authors, journal, year, abstract, keywords, site_groups,
      sub_sites, sites_rule)
    select id, key, pmid, doi, title, authors, journal, year, abstract, keywords, "siteGroups",
      "subSites", ${SITES_RULE}
    from incoming i
    where not exists (select from found f where f.n = i.n)
    returning id
  )
  select (select count(*) from created) as created, (select count(*) from updated) as updated`);

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Adds or renews articles, each known once; one statement, all or nothing. */
export const importArticles = async (
  session: Session,
  records: readonly ArticleRecord[],
): Promise<ImportCounts> => {
  const byKey = new Map(records.map((record) => [articleKey(record), record]));
  const json = JSON.stringify(
    Array.from(byKey, ([key, record], n) => ({
      ...record,
      n,
      id: uuidv7(),
      key,
      ...sitesOf(record.title, record.keywords),
    })),
  );
  const [counts] = await session.transaction(async () => {
    await session.run(alone);
    return session.run(upsert, { json });
  });
  const { created = 0, updated = 0 } = counts ?? {};
  return { created, updated, unchanged: records.length - created - updated };
};
