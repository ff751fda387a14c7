import { areSame, type Printed } from './fingerprint.ts';
import type { RecentSets } from './recent-sets.ts';

/** How a question is answered whose set may be near one asked lately. */
export type Answered<Question> =
  /** `since` is the question by which the set was first answered: this one, or another of the same persons. */
  | { readonly as: 'itself'; readonly since: Question }
  | { readonly as: 'former'; readonly former: Question }
  /** The near set was asked in another kind of question, which cannot be put in the place of this one. */
  | { readonly as: 'refused' };

/**
 * Keeps of which question a set was first an arm. One that differs by a few persons from a set that the account asked lately is
 * answered by that one's question, since two answers would tell of those few. One memory of an account holds the sets of every
 * kind of question and of every design: were there one for each, the same two sets would be told apart by asking each in another.
 *
 * @param nameOf what a question asks, whatever its design (from diagnosis, from a landmark): sets of one name are not near each other; left out where there is one design
 */
export const formerQuestions = <Question>(
  nameOf: (question: Question) => string | null = () => null,
) => {
  const sources = new WeakMap<Printed, Question>();
  return (recent: RecentSets, set: Printed, question: Question): Answered<Question> => {
    const answered = recent.answer(set, nameOf(question));
    const source = sources.get(answered);
    if (areSame(answered, set)) {
      if (source === undefined) sources.set(answered, question);
      return { as: 'itself', since: source ?? question };
    }
    return source === undefined ? { as: 'refused' } : { as: 'former', former: source };
  };
};

/** Former questions of former questions that are followed: sets that lead in a circle have no answer. */
const MOST_FOLLOWED = 4;

/**
 * The question to be answered in the place of the one asked; null where there is none. What is answered is asked for its own set
 * in turn: by the design asked now that may be near another one.
 */
export const followed = async <Question>(
  asked: Question,
  answerOf: (question: Question) => Promise<Answered<Question>>,
): Promise<Question | null> => {
  let question = asked;
  for (let step = 0; step < MOST_FOLLOWED; step++) {
    const answered = await answerOf(question);
    if (answered.as === 'refused') return null;
    if (answered.as === 'itself') return question;
    question = answered.former;
  }
  return null;
};
