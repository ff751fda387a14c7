import { expect, test } from 'vitest';
import { drawing } from '../testing/random.ts';
import { candidatePairs } from './blocking.ts';
import { countPatterns, estimateModel } from './em.ts';
import type { Field, Pattern } from './field.ts';
import { frequenciesOfCounts } from './frequency.ts';
import { learnModel } from './learn.ts';
import { scorePair } from './score.ts';
import { calibration, qualityAt, upperThreshold } from './threshold.ts';

interface Two {
  readonly name: string;
  readonly day: string;
}
const fields: readonly Field<Two>[] = [
  {
    name: 'name',
    levels: ['same', 'differs'],
    compare: (a, b) => (a.name === b.name ? 0 : 1),
    term: (a, _, level) => (level === 0 ? a.name : null),
  },
  {
    name: 'day',
    levels: ['same', 'near', 'differs'],
    compare: (a, b) => (a.day === b.day ? 0 : 2),
  },
];

/** Patterns of pairs drawn from known parameters. */
const drawn = (pairs: number, prior: number, m: number[][], u: number[][]): Pattern[] => {
  const draw = drawing(7);
  return Array.from({ length: pairs }, () => {
    const of = draw.chance(prior) ? m : u;
    return of.map((levels) => {
      const at = draw.number();
      const sums = levels.map((_, level) => levels.slice(0, level + 1).reduce((a, b) => a + b, 0));
      return Math.max(
        0,
        sums.findIndex((sum) => at < sum),
      );
    });
  });
};

test('EM finds again the parameters that made the patterns', () => {
  const m = [
    [0.9, 0.1],
    [0.8, 0.15, 0.05],
  ];
  const u = [
    [0.02, 0.98],
    [0.01, 0.04, 0.95],
  ];
  const counts = countPatterns(drawn(200_000, 0.1, m, u));
  const model = estimateModel(fields, counts, u, 200_000);
  expect(model.prior).toBeCloseTo(0.1, 2);
  expect(model.fields.name?.m[0]).toBeCloseTo(0.9, 1);
  expect(model.fields.day?.m[1]).toBeCloseTo(0.15, 1);
});

test('what is known before stands where the pool teaches nothing', () => {
  const before = {
    prior: 0.1,
    fields: { name: { m: [0.7, 0.3], u: [] }, day: { m: [0.6, 0.3, 0.1], u: [] } },
  };
  const u = [
    [0.02, 0.98],
    [0.01, 0.04, 0.95],
  ];
  const one = countPatterns([[1, 2]]);
  const model = estimateModel(fields, one, u, 1000, { before: { model: before, pairs: 500 } });
  expect(model.fields.name?.m[0]).toBeCloseTo(0.7, 2);
  expect(model.fields.day?.m[1]).toBeCloseTo(0.3, 2);
});

test('pairs without any field to compare teach nothing, and no pairs are refused', () => {
  expect(() => learnModel(fields, [], [], 10)).toThrow('no pairs to learn from');
});

test('a rare name that agrees says more than a common one', () => {
  const model = {
    prior: 0.01,
    fields: {
      name: { m: [0.9, 0.1], u: [0.05, 0.95] },
      day: { m: [0.9, 0.05, 0.05], u: [0.01, 0.01, 0.98] },
    },
  };
  const counts = new Map([
    ['张伟', 300],
    ['仇不闻', 2],
  ]);
  const frequencies = { 'name same': frequenciesOfCounts(counts, 1000) };
  const score = (name: string) =>
    scorePair(fields, model, { name, day: '1' }, { name, day: '1' }, frequencies).weight;
  // The frequencies' own: log2(0.3 / 0.002).
  expect(score('仇不闻') - score('张伟')).toBeCloseTo(Math.log2(150), 6);
  // One of the two alone: the weight of what nobody shares is no more than of what two do.
  expect(score('无人同')).toBeCloseTo(score('仇不闻'), 6);
});

test('weights add up to the posterior by Bayes', () => {
  const model = {
    prior: 0.2,
    fields: {
      name: { m: [0.9, 0.1], u: [0.1, 0.9] },
      day: { m: [0.5, 0.3, 0.2], u: [0.25, 0.25, 0.5] },
    },
  };
  const { probability, scores } = scorePair(
    fields,
    model,
    { name: 'a', day: '1' },
    { name: 'a', day: '1' },
  );
  const [same, other] = [0.2 * 0.9 * 0.5, 0.8 * 0.1 * 0.25];
  expect(probability).toBeCloseTo(same / (same + other), 12);
  expect(scores.map(({ weight }) => weight)).toEqual([Math.log2(9), Math.log2(2)]);
});

test('blocks find each pair once, and leave out what says nothing', () => {
  expect(candidatePairs([['a', 'b'], ['a', 'b'], ['b'], ['c']])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  expect(candidatePairs([['a'], ['a'], ['a']], 2)).toEqual([]);
});

test('the upper threshold is the lowest weight at which precision still holds', () => {
  const pairs = [9, 8, 7, 6, 5, 4].map((weight) => ({
    weight,
    match: weight !== 6 && weight !== 4,
  }));
  expect(upperThreshold(pairs, 0.999)).toBe(7);
  expect(upperThreshold(pairs, 0.8)).toBe(5);
  expect(upperThreshold([{ weight: 1, match: false }], 0.5)).toBeNull();
  expect(qualityAt(pairs, 7, 5)).toMatchObject({
    precision: 1,
    recall: 0.6,
    falsePairs: 0,
    missedPairs: 2,
  });
});

test('calibration puts what was so beside what was predicted', () => {
  const rows = calibration([
    { probability: 0.55, match: true },
    { probability: 0.58, match: false },
    { probability: 1, match: true },
  ]);
  expect(rows.map(({ pairs, observed }) => [pairs, observed])).toEqual([
    [2, 0.5],
    [1, 1],
  ]);
});
