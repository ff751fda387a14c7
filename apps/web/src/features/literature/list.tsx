/** The literature: search by words and site, read as far as one scrolls. */

import { Trans, useLingui } from '@lingui/react/macro';
import { SITE_GROUPS } from '@nodp/terminology';
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
const labels = new Map<string, { en: string; zh: string }>(SITE_GROUPS.map((g) => [g.id, g.label]));

/** The articles that the address asks for. */
export function useArticles() {
  const [search] = useSearchState();
  const conditions = {
    search: search.q ?? null,
    siteGroup: labels.has(search.site ?? '') ? search.site : null,
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
      <SiteFilter single parts={false} />
    </Filters>
  );
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
            sites={article.siteGroups.map((id) => (
              <SiteName key={id} site={id} label={labels.get(id) ?? { en: id, zh: id }} />
            ))}
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
