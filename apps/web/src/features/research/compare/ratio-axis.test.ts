import { expect, test } from 'vitest';
import { axisOf } from './ratio-axis.ts';

const ratio = (lower: number, upper: number) => ({ value: 1, lower, upper, pValue: 1 });

test('the axis has ticks to both sides of 1, as far as the widest interval', () => {
  expect(axisOf([ratio(0.8, 1.5)]).ticks).toEqual([0.5, 1, 2]);
  expect(axisOf([ratio(0.15, 1.5)]).ticks).toEqual([0.2, 0.5, 1, 2, 5]);
  expect(axisOf([]).ticks).toContain(1);
});

test('the axis is symmetrical about 1 and holds every interval, to a hundredfold', () => {
  for (const [lower, upper] of [
    [0.8, 1.5],
    [0.15, 1.5],
    [0.9, 40],
  ] as const) {
    const { start, end } = axisOf([ratio(lower, upper)]);
    expect(start * end).toBeCloseTo(1, 9);
    expect([start < lower, end > upper]).toEqual([true, true]);
  }
  expect(axisOf([ratio(0, 1e6)]).ticks).toEqual([0.01, 0.1, 1, 10, 100]);
});
