import { type EmOptions, estimateModel, estimateU, type PatternCount } from './em.ts';
import type { Field, FieldWeights, Model, Pattern } from './field.ts';

/** The probability that a pair at a pattern is one person, without regard to how common its terms are. */
const probabilityOf = <Subject>(
  fields: readonly Field<Subject>[],
  { prior, fields: weights }: Model,
  pattern: Pattern,
): number => {
  const odds = pattern.reduce<number>(
    (product, level, i) => {
      if (level === null) return product;
      const { m, u } = weights[(fields[i] as Field<Subject>).name] as FieldWeights;
      return (product * (m[level] as number)) / (u[level] as number);
    },
    prior / (1 - prior),
  );
  return odds / (1 + odds);
};

/**
 * Learns a model without labels. Of the pairs drawn at random those that turn out to be one person are taken out, and everything is learnt
 * again: in a small pool they would make a shared number look like chance.
 */
export const learnModel = <Subject>(
  fields: readonly Field<Subject>[],
  candidates: readonly PatternCount[],
  random: readonly PatternCount[],
  comparable: number,
  options: EmOptions = {},
): Model => {
  const first = estimateModel(fields, candidates, estimateU(fields, random), comparable, options);
  const others = random.filter(({ pattern }) => probabilityOf(fields, first, pattern) < 0.5);
  return estimateModel(fields, candidates, estimateU(fields, others), comparable, options);
};
