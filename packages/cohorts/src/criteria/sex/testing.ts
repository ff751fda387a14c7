import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { type CohortSex, SEXES } from './form.ts';

export const testing: CriterionTesting<CohortSex[]> = {
  arbitrary: some(SEXES),
  holds: (sexes, row) => isOf(row.sex, sexes),
};
