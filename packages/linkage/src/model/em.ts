import type { Field, FieldWeights, Model, Pattern } from './field.ts';

/** A pattern and how many pairs stand at it: pairs are many, patterns few. */
export interface PatternCount {
  readonly pattern: Pattern;
  readonly pairs: number;
}

export const countPatterns = (patterns: Iterable<Pattern>): PatternCount[] => {
  const counts = new Map<string, { pattern: Pattern; pairs: number }>();
  for (const pattern of patterns) {
    const key = pattern.join();
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { pattern, pairs: 1 });
    else known.pairs++;
  }
  return [...counts.values()];
};

/** What is added to each level's count, so that none of a small sample is impossible. */
const SMOOTHING = 0.5;

/** The share of each level among pairs, each counted by its weight. */
const shares = (
  levels: number,
  field: number,
  counts: readonly PatternCount[],
  weights: readonly number[],
  known: readonly number[] = new Array<number>(levels).fill(0),
): number[] => {
  const sums = known.map((pairs) => pairs + SMOOTHING);
  counts.forEach(({ pattern, pairs }, i) => {
    const level = pattern[field];
    if (level !== null && level !== undefined)
      sums[level] = (sums[level] as number) + pairs * (weights[i] as number);
  });
  const total = sums.reduce((a, b) => a + b, 0);
  return sums.map((sum) => sum / total);
};

/** u from pairs drawn at random: of a large pool next to none of them is one person. */
export const estimateU = <Subject>(
  fields: readonly Field<Subject>[],
  random: readonly PatternCount[],
): number[][] => {
  const all = random.map(() => 1);
  return fields.map(({ levels }, i) => shares(levels.length, i, random, all));
};

const ratioOf = (weights: readonly FieldWeights[], pattern: Pattern): number =>
  pattern.reduce<number>(
    (product, level, i) =>
      level === null
        ? product
        : (product * ((weights[i] as FieldWeights).m[level] as number)) /
          ((weights[i] as FieldWeights).u[level] as number),
    1,
  );

const posterior = (prior: number, ratio: number): number =>
  (prior * ratio) / (prior * ratio + 1 - prior);

export interface EmOptions {
  /** Until no parameter moves by more than this. */
  readonly tolerance?: number;
  readonly rounds?: number;
  /**
   * Without labels the first guess decides which of the two classes is which: how likely one person's records agree fully on a field.
   */
  readonly start?: number;
  /**
   * What is known of m before, by the field's name, counted as this many pairs: a pool with few pairs teaches little.
   */
  readonly before?: { readonly model: Model; readonly pairs: number };
}

/**
 * Estimates m and the prior without labels, by expectation and maximisation (Dempster, Laird and Rubin 1977; Winkler 1988), under
 * fixed u and independence of the fields given the class. The prior is of all pairs and not of those that blocking finds, among
 * which two different persons agree on what they were blocked by: pairs that no block holds count as two persons, so that u holds
 * for the others.
 * @param candidates the pairs that blocking finds
 * @param u of each field, one a level
 * @param comparable how many pairs there are, found or not
 */
export const estimateModel = <Subject>(
  fields: readonly Field<Subject>[],
  candidates: readonly PatternCount[],
  u: readonly (readonly number[])[],
  comparable: number,
  { tolerance = 1e-6, rounds = 200, start = 0.9, before }: EmOptions = {},
): Model => {
  const found = candidates.reduce((sum, { pairs }) => sum + pairs, 0);
  if (found === 0 || comparable < found) throw new RangeError('There are no pairs to learn from.');
  let prior = Math.min(0.5, 1 / Math.sqrt(comparable));
  let weights: FieldWeights[] = fields.map(({ levels }, i) => ({
    m: levels.map((_, level) => (level === 0 ? start : (1 - start) / (levels.length - 1))),
    u: u[i] as number[],
  }));
  const known = fields.map(({ name }) =>
    before?.model.fields[name]?.m.map((share) => share * before.pairs),
  );
  for (let round = 0; round < rounds; round++) {
    const expected = candidates.map(({ pattern }) => posterior(prior, ratioOf(weights, pattern)));
    const matches = candidates.reduce(
      (sum, { pairs }, i) => sum + pairs * (expected[i] as number),
      0,
    );
    const next = Math.min(1 - 1e-9, Math.max(1e-15, matches / comparable));
    const learnt = weights.map(({ u: fixed, m }, i) => ({
      u: fixed,
      m: shares(m.length, i, candidates, expected, known[i]),
    }));
    const moved = Math.max(
      Math.abs(next - prior),
      ...learnt.flatMap(({ m }, i) =>
        m.map((value, level) =>
          Math.abs(value - ((weights[i] as FieldWeights).m[level] as number)),
        ),
      ),
    );
    prior = next;
    weights = learnt;
    if (moved < tolerance) break;
  }
  return {
    prior,
    fields: Object.fromEntries(fields.map(({ name }, i) => [name, weights[i] as FieldWeights])),
  };
};
