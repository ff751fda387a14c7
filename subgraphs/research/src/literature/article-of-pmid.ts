import { sqlStatement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import { type ArticleRow, articleColumns } from './article-rows.ts';

const byKey = sqlStatement<ArticleRow>(sql`
  select ${articleColumns} from research.article a where a.key = any(${sql.placeholder('keys')}::text[])`);

/** The article of a PubMed number; null where it was not imported. All of a request are one statement. */
export const articleOfPmid = ({
  session,
}: SubgraphContext): DataLoader<string, ArticleRow | null> =>
  new DataLoader(async (pmids) => {
    const rows = await session.run(byKey, { keys: pmids.map((pmid) => `pmid:${pmid}`) });
    const found = new Map(rows.map((row) => [row.pmid, row]));
    return pmids.map((pmid) => found.get(pmid) ?? null);
  });
