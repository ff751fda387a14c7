import type { Job } from '@nodp/database/jobs';
import postgres from 'postgres';
import { SITES_RULE, sitesOf } from './sites/sites-of.ts';

export const LINK_ARTICLES = 'link-articles';

/** Articles to a transaction: some 20 ms of processor. */
const batch = 500;

const connected = async <T>(
  ownerUrl: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

/** Whether articles are stored whose sites another version of the rule told. */
export const linksOutdated = (ownerUrl: string): Promise<boolean> =>
  connected(ownerUrl, async (sql) => {
    const [row] = await sql<{ outdated: boolean }[]>`
      select exists (select from research.article where sites_rule is distinct from ${SITES_RULE}) as outdated`;
    return row?.outdated === true;
  });

interface Stored {
  readonly id: string;
  readonly title: string;
  readonly keywords: string[];
}

/** The next articles, held as an import holds them. @returns how many there were */
const linkSome = (sql: postgres.Sql): Promise<number> =>
  sql.begin(async (transaction) => {
    const articles = await transaction<Stored[]>`
      select id, title, keywords from research.article where sites_rule is distinct from ${SITES_RULE}
      order by id limit ${batch} for no key update`;
    const linked = articles.map(({ id, title, keywords }) => ({ id, ...sitesOf(title, keywords) }));
    await transaction`
      update research.article a
      set site_groups = l."siteGroups", sub_sites = l."subSites", sites_rule = ${SITES_RULE}
      from jsonb_to_recordset(${JSON.stringify(linked)}::text::jsonb)
        as l (id uuid, "siteGroups" text[], "subSites" text[])
      where a.id = l.id`;
    return articles.length;
  });

/** Links stored articles to their sites by the rule of this version; begun again after a crash, it goes on where it stopped. */
export const linkArticlesJob = (ownerUrl: string): Job => ({
  kind: LINK_ARTICLES,
  run: ({ signal, progress }) =>
    connected(ownerUrl, async (sql) => {
      const [row] = await sql<{ outdated: number }[]>`
        select count(*)::int as outdated from research.article
        where sites_rule is distinct from ${SITES_RULE}`;
      const outdated = row?.outdated ?? 0;
      let done = 0;
      for (;;) {
        signal.throwIfAborted();
        const articles = await linkSome(sql);
        if (articles === 0) return { articles: done };
        done += articles;
        await progress('LINKING', Math.min(1, done / outdated));
      }
    }),
});
