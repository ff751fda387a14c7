/** What the sources of a question say of their measures. */
import { useQueries } from '@tanstack/react-query';
import { type MeasureInfo, measuresQuery, type Source } from '../asked.ts';
import type { Question } from '../question/question.ts';
import type { Known } from './resolved.ts';

/** `known` where all of them have answered; sources that are no longer there are passed over. */
export function useKnown(
  question: Question,
  sources: readonly Source[],
): { known: Known | null; error: Error | null; retry: () => void } {
  const named = question.selections.map(({ source }) => source ?? sources[0]?.id ?? '');
  const different = [...new Set(named)].filter((id) => sources.some((source) => source.id === id));
  const measures = useQueries({ queries: different.map(measuresQuery) });
  const failed = measures.find(({ isError }) => isError);
  const said = measures.flatMap(({ data }, i): [string, readonly MeasureInfo[]][] =>
    data ? [[different[i] ?? '', data]] : [],
  );
  return {
    known: said.length < different.length ? null : { sources, measures: new Map(said) },
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
