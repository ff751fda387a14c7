import type { Label } from '@nodp/graph';
import { type Funnel, funnelOf } from '../funnel/funnel.ts';
import type {
  StatisticsCellState,
  StatisticsEvents,
  StatisticsMeasure,
  StatisticsQuestionInput,
} from '../generated/resolvers.ts';
import type { Cell, Columns, Comparison, Projection, Trend } from '../measures/measure.ts';
import type { Axis, Source } from '../sources/source.ts';
import { type AboutAnswer, aboutOf } from './about.ts';
import { checkAllowed } from './allowed.ts';
import { readQuestion, wordsOfQuestion } from './question.ts';

export interface TableAnswer {
  readonly source: Source;
  readonly measure: StatisticsMeasure;
  readonly events: StatisticsEvents;
  readonly axes: readonly Axis[];
  readonly values: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  readonly states: readonly StatisticsCellState[];
  readonly about: AboutAnswer;
  readonly notes: readonly Label[];
  readonly trends: readonly Trend[];
  readonly projections: readonly Projection[];
  readonly comparison: Comparison | null;
  readonly funnel: Funnel | null;
}

/** JSON has no infinity: a limit that does not exist is null. */
const finite = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value;

const column = (
  { cells }: Columns,
  name: 'value' | 'lower' | 'upper' | 'numerator' | 'denominator',
): readonly (number | null)[] => cells.map((cell: Cell) => finite(cell[name]));

/**
 * The answer to a question, worked out once for its source, with the counts that it tells; nobody is charged.
 * @throws BAD_USER_INPUT that says how to correct the question
 */
export const workedOut = async (source: Source, input: StatisticsQuestionInput) => {
  const question = readQuestion(source, input);
  const measure = checkAllowed(source, question);
  const words = wordsOfQuestion(question);
  const made = await source.once(words, async () => {
    const columns = await measure.answer({ source, question });
    const { measure: name, events, axes } = question;
    return {
      counts: columns.counts,
      answer: {
        ...{ measure: name, events, axes },
        values: column(columns, 'value'),
        lower: column(columns, 'lower'),
        upper: column(columns, 'upper'),
        numerators: column(columns, 'numerator'),
        denominators: column(columns, 'denominator'),
        states: columns.cells.map(({ state }) => state),
        about: aboutOf(source, { ...measure, ...columns.words }, question, columns.population),
        notes: columns.notes ?? [],
        trends: columns.trends ?? [],
        projections: columns.projections ?? [],
        comparison: columns.comparison ?? null,
        funnel: measure.isShare ? funnelOf(axes, columns.cells) : null,
      },
    };
  });
  return { words, ...made };
};

/**
 * The answer to a question, taken from the account's budget.
 * @throws BAD_USER_INPUT that says how to correct the question; COUNTS_SPENT where the budget has too few counts left
 */
export const answerQuestion = async (
  source: Source,
  input: StatisticsQuestionInput,
): Promise<TableAnswer> => {
  const { words, counts, answer } = await workedOut(source, input);
  await source.charge(words, counts);
  return { ...answer, source };
};
