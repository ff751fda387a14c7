import { expect, test } from 'vitest';
import { DEEPEST, entriesProblem, hasTooManyValues, shapeProblem } from './shape.ts';

const nested = (levels: number, [open, close]: string = '[]') =>
  `${open}`.repeat(levels) + `${close}`.repeat(levels);

test('as deep as FHIR goes and deeper is taken, what no stack could walk is not', () => {
  expect(shapeProblem(nested(DEEPEST))).toBeNull();
  expect(shapeProblem(nested(DEEPEST + 1))).toContain('nested');
  expect(shapeProblem(`{"a":${nested(DEEPEST)}}`)).toContain('nested');
  expect(shapeProblem('{"a":'.repeat(5_000))).toContain('nested');
});

test('lists side by side, and brackets in text, are no depth', () => {
  expect(shapeProblem(`[${'[],'.repeat(1_000)}[]]`)).toBeNull();
  expect(shapeProblem(JSON.stringify({ text: `"\\${'['.repeat(1_000)}` }))).toBeNull();
});

test('more values than a body of records holds are refused before they are made; commas in text are none', () => {
  expect(shapeProblem(`[${'{},'.repeat(4_000_000)}{}]`)).toContain('more than 4000000 values');
  expect(shapeProblem(`[${'0,'.repeat(10)}0]`, 10)).toContain('in parts');
  expect(shapeProblem(`[${'0,'.repeat(9)}0]`, 10)).toBeNull();
  expect(shapeProblem(JSON.stringify({ text: ','.repeat(1_000) }), 10)).toBeNull();
});

test('a Bundle of more entries than anybody sends is not read', () => {
  expect(entriesProblem({ entry: [1, 2, 3] }, 2)).toContain('more than 2 entries');
  expect(entriesProblem({ entry: [1, 2] }, 2)).toBeNull();
  for (const value of [null, 7, 'x', {}, { entry: 'xxxx' }])
    expect(entriesProblem(value, 2)).toBeNull();
});

test('a resource of more values than any record is told by their number', () => {
  const of = (many: number) => ({ name: Array.from({ length: many }, () => ({ text: 'a' })) });
  // The resource, the list, and two of each name.
  expect([hasTooManyValues(of(10), 22), hasTooManyValues(of(10), 21)]).toEqual([false, true]);
  expect([hasTooManyValues(of(40_000)), hasTooManyValues(of(60_000))]).toEqual([false, true]);
});
