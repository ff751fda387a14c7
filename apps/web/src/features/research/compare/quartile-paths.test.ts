import { expect, test } from 'vitest';
import { quartilePaths } from './quartile-paths.ts';

const same = (value: number) => value;
const told = (months: number, median: number) => ({
  ...{ months, median },
  lower: median - 1,
  upper: median + 1,
});
const gap = (months: number) => ({ months, lower: null, median: null, upper: null });

test('medians are joined, quartiles a band around them, each in the middle of its step', () => {
  const { line, band, ends } = quartilePaths([told(0, 5), told(3, 4)], 1.5, same, same);
  expect(line).toBe('M1.5,5L4.5,4');
  expect(band).toBe('M1.5,4L4.5,3L4.5,5L1.5,6Z');
  expect(ends).toEqual({ x: 4.5, y: 4 });
});

test('nothing is drawn across a gap, and nothing of nothing', () => {
  expect(quartilePaths([told(0, 5), gap(3), told(6, 4)], 0, same, same).line).toBe('M0,5M6,4');
  expect(quartilePaths([gap(0)], 0, same, same)).toEqual({ line: '', band: '', ends: null });
});
