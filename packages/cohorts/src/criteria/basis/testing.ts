import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { BASIS_CODES } from './form.ts';

export const testing: CriterionTesting<string[]> = {
  arbitrary: some(BASIS_CODES),
  holds: (codes, row) => isOf(row.basis_of_diagnosis, codes),
};
