import { candidatePairs, randomPairs } from '../model/blocking.ts';
import { countPatterns } from '../model/em.ts';
import { type Field, type Model, patternOf } from '../model/field.ts';
import { type Frequencies, frequenciesOf } from '../model/frequency.ts';
import { learnModel } from '../model/learn.ts';
import { scorePair } from '../model/score.ts';
import type { Judged } from '../model/threshold.ts';
import { seeded } from './random.ts';

export interface Evaluation {
  readonly model: Model;
  readonly pairs: readonly (Judged & { readonly probability: number })[];
  /** How many pairs are one person. */
  readonly truth: number;
  /** The share of them that blocking finds. */
  readonly completeness: number;
}

export interface Linked<Subject> {
  readonly subjects: readonly Subject[];
  readonly fields: readonly Field<Subject>[];
  readonly keysOf: (subject: Subject) => string[];
  /** The truth, used to judge alone. */
  readonly personOf: (subject: Subject) => string;
  /** Two subjects of one file are never compared where this says so: a file against another. */
  readonly apart?: (left: Subject, right: Subject) => boolean;
  /** Terms that are counted, by field and level (`name same`). */
  readonly terms?: Readonly<Record<string, (subject: Subject) => string | null>>;
}

const RANDOM_PAIRS = 100_000;

/** How common the terms of each field are among the subjects. */
const frequenciesIn = <Subject>({
  subjects,
  terms = {},
}: Linked<Subject>): Record<string, Frequencies | undefined> =>
  Object.fromEntries(
    Object.entries(terms).map(([name, of]) => [name, frequenciesOf(subjects.map(of))]),
  );

/** Learns without labels, scores every candidate, and puts the truth beside it. */
export const evaluate = <Subject>(linked: Linked<Subject>, seed = 1): Evaluation => {
  const { subjects, fields, keysOf, personOf, apart = () => false } = linked;
  const of = (i: number): Subject => subjects[i] as Subject;
  const different = ([a, b]: [number, number]): boolean => !apart(of(a), of(b));
  const candidates = candidatePairs(subjects.map(keysOf)).filter(different);
  const random = randomPairs(subjects.length, RANDOM_PAIRS, seeded(seed)).filter(different);
  const patterns = (pairs: readonly [number, number][]) =>
    countPatterns(pairs.map(([a, b]) => patternOf(fields, of(a), of(b))));
  const all = (subjects.length * (subjects.length - 1)) / 2;
  // Of two files only the pairs across are compared: as many of the random pairs were left.
  const comparable = Math.max(candidates.length, (all * random.length) / RANDOM_PAIRS);
  const model = learnModel(fields, patterns(candidates), patterns(random), comparable);
  const frequencies = frequenciesIn(linked);
  const pairs = candidates.map(([a, b]) => {
    const { weight, probability } = scorePair(fields, model, of(a), of(b), frequencies);
    return { weight, probability, match: personOf(of(a)) === personOf(of(b)) };
  });
  const persons = Map.groupBy(subjects, personOf);
  let truth = 0;
  for (const own of persons.values())
    for (let i = 0; i < own.length; i++)
      for (let j = i + 1; j < own.length; j++)
        if (!apart(own[i] as Subject, own[j] as Subject)) truth++;
  const found = pairs.filter(({ match }) => match).length;
  return { model, pairs, truth, completeness: truth === 0 ? 1 : found / truth };
};
