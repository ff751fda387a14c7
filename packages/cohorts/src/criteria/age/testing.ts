import type { Bounds } from '../../criterion/range-form.ts';
import { bounds, isWithin } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';

export const testing: CriterionTesting<Bounds> = {
  arbitrary: bounds(0, 90),
  holds: (wanted, row) => isWithin(row.age, wanted),
};
