/** The answer to a question, or why there is none. */
import { useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Skeleton from '@mui/material/Skeleton';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { stringifySearch } from '../../../address.ts';
import { Outdated } from '../../../design/outdated.tsx';
import { VisuallyHidden } from '../../../design/page.tsx';
import { ErrorPanel, ErrorWords } from '../../../design/states.tsx';
import { answersQuery } from '../asked.ts';
import type { Change } from '../question/change.ts';
import { inputsOf, obstaclesOf } from '../question/possible.ts';
import { type Question, searchOf } from '../question/question.ts';
import type { Shown } from './figure/answer-figure.tsx';
import { FigureOf } from './figure/figure-of.tsx';
import { Obstacles } from './obstacles.tsx';
import { type Known, type Resolved, useResolved } from './resolved.ts';

export function Answer({
  question,
  known,
  resolved,
  number = null,
  actions,
  onChange,
}: {
  question: Question;
  known: Known;
  resolved: readonly Resolved[];
  /** Of the figure, where it is one of several. */
  number?: number | null;
  actions?: ReactNode;
  onChange: Change;
}) {
  const { t } = useLingui();
  const resolve = useResolved(known);
  const infos = resolved.map(({ info }) => info);
  const obstacles = obstaclesOf(question, infos);
  const asked = resolved.map(({ source, selection: { filter } }) => ({
    source: source.id,
    filter,
  }));
  const inputs = obstacles.length > 0 ? [] : inputsOf(question, asked, infos);
  const query = useQuery(answersQuery(useQueryClient(), question, inputs));
  if (obstacles.length > 0) {
    return <Obstacles question={question} obstacles={obstacles} onChange={onChange} />;
  }
  if (query.isPending) {
    return (
      <Box role="status" aria-label={t`Loading`}>
        <Skeleton variant="rounded" height={460} />
      </Box>
    );
  }
  if (query.isError) {
    return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  }
  const { question: answered, parts } = query.data;
  const [first, ...others] = resolve(answered).flatMap((one, i): Shown[] => {
    const table = parts[i]?.table;
    return table ? [{ ...one, table }] : [];
  });
  const busy = query.isPlaceholderData;
  // A link names its sources: the newest of today is not that of next year.
  const [named, ...more] = resolve(answered).map(({ selection, source }) => ({
    ...selection,
    source: source.id,
  }));
  const link =
    named && searchOf({ ...answered, beside: question.beside, selections: [named, ...more] });
  return (
    <>
      {busy && <LinearProgress aria-label={t`Loading`} sx={{ mt: '-4px' }} />}
      {resolve(answered).map(({ letter, words }, i) => {
        const error = parts[i]?.error;
        return error ? (
          <Alert severity="error" key={letter} sx={{ mb: 1 }}>
            {letter} · {words}: <ErrorWords error={error} />
          </Alert>
        ) : null;
      })}
      <VisuallyHidden live>{busy ? '' : t`The answer is there.`}</VisuallyHidden>
      <Outdated keepsFocus outdated={busy}>
        {first && (
          <FigureOf
            shown={[first, ...others]}
            beside={question.beside}
            number={number}
            actions={actions}
            link={`${location.origin}/management/explorer${stringifySearch(link ?? {})}`}
            onBeside={(next) => onChange({ beside: next })}
          />
        )}
      </Outdated>
    </>
  );
}
