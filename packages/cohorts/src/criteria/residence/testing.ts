import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { provinceCodes } from '../../testing/vocabulary.ts';

export const testing: CriterionTesting<string[]> = {
  arbitrary: some(provinceCodes),
  holds: (codes, row) => isOf(row.residence, codes),
};
