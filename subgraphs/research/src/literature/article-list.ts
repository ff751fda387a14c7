import { sqlStatement } from '@nodp/database';
import {
  type Connection,
  connection,
  decodeCursor,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { type SQL, sql } from 'drizzle-orm';
import type { QueryArticlesArgs } from '../generated/resolvers.ts';
import { type ArticleRow, articleColumns, newestFirst } from './article-rows.ts';
import { webSearch } from './search-words.ts';

const p = sql.placeholder;

/** Ids of groups and of parts are of one name space: the one has no point. */
const ofSite = sql`(${p('site')}::text is null
  or a.site_groups @> array[${p('site')}::text] or a.sub_sites @> array[${p('site')}::text])`;
const all = sql`from research.article a where ${ofSite}`;
/** Statements of their own, so that a search always goes by the index. */
const found = sql`
  from research.article a
  where a.search @@ websearch_to_tsquery('pg_catalog.english', ${p('words')}::text) and ${ofSite}`;

const page = (source: SQL) =>
  sqlStatement<ArticleRow>(sql`
    select ${articleColumns} ${source}
    and (${p('afterYear')}::int is null
      or (coalesce(a.year, 0), a.id) < (${p('afterYear')}::int, ${p('afterId')}::uuid))
    order by ${newestFirst} limit ${p('limit')}::int`);

const count = (source: SQL) =>
  sqlStatement<{ total: number }>(sql`select count(*) as total ${source}`);

const statements = {
  all: { page: page(all), count: count(all) },
  found: { page: page(found), count: count(found) },
};

export interface ArticleList extends Connection<ArticleRow> {
  totalCount(): Promise<number>;
}

/** Articles, newest first; two statements, whatever is searched for. */
export const listArticles = async (
  { search, siteGroup, first, after }: QueryArticlesArgs,
  { session }: SubgraphContext,
): Promise<ArticleList> => {
  const size = pageSize(first, 20, 100);
  const [afterYear, afterId] = after ? decodeCursor(after, ['integer', 'uuid']) : [null, null];
  const words = webSearch(search);
  const { page, count } = words === null ? statements.all : statements.found;
  const filter = words === null ? { site: siteGroup } : { site: siteGroup, words };
  const values = { ...filter, site: siteGroup ?? null };
  const rows = await session.run(page, { ...values, afterYear, afterId, limit: size + 1 });
  return {
    ...connection(rows, size, (row) => [row.sortYear, row.id]),
    totalCount: async () => (await session.run(count, values))[0]?.total ?? 0,
  };
};
