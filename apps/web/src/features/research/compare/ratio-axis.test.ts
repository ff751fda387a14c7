import { expect, test } from 'vitest';
import { axisOf } from './ratio-axis.ts';

const ratio = (lower: number, upper: number) => ({ value: 1, lower, upper, pValue: 1 });

test('the axis is symmetrical about 1 and holds every interval', () => {
  expect(axisOf([ratio(0.8, 1.5)])).toEqual({ from: 0.5, to: 2, ticks: [0.5, 1, 2] });
  expect(axisOf([ratio(0.15, 1.5)]).to).toBe(10);
  expect(axisOf([]).ticks).toContain(1);
  expect(axisOf([ratio(0, 1e6)]).to).toBe(100);
});
