/** The explorer: any measure over any crossing of any source, two to six selections side by side, all of it in the address. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { PageHeader } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { sourcesQuery } from '../asked.ts';
import type { Change } from '../question/change.ts';
import { questionOf, searchOf } from '../question/question.ts';
import { Explorer } from './explorer.tsx';

export function ExplorerPage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const question = useMemo(() => questionOf(search), [search]);
  const sources = useQuery(sourcesQuery);
  const change: Change = (next) => set(searchOf({ ...question, ...next }));
  const lost = question.selections.filter(
    ({ source }) => source !== null && !sources.data?.some(({ id }) => id === source),
  );
  return (
    <>
      <PageHeader title={t`Explorer`} />
      {sources.isPending ? (
        <LoadingRows />
      ) : sources.isError ? (
        <ErrorPanel error={sources.error} retry={() => void sources.refetch()} />
      ) : sources.data.length === 0 ? (
        <Empty>
          <Trans>
            There is nothing to ask yet: figures come from a release of the research pool, which a
            national data manager builds, or from a registry’s data set that was loaded.
          </Trans>
        </Empty>
      ) : lost.length > 0 ? (
        <Empty
          action={
            <Button
              variant="outlined"
              onClick={() => {
                const [first, ...others] = question.selections.map((one) =>
                  lost.includes(one) ? { ...one, source: null } : one,
                );
                if (first) change({ selections: [first, ...others] });
              }}
            >
              <Trans>Ask the newest source</Trans>
            </Button>
          }
        >
          <Trans>There is no source {lost.map(({ source }) => source).join(', ')}.</Trans>
        </Empty>
      ) : (
        <Explorer question={question} sources={sources.data} onChange={change} />
      )}
    </>
  );
}
