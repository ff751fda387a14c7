import type { Field, FieldWeights, Model, Pattern } from './field.ts';
import type { Frequencies } from './frequency.ts';

/** What one field says of a pair. */
export interface FieldScore {
  readonly field: string;
  readonly level: string;
  /** In bits: log2 of how many times likelier the level is in one person's records; below zero it speaks against. */
  readonly weight: number;
}

/** What the records of two persons say together. */
export interface PairScore {
  readonly pattern: Pattern;
  /** Of the fields that both records say. */
  readonly scores: readonly FieldScore[];
  /** In bits, the prior's among them. */
  readonly weight: number;
  /** That the two are one person, 0 to 1. */
  readonly probability: number;
}

/** A term shared by fewer than this many of a pool is weighted as if by as many: a rare one is often a slip of another. */
const RAREST = 2;

/**
 * The weight of a level, by how common the term is that agrees (Winkler 1989): u of the level is the average over terms, so that a
 * term's weight is the level's and log2 of the average frequency over its own.
 */
const adjusted = (
  weight: number,
  term: string | null,
  frequencies: Frequencies | undefined,
): number => {
  if (term === null || frequencies === undefined || frequencies.average === 0) return weight;
  const own = Math.max(frequencies.of(term), RAREST / frequencies.total);
  return weight + Math.log2(frequencies.average / own);
};

/** @param frequencies by the field's name and the level's (`name same`) */
export const scorePair = <Subject>(
  fields: readonly Field<Subject>[],
  model: Model,
  left: Subject,
  right: Subject,
  frequencies: Readonly<Record<string, Frequencies | undefined>> = {},
): PairScore => {
  const pattern: (number | null)[] = [];
  const scores: FieldScore[] = [];
  let weight = Math.log2(model.prior / (1 - model.prior));
  for (const field of fields) {
    const level = field.compare(left, right);
    pattern.push(level);
    if (level === null) continue;
    const { m, u } = model.fields[field.name] as FieldWeights;
    const plain = Math.log2((m[level] as number) / (u[level] as number));
    const term = field.term?.(left, right, level) ?? null;
    const own = adjusted(plain, term, frequencies[`${field.name} ${field.levels[level]}`]);
    scores.push({ field: field.name, level: field.levels[level] as string, weight: own });
    weight += own;
  }
  return { pattern, scores, weight, probability: 1 / (1 + 2 ** -weight) };
};
