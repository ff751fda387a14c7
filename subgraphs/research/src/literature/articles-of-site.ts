import { sqlStatement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import { type ArticleRow, articleColumns, newestFirst } from './article-rows.ts';

const p = sql.placeholder;

const newestOfSites = sqlStatement<ArticleRow & { asked: number }>(sql`
  select k.asked::int as asked, a.*
  from unnest(${p('sites')}::text[], ${p('firsts')}::int[]) with ordinality k (site, first, asked)
  cross join lateral (
    select ${articleColumns} from research.article a
    where a.site_groups @> array[k.site] order by ${newestFirst} limit k.first
  ) a
  order by k.asked, a.sort_year desc, a.id desc`);

interface Asked {
  readonly siteGroup: string;
  readonly first: number;
}

/** The newest articles about a site. All tumours of a request are one statement, each site asked once. */
export const articlesOfSite = ({
  session,
}: SubgraphContext): DataLoader<Asked, ArticleRow[], string> =>
  new DataLoader(
    async (asked) => {
      const rows = await session.run(newestOfSites, {
        sites: asked.map(({ siteGroup }) => siteGroup),
        firsts: asked.map(({ first }) => first),
      });
      const byAsked = Map.groupBy(rows, (row) => row.asked);
      return asked.map((_, index) => byAsked.get(index + 1) ?? []);
    },
    { cacheKeyFn: ({ siteGroup, first }) => `${siteGroup} ${first}` },
  );
