import { expect, test } from 'vitest';
import { formatP, formatSmallP } from './p-value.ts';

test('p values read as papers print them', () => {
  expect(formatP(0)).toBe('< 1e-300');
  expect(formatP(0.0000123)).toBe('< 0.001');
  expect(formatP(0.0042)).toBe('= 0.004');
  expect(formatP(0.256)).toBe('= 0.26');
});

test('of many tests the small ones are told apart', () => {
  expect([0, 3.3e-8, 0.0042, 0.256, 1].map(formatSmallP)).toEqual([
    ...['< 1e-300', '3.3e-8', '0.0042', '0.26', '1.0'],
  ]);
});
