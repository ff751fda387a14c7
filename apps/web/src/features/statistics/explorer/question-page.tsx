/** A question in the address, asked of sources that are there; the explorer and the pages of one kind of measure are it. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { PageHeader } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { type Source, sourcesQuery } from '../asked.ts';
import type { Change } from '../question/change.ts';
import { questionOf, searchOf } from '../question/question.ts';
import { Explorer } from './explorer.tsx';
import type { View } from './view.ts';

export function QuestionPage({
  title,
  view = null,
  absent,
}: {
  title: string;
  view?: View | null;
  /** What a reader might look for here that nothing tells, and why. */
  absent?: ReactNode;
}) {
  const [search, set] = useSearchState();
  const question = useMemo(
    () => questionOf(search.measure === undefined ? { ...view?.usual, ...search } : search),
    [search, view],
  );
  const all = useQuery(sourcesQuery);
  // What a page of one kind of measure asks, a release answers: aggregates of registries follow nobody, year by year.
  const sources =
    view === null || all.data === undefined
      ? all
      : {
          ...all,
          data: all.data.toSorted((a, b) => Number(isRegistry(a)) - Number(isRegistry(b))),
        };
  const change: Change = (next) => set(searchOf({ ...question, ...next }));
  const lost = question.selections.filter(
    ({ source }) => source !== null && !sources.data?.some(({ id }) => id === source),
  );
  return (
    <>
      <PageHeader title={title} />
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
        <Explorer question={question} sources={sources.data} view={view} onChange={change} />
      )}
      {absent && (
        <Box
          component="p"
          sx={{ mt: 2, mb: 0, maxWidth: 960, typography: 'body2', color: 'text.secondary' }}
        >
          {absent}
        </Box>
      )}
    </>
  );
}

const isRegistry = ({ kind }: Source): boolean => kind === 'REGISTRY';
