import { areSame, type Printed } from './fingerprint.ts';
import type { RecentSets } from './recent-sets.ts';

/**
 * Keeps of which question a set was first an arm. One that differs by a few persons from a set that the account asked lately is
 * answered by that one's question, since two answers would tell of those few.
 *
 * @returns a function that gives the former question to be answered in the place of the one asked; null where the set is answered as itself
 */
export const formerQuestions = <Question>() => {
  const sources = new WeakMap<Printed, Question>();
  return (recent: RecentSets, set: Printed, question: Question): Question | null => {
    const answered = recent.answer(set);
    if (answered === set) sources.set(set, question);
    return areSame(answered, set) ? null : (sources.get(answered) ?? null);
  };
};
