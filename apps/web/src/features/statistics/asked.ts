/** What the pages ask of the graph. */
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import {
  StatisticsDocument,
  StatisticsIndicatorsDocument,
  StatisticsMeasuresDocument,
  type StatisticsMeasuresQuery,
  type StatisticsQuery,
  type StatisticsQuestionInput,
  StatisticsSourcesDocument,
  type StatisticsSourcesQuery,
} from '../../graph/generated/graphql.ts';
import type { Question } from './question/question.ts';

export type Source = StatisticsSourcesQuery['statisticsSources'][number];
export type MeasureInfo = StatisticsMeasuresQuery['statisticsMeasures'][number];
export type Table = StatisticsQuery['statistics'];

export const sourcesQuery = queryOptions({
  queryKey: ['statistics-sources'],
  queryFn: async ({ signal }) =>
    (await execute(StatisticsSourcesDocument, {}, signal)).statisticsSources,
});

/** What can be asked of a source: the page greys by this, and by nothing else. */
export const measuresQuery = (source: string) =>
  queryOptions({
    queryKey: ['statistics-measures', source],
    queryFn: async ({ signal }) =>
      (await execute(StatisticsMeasuresDocument, { source }, signal)).statisticsMeasures,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Clinical quality indicators, those that no case is judged by among them. */
export const indicatorsQuery = queryOptions({
  queryKey: ['statistics-indicators'],
  queryFn: async ({ signal }) =>
    (await execute(StatisticsIndicatorsDocument, {}, signal)).statisticsIndicators,
  staleTime: Number.POSITIVE_INFINITY,
});

/** A source never changes: what it answered once it answers for ever. */
const tableQuery = (question: StatisticsQuestionInput) =>
  queryOptions({
    queryKey: ['statistics-table', question],
    queryFn: async () => (await execute(StatisticsDocument, { question })).statistics,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What became of each part of a question; words of it are made of the question that was asked, not of the next. */
export type Answers = {
  readonly question: Question;
  readonly parts: readonly (
    | { readonly table: Table; readonly error: null }
    | { readonly table: null; readonly error: Error }
  )[];
};

/**
 * A question answered as one for all of its selections: figures of two questions never stand on one scale. The former
 * answers stay until all of the next are there, and one that comes late is of a question that nobody looks at.
 * @param inputs the question of the graph for each selection
 */
export const answersQuery = (
  client: QueryClient,
  question: Question,
  inputs: readonly StatisticsQuestionInput[],
) =>
  queryOptions({
    queryKey: ['statistics-answers', inputs],
    queryFn: async (): Promise<Answers> => {
      const settled = await Promise.allSettled(
        inputs.map((input) => client.fetchQuery(tableQuery(input))),
      );
      const parts = settled.map((one) =>
        one.status === 'fulfilled'
          ? { table: one.value, error: null }
          : { table: null, error: one.reason as Error },
      );
      // Where nothing was answered the page has nothing to show but why.
      const [first] = parts;
      if (first?.error && parts.every(({ table }) => table === null)) throw first.error;
      return { question, parts };
    },
    enabled: inputs.length > 0,
    placeholderData: keepPreviousData,
  });
