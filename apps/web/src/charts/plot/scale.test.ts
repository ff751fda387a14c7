import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gutterOf, labelStep, nearest, stacked, valueAxis, wordsWidth } from './scale.ts';

test('the axis of values has room for its longest word', () => {
  expect(gutterOf(['0', '50%'])).toBe(52);
  expect(gutterOf(['0', '0.00500'])).toBeGreaterThan(wordsWidth('0.00500') + 10);
});

describe('the axis of values', () => {
  test.each([
    [[3, 18, null, 9], { end: 20, ticks: [0, 5, 10, 15, 20] }],
    [[812, 1204], { end: 1500, ticks: [0, 500, 1000, 1500] }],
    [[0.3], { end: 0.3, ticks: [0, 0.1, 0.2, 0.3] }],
    [[], { end: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] }],
    [[null, 0], { end: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] }],
  ])('of %j', (values, axis) => {
    const { end, ticks } = valueAxis(values);
    expect(end).toBeCloseTo(axis.end);
    expect(ticks.map((t) => Number(t.toFixed(6)))).toEqual(axis.ticks);
  });

  test('of counts has whole ticks alone', () => {
    expect(valueAxis([2], { whole: true }).ticks).toEqual([0, 1, 2]);
  });

  test('goes below nothing where a value does: a difference, a change in percent', () => {
    expect(valueAxis([-3.4, 1.2])).toMatchObject({ start: -4, end: 2, ticks: [-4, -2, 0, 2] });
    expect(valueAxis([-3.4])).toMatchObject({ start: -4, end: 0 });
  });

  test('reaches over every value in steps of 1, 2 or 5', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), { minLength: 1 }),
        (v) => {
          const { end, ticks } = valueAxis(v);
          expect(end).toBeGreaterThanOrEqual(Math.max(...v));
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThan(10);
          const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
          const mantissa = Number(step.toExponential(6).split('e')[0]);
          expect([1, 2, 5]).toContain(mantissa);
        },
      ),
    ));
});

test('words of an axis leave each other room', () => {
  const years = ['2019', '2020', '2021', '2022'];
  expect(labelStep(years, 60)).toBe(1);
  expect(labelStep(years, 20)).toBe(2);
  expect(labelStep([], 20)).toBe(1);
  expect(wordsWidth('八十岁')).toBeGreaterThan(wordsWidth('801'));
});

test('a stack grows by each value and leaves out what is not known', () => {
  expect(
    stacked([
      [1, 2],
      [null, 3],
      [4, null],
    ]),
  ).toEqual([
    [
      [0, 1],
      [0, 2],
    ],
    [null, [2, 5]],
    [[1, 5], null],
  ]);
});

test('the pointer finds the nearest position', () => {
  expect(nearest([0, 10, 20], 14)).toBe(1);
  expect(nearest([0, 10, 20], -5)).toBe(0);
  expect(nearest([], 3)).toBeNull();
});
