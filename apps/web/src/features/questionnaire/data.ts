/** What a patient's link asks and keeps: its own small endpoint, without an account. */
import { GraphError, post } from '../../graph/execute.ts';
import type { Label } from '../../i18n/label.ts';

export type Choice = { value: number; label: Label };
export type Item = { id: string; question: Label; choices: Choice[] };
export type Term = { number: number; name: Label; items: Item[] };
export type Answers = Readonly<Record<string, readonly number[]>>;
export type Questionnaire = {
  institution: Label;
  expiresAt: string;
  terms: Term[];
  answers: Answers;
};

/** How a link stands that opens nothing. */
export type EndedState = 'COMPLETED' | 'EXPIRED' | 'CLOSED' | 'NOT_FOUND';

export class LinkEnded extends Error {
  readonly state: EndedState;
  constructor(state: EndedState) {
    super(state);
    this.state = state;
  }
}

const isEnded = (code: unknown): code is EndedState =>
  code === 'COMPLETED' || code === 'EXPIRED' || code === 'CLOSED' || code === 'NOT_FOUND';

/** Asks the link's endpoint; throws LinkEnded where the link is over, a GraphError where nothing could be had. */
async function ask<Answer>(what: 'open' | 'answer' | 'complete', body: object): Promise<Answer> {
  const response = await post(`/questionnaire/${what}`, body);
  const answer = (await response.json().catch(() => null)) as
    | (Answer & { code?: string; message?: string })
    | null;
  if (response.ok && answer !== null) return answer;
  if (isEnded(answer?.code)) throw new LinkEnded(answer.code);
  throw new GraphError(
    answer?.code ?? 'INTERNAL_SERVER_ERROR',
    answer?.message ?? `HTTP ${response.status}`,
    response.headers.get('x-request-id'),
  );
}

export const openLink = (token: string): Promise<Questionnaire> => ask('open', { token });

export const saveAnswer = async (
  token: string,
  term: number,
  answers: readonly number[],
): Promise<void> => {
  await ask('answer', { token, term, answers });
};

export const completeLink = async (token: string): Promise<void> => {
  await ask('complete', { token });
};

export type Step = { term: Term; item: Item; index: number };

/** The questions that are asked after these answers: those after a term's first one where that is above 0. */
export const stepsOf = (terms: readonly Term[], answers: Answers): Step[] =>
  terms.flatMap((term) => {
    const first = answers[term.number]?.[0] ?? 0;
    const asked = first > 0 ? term.items : term.items.slice(0, 1);
    return asked.map((item, index) => ({ term, item, index }));
  });

export const answerOf = ({ term, index }: Step, answers: Answers): number | undefined =>
  answers[term.number]?.[index];

/** A term's answers with one more, or another: those after it fall away where the first says that there is nothing. */
export const withAnswer = (
  given: readonly number[],
  index: number,
  value: number,
): readonly number[] => {
  if (index === 0 && value <= 0) return [value];
  return [...given.slice(0, index), value, ...given.slice(index + 1)];
};

/** Where who comes back goes on: the first question without an answer, or the end. */
export const firstOpen = (steps: readonly Step[], answers: Answers): number => {
  const at = steps.findIndex((step) => answerOf(step, answers) === undefined);
  return at === -1 ? steps.length : at;
};
