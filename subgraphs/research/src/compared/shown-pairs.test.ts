import { expect, test } from 'vitest';
import { shownMeans } from './shown-pairs.ts';

const point = (time: number, survival: number, atRisk: number) => ({ time, survival, atRisk });

test('a restricted mean is of the time from where its curve begins, and so are its limits', () => {
  // A fall in the last month takes nothing of the twelve that are left.
  const [mean] = shownMeans([[point(12, 1, 10), point(18, 1, 10), point(24, 0.9, 9)]]);
  expect(mean).toMatchObject({ until: 24, value: 12, upper: 12 });
  const [fallen] = shownMeans([[point(12, 1, 10), point(18, 0.9, 9), point(24, 0.9, 9)]]);
  // 6 + 5.4; Klein and Moeschberger: 5.4² × 1 / (10 × 9) = 0.324, so that 11.4 + 1.96 × 0.569 is more than 12.
  expect(fallen?.value).toBeCloseTo(11.4, 1);
  expect(fallen?.upper).toBe(12);
  expect(fallen?.lower).toBeCloseTo(11.4 - 1.96 * Math.sqrt(0.324), 1);
});
