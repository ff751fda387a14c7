import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { TIERS, type Tier } from './form.ts';

export const testing: CriterionTesting<Tier[]> = {
  arbitrary: some(TIERS),
  holds: (tiers, row) => isOf(row.institution_tier, tiers),
  columns: { institution_tier: TIERS },
};
