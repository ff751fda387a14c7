import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { SIDES, type Side } from './form.ts';

export const testing: CriterionTesting<Side[]> = {
  arbitrary: some(SIDES),
  holds: (sides, row) => isOf(String(row.laterality).toUpperCase(), sides),
  columns: { laterality: ['left', 'right', 'bilateral', 'not-applicable', 'unknown'] },
};
