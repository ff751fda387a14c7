/** The literature, to read. */
import { useLingui } from '@lingui/react/macro';
import { PageHeader } from '../../design/page.tsx';
import { Total } from '../../design/paged-table.tsx';
import { ArticleFilters, Articles, useArticles } from './list.tsx';

export function LiteraturePage() {
  const { t } = useLingui();
  const articles = useArticles();
  return (
    <>
      <PageHeader
        title={t`Literature`}
        detail={<Total count={articles.total} outdated={articles.outdated} />}
      />
      <ArticleFilters />
      <Articles articles={articles} />
    </>
  );
}
