import { expect, test } from 'vitest';
import { poolAnswers } from './pool-answers.ts';

test('hazard ratios with their limits are pooled on the logarithm', () => {
  const csv = 'place,estimate,lower,upper\nA,0.5,0.25,1.0\nB,0.8,0.4,1.6\n';
  const { places, pooled } = poolAnswers(csv, true);
  expect(places).toEqual(['A', 'B']);
  // Both have the same weight: the geometric mean.
  expect(pooled.fixed.estimate).toBeCloseTo(Math.sqrt(0.5 * 0.8), 12);
  expect(pooled.fixed.lower).toBeCloseTo(Math.sqrt(0.4) / 2 ** Math.SQRT1_2, 9);
  expect(pooled.random.lower).toBeLessThanOrEqual(pooled.fixed.lower + 1e-12);
});

test('differences with standard errors are pooled as they are', () => {
  const { pooled, places } = poolAnswers('estimate,standard_error\n0,1\n4,2\n', false);
  expect(pooled.fixed.estimate).toBeCloseTo(0.8, 12);
  expect(places).toEqual(['line 2', 'line 3']);
});

test.each([
  ['place,estimate,lower,upper\nA,0.5,0.6,1\n', true, 'Line 2: the estimate does not lie'],
  ['place,estimate,lower,upper\nA,-1,-2,1\n', true, 'a ratio is above 0'],
  ['place,estimate\nA,1\n', false, 'lower is “”'],
  ['place,estimate,standard_error\nA,1,0\n', false, 'above 0'],
  ['place,estimate,standard_error\nA,much,1\n', false, 'estimate is “much”'],
  ['place,estimate,standard_error\n', false, '1 to 1000 places'],
  ['a,"b\n', false, 'no CSV'],
])('%j is refused', (csv, ratio, message) => {
  expect(() => poolAnswers(csv, ratio)).toThrow(message);
});
