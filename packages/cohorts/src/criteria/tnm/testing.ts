import { some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';

export const testing: CriterionTesting<string[]> = {
  arbitrary: some(['T1', 'T1a', 'T2', 'N0', 'N1', 'M0', 'M1']),
  holds: (codes, row) =>
    [row.t, row.n, row.m].every((value, i) => {
      const own = codes.filter((code) => code[0] === 'TNM'[i]);
      return (
        own.length === 0 ||
        (typeof value === 'string' && own.some((code) => value.startsWith(code)))
      );
    }),
  columns: {
    t: ['T1', 'T1a', 'T1b', 'T2', 'T3', 'T4'],
    n: ['N0', 'N1', 'N1mi', 'N2'],
    m: ['M0', 'M1', 'M1a'],
  },
};
