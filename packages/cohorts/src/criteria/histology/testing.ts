import { some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';

export const testing: CriterionTesting<string[]> = {
  arbitrary: some(['8140', '8070', '8500', '8140/3', '8500/2']),
  holds: (codes, row) =>
    codes.some((code) => {
      const [histology, behaviour] = code.split('/');
      return (
        row.histology === histology && (behaviour === undefined || row.behaviour === behaviour)
      );
    }),
  columns: { histology: ['8140', '8070', '8500'], behaviour: ['0', '1', '2', '3', '3', '3'] },
};
