import { differentValidNumbers } from '../compare/number.ts';
import type { PairScore } from '../model/score.ts';
import type { Person } from './person.ts';

/** What becomes of a pair: joined, shown to a data manager, or nothing. */
export type Decision = 'JOIN' | 'REVIEW' | 'NOTHING';

/** Probabilities that two records are one person, between which a data manager decides. */
export interface Thresholds {
  readonly upper: number;
  readonly lower: number;
}

/**
 * As measured on generated persons of a held-out seed (`person/measured.test.ts`): precision of 0.999 is held from the upper one on, and
 * below the lower one a data manager would look at more strangers than persons.
 */
export const THRESHOLDS: Thresholds = { upper: 0.999, lower: 0.05 };

const CLOSE_NAMES = ['same', 'sound'];
const CLOSE_DATES = ['same', 'swapped', 'slip'];
const CLOSE_CONTACTS = ['both', 'phone', 'address'];

/**
 * Whether what agrees can be nobody else's, whatever the probability: brothers and sisters, twins first of all, share address, telephone,
 * surname and sometimes the day of birth, which a model of independent fields takes for proof; a card that was lent has the
 * number of one and the name of another. Name and day of birth alone are namesakes' now and then: the number, the telephone or the address
 * has to agree as well.
 */
const speaksOfOne = ({ scores }: PairScore): boolean => {
  const level = new Map(scores.map(({ field, level }) => [field, level]));
  const name = level.get('name') ?? '';
  if (level.get('number') === 'same') return CLOSE_NAMES.includes(name) || name === 'near';
  return (
    CLOSE_NAMES.includes(name) &&
    CLOSE_CONTACTS.includes(level.get('contact') ?? '') &&
    CLOSE_DATES.includes(level.get('born') ?? '') &&
    level.get('sex') !== 'differs'
  );
};

/** Two different valid national numbers are two persons, whatever else agrees. */
export const differentPersons = (left: Person, right: Person): boolean =>
  left.number !== null && right.number !== null && differentValidNumbers(left.number, right.number);

export const decide = (
  left: Person,
  right: Person,
  score: PairScore,
  { upper, lower }: Thresholds = THRESHOLDS,
): Decision => {
  if (differentPersons(left, right) || score.probability < lower) return 'NOTHING';
  return score.probability >= upper && speaksOfOne(score) ? 'JOIN' : 'REVIEW';
};
