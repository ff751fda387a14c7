import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { TRENDS, type Trend } from './form.ts';

export const testing: CriterionTesting<Trend[]> = {
  arbitrary: some(TRENDS),
  holds: (trends, _, { outcomes }) => outcomes.some(({ trend }) => isOf(trend, trends)),
};
