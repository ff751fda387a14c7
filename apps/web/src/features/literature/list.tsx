/** The literature: search by words and site, read as far as one scrolls. */

import { Trans, useLingui } from '@lingui/react/macro';
import { siteChoice } from '@nodp/terminology/sites';
import { useMemo } from 'react';
import { ArticleEntry } from '../../design/article-entry.tsx';
import { Filters } from '../../design/filters/filters.tsx';
import { SearchField } from '../../design/filters/search-field.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { SiteFilter } from '../../design/filters/site-filter.tsx';
import { SiteName } from '../../design/marks.tsx';
import { usePaged } from '../../design/paged.ts';
import { PagedTable } from '../../design/paged-table.tsx';
import type { Column } from '../../design/table/model.ts';
import { execute } from '../../graph/execute.ts';
import { type ArticleSummaryFragment, ArticlesDocument } from '../../graph/generated/graphql.ts';

const pageSize = 50;

/** The articles that the address asks for. */
export function useArticles() {
  const [search] = useSearchState();
  const conditions = {
    search: search.q ?? null,
    siteGroup: siteChoice(search.site ?? '') === null ? null : search.site,
  };
  return usePaged(['articles', conditions], async (after, signal) => {
    const variables = { ...conditions, first: pageSize, after };
    return (await execute(ArticlesDocument, variables, signal)).articles;
  });
}

export function ArticleFilters() {
  const { t } = useLingui();
  return (
    <Filters names={['q', 'site']}>
      <SearchField label={t`Words in title, abstract, authors or headings`} />
      <SiteFilter single />
    </Filters>
  );
}

/** The parts that an article names, and its groups of which it names none. */
function sitesOf({ siteGroups, subSites }: ArticleSummaryFragment): string[] {
  return siteGroups.flatMap((group) => {
    const parts = subSites.filter((part) => siteChoice(part)?.siteGroup === group);
    return parts.length > 0 ? parts : [group];
  });
}

function SiteOf({ id }: { id: string }) {
  const site = siteChoice(id);
  return <SiteName site={site?.siteGroup ?? id} label={site?.label ?? { en: id, zh: id }} />;
}

export function Articles({ articles }: { articles: ReturnType<typeof useArticles> }) {
  const { t } = useLingui();
  const columns = useMemo(
    (): Column<ArticleSummaryFragment>[] => [
      {
        id: 'article',
        header: t`Article`,
        width: 'minmax(0, 1fr)',
        wraps: true,
        cell: (article) => (
          <ArticleEntry
            article={article}
            sites={sitesOf(article).map((id) => <SiteOf key={id} id={id} />)}
          />
        ),
      },
    ],
    [t],
  );
  return (
    <PagedTable
      paged={articles}
      label={t`Articles`}
      columns={columns}
      rowKey={(article) => article.id}
      empty={<Trans>No article meets these conditions</Trans>}
    />
  );
}
