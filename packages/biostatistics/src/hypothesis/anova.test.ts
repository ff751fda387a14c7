import { describe, expect, it } from 'vitest';
import { anova } from './anova.ts';

describe('one-way analysis of variance', () => {
  // Dried weights of plants (Dobson 1983, table 7.1; R's PlantGrowth).
  const control = [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14];
  const one = [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69];
  const two = [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26];

  it('F = 4.846 on 2 and 27, p = 0.01591', () => {
    const test = anova([control, one, two]);
    expect(test.statistic).toBeCloseTo(4.846, 3);
    expect([test.dfBetween, test.dfWithin]).toEqual([2, 27]);
    expect(test.pValue).toBeCloseTo(0.01591, 5);
  });
  it('Welch: F = 5.181 on 2 and 17.128, p = 0.01739', () => {
    const test = anova([control, one, two], { variances: 'welch' });
    expect(test.statistic).toBeCloseTo(5.181, 3);
    expect(test.dfWithin).toBeCloseTo(17.128, 3);
    expect(test.pValue).toBeCloseTo(0.01739, 5);
  });
  it('needs two groups that vary', () => {
    expect(() => anova([control])).toThrow(/at least two groups/);
    expect(() => anova([[1], [2]])).toThrow(/one value only/);
    expect(() =>
      anova([
        [1, 1],
        [2, 2],
      ]),
    ).toThrow(/do not vary/);
    expect(() => anova([control, []])).toThrow(/groups\[1\]: holds nothing/);
  });
});
